package org.klpls.c.types;

import java.math.BigInteger;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.klpls.c.ast.Attribute;
import org.klpls.c.ast.Enumerator;
import org.klpls.c.ast.Expression;
import org.klpls.c.ast.TypeSpecifier;

/** {@code enum color { RED, GREEN = 4 }}: its values, and the integer type behind it as gcc chooses it. */
public final class EnumDefinition {
    private final EnumTag tag;
    private final TypeSpecifier.Enum node;
    private final Scope scope;
    private final AtomicReferenceArray<@Nullable Optional<BigInteger>> values;
    private @Nullable Type underlying;

    EnumDefinition(EnumTag tag, TypeSpecifier.Enum node, Scope scope) {
        this.tag = tag;
        this.node = node;
        this.scope = scope;
        this.values = new AtomicReferenceArray<>(node.enumerators().map(List::size).orElse(0));
    }

    public EnumTag tag() {
        return tag;
    }

    public TypeSpecifier.Enum node() {
        return node;
    }

    public List<Enumerator> enumerators() {
        return node.enumerators().orElse(List.of());
    }

    /** In their order: each sees only those before it, whose values are then known. */
    Optional<BigInteger> value(int index) {
        for (int at = 0; at <= index && values.get(index) == null; at++) {
            if (values.get(at) == null) {
                long before = Nesting.circles();
                Optional<BigInteger> computed = computed(at);
                if (computed.isEmpty() && Nesting.circles() != before) {
                    // Asked for in the middle of itself: elsewhere it may have a value.
                    return Optional.empty();
                }
                values.set(at, computed);
            }
        }
        return Objects.requireNonNull(values.get(index));
    }

    private Optional<BigInteger> computed(int index) {
        Enumerator enumerator = enumerators().get(index);
        Optional<Expression> written = enumerator.value();
        return written.isPresent()
                ? Nesting.guarded(enumerator, () -> new Evaluator(scope).integer(written.get()), Optional.empty())
                : index == 0 ? Optional.of(BigInteger.ZERO) : value(index - 1).map(it -> it.add(BigInteger.ONE));
    }

    private List<Optional<BigInteger>> values() {
        return IntStream.range(0, values.length()).mapToObj(this::value).toList();
    }

    /**
     * Of one that is not computed by its name: int, or the type of the whole enum. gcc 12 decides for each, later ones for all at once.
     * Source: gcc 13 c/c-decl.cc finish_enum().
     */
    Type constantType(int index) {
        if (node.underlying().isPresent()) {
            return new Type.Enum(tag);
        }
        boolean alike = scope.file().target().dialect().hasEnumTypes();
        return alike && values().stream().anyMatch(it -> typeOf(it) instanceof Type.Enum)
                ? new Type.Enum(tag)
                : typeOf(value(index));
    }

    /**
     * The type of a constant in the braces of its own enum, whose type is chosen only behind them: int where the value fits, else that of
     * what is written. Source: gcc 12 c/c-decl.cc build_enumerator().
     */
    Type typeWithin(int index) {
        if (node.underlying().isPresent()) {
            return new Type.Enum(tag);
        }
        if (value(index).filter(it -> it.bitLength() > 31).isEmpty()) {
            return Types.INT;
        }
        int written = index;
        while (written > 0 && enumerators().get(written).value().isEmpty()) {
            written--;
        }
        return enumerators().get(written).value()
                .map(it -> new Conversions(scope.file()).promoted(new ExpressionTypes(scope).type(it).unqualified()))
                .orElse(Types.INT);
    }

    /** Whether this token stands in the braces. */
    boolean encloses(int token) {
        return node.first() <= token && token < node.end();
    }

    private Type typeOf(Optional<BigInteger> value) {
        return value.filter(it -> it.bitLength() > 31).isPresent() ? new Type.Enum(tag) : Types.INT;
    }

    /** The integer type that it is compatible with. Source: gcc 12 c/c-decl.cc finish_enum(). */
    public Type underlying() {
        Type known = underlying;
        if (known == null) {
            known = Nesting.guarded(this, () -> node.underlying().map(it -> new TypeReader(scope).type(it))
                    .orElseGet(this::chosen), Types.UNKNOWN);
            underlying = known;
        }
        return known;
    }

    private Type chosen() {
        int bits = 1;
        boolean signed = false;
        for (Optional<BigInteger> value : values()) {
            signed |= value.filter(it -> it.signum() < 0).isPresent();
        }
        for (Optional<BigInteger> value : values()) {
            bits = Math.max(bits, value.map(BigInteger::bitLength).orElse(0) + (signed ? 1 : 0));
        }
        Optional<Type> mode = new TypeAttributes(scope).mode(node.attributes());
        if (mode.isPresent() && mode.get() instanceof Type.Int(IntKind kind)) {
            return new Type.Int(signed ? kind : kind.unsigned());
        }
        boolean packed = Attribute.find("packed", node.attributes()).isPresent();
        return new Type.Int(IntKind.atLeast(packed ? bits : Math.max(bits, 32), signed));
    }

    /** In bytes, where an attribute raises it; else 0. */
    long attributeAlign() {
        return new TypeReader(scope).aligned(node.attributes());
    }
}
