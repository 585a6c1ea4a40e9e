package org.klpls.c.types;

import java.math.BigInteger;
import java.util.Optional;
import org.klpls.c.ast.Expression;

/** {@code "abc"[1]}, which gcc folds to 'b'. */
final class StringElement {
    private final Scope scope;
    private final Evaluator evaluator;

    StringElement(Scope scope, Evaluator evaluator) {
        this.scope = scope;
        this.evaluator = evaluator;
    }

    Optional<Value> value(Expression.Index index) {
        if (!(Expressions.withoutParentheses(index.array()) instanceof Expression.StringLiteral string)
                || !string.pieces().stream().allMatch(it -> it.startsWith("\""))) {
            return Optional.empty();
        }
        byte[] bytes = Literals.bytesOf(string.pieces(), scope.file().target());
        Optional<BigInteger> at = evaluator.integer(index.index())
                .filter(it -> it.signum() >= 0 && it.compareTo(BigInteger.valueOf(bytes.length)) <= 0);
        boolean signed = scope.file().target().charIsSigned();
        return at.map(it -> it.intValueExact())
                .map(it -> it == bytes.length ? 0 : signed ? bytes[it] : bytes[it] & 0xff)
                .map(it -> new Value.Int(Types.CHAR, BigInteger.valueOf(it)));
    }
}
