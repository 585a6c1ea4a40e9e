package org.klpls.c.pp;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.klpls.c.text.LiteralElement;

/**
 * The value of an #if's expression, in 64 bits, signed or unsigned, as gcc's libcpp/expr.cc computes it. Names that are no
 * macros are 0.
 */
final class Condition {
    private static final int DEEPEST = 256;
    /** Of integers. Source: gcc libcpp/expr.cc interpret_int_suffix(). */
    private static final Pattern SUFFIX = Pattern.compile("[uU]?(l|L|ll|LL)?|(l|L|ll|LL)[uU]");

    /** Says that there is no value; the reason is already among the problems. */
    private static final class NoValue extends Exception {
        private static final long serialVersionUID = 1;

        NoValue() {
            super("no value", null, false, false);
        }
    }

    private final Unit unit;
    /** Of the directive. */
    private int location;
    private Directive directive = Directive.IF;
    private long token;
    private String text = "";
    /** Where the author sees the token; at the line's end the one before. */
    private int here;
    /** The punctuator before the token; empty where something else is. */
    private String before = "";
    /** Whether the last value is unsigned. */
    private boolean unsigned;
    /** Above 0 where the value is not used: there a division by zero is no mistake. */
    private int unused;
    private int depth;

    Condition(Unit unit) {
        this.unit = unit;
    }

    /** Reads the rest of the directive; a wrong expression does not hold. */
    boolean holds(Directive kind, int at) {
        directive = kind;
        location = at;
        here = at;
        text = "";
        unused = 0;
        depth = 0;
        try {
            read();
            if (token == Expander.EOF) {
                throw wrong(name() + " needs an expression");
            }
            long value = comma();
            if (token != Expander.EOF) {
                throw wrong(switch (text) {
                    case ")" -> "'(' is missing for this ')'";
                    case ":" -> "':' without '?'";
                    case "=", "++", "--" -> "'" + text + "' is no operator in " + name();
                    default -> "an operator is missing before '" + text + "'";
                });
            }
            return value != 0;
        } catch (NoValue e) {
            return false;
        }
    }

    private String name() {
        return "#" + directive.name().toLowerCase(Locale.ROOT);
    }

    private NoValue wrong(String message) {
        return wrong(here, message);
    }

    private NoValue wrong(int at, String message) {
        unit.problems.error(at, message);
        return new NoValue();
    }

    /** No value is where one must be: between what was read last and the token. */
    private NoValue valueMissing() {
        if (before.equals("(") && at(")")) {
            return wrong("an expression is missing between '(' and ')'");
        }
        return wrong(before.isEmpty() || before.equals("(") && token != Expander.EOF
                ? "a value is missing before '" + text + "'"
                : "a value is missing after '" + before + "'");
    }

    private void read() {
        before = RawToken.tokenClass(token) == RawToken.PUNCTUATOR ? text : "";
        token = unit.expander.nextToken();
        if (token != Expander.EOF) {
            here = unit.expander.expansionOf(token);
        }
        text = RawToken.tokenClass(token) == RawToken.PUNCTUATOR ? unit.spelling.text(token) : "";
        if (token != Expander.EOF && text.isEmpty()) {
            text = unit.spelling.text(token);
        }
    }

    private boolean at(String punctuator) {
        return RawToken.tokenClass(token) == RawToken.PUNCTUATOR && text.equals(punctuator);
    }

    private long comma() throws NoValue {
        long value = conditional();
        while (at(",")) {
            read();
            value = conditional();
        }
        return value;
    }

    private long conditional() throws NoValue {
        if (++depth > DEEPEST) {
            throw wrong("this expression is nested too deep");
        }
        long value = binary(1);
        if (at("?")) {
            value = chosen(value != 0);
        }
        depth--;
        return value;
    }

    private long chosen(boolean first) throws NoValue {
        read();
        unused += first ? 0 : 1;
        long yes = comma();
        boolean unsignedYes = unsigned;
        unused -= first ? 0 : 1;
        if (!at(":")) {
            throw wrong("'?' without ':'");
        }
        read();
        unused += first ? 1 : 0;
        long no = conditional();
        unused -= first ? 1 : 0;
        unsigned |= unsignedYes;
        return first ? yes : no;
    }

    private int precedence() {
        if (RawToken.tokenClass(token) != RawToken.PUNCTUATOR) {
            return 0;
        }
        return switch (text) {
            case "||" -> 1;
            case "&&" -> 2;
            case "|" -> 3;
            case "^" -> 4;
            case "&" -> 5;
            case "==", "!=" -> 6;
            case "<", ">", "<=", ">=" -> 7;
            case "<<", ">>" -> 8;
            case "+", "-" -> 9;
            case "*", "/", "%" -> 10;
            default -> 0;
        };
    }

    private long binary(int weakest) throws NoValue {
        long left = unary();
        for (int strength = precedence(); strength >= weakest; strength = precedence()) {
            String operator = text;
            boolean leftUnsigned = unsigned;
            int place = here;
            boolean skips = operator.equals("&&") && left == 0 || operator.equals("||") && left != 0;
            read();
            unused += skips ? 1 : 0;
            long right = binary(strength + 1);
            unused -= skips ? 1 : 0;
            boolean divides = operator.equals("/") || operator.equals("%");
            if (divides && right == 0 && unused == 0) {
                throw wrong(place, "division by zero in " + name());
            }
            left = apply(operator, left, leftUnsigned, right, unsigned);
        }
        return left;
    }

    private long apply(String operator, long left, boolean leftUnsigned, long right, boolean rightUnsigned) {
        boolean either = leftUnsigned || rightUnsigned;
        unsigned = false;
        int order = either ? Long.compareUnsigned(left, right) : Long.compare(left, right);
        switch (operator) {
            case "||" -> {
                return left != 0 || right != 0 ? 1 : 0;
            }
            case "&&" -> {
                return left != 0 && right != 0 ? 1 : 0;
            }
            case "==" -> {
                return left == right ? 1 : 0;
            }
            case "!=" -> {
                return left != right ? 1 : 0;
            }
            case "<" -> {
                return order < 0 ? 1 : 0;
            }
            case ">" -> {
                return order > 0 ? 1 : 0;
            }
            case "<=" -> {
                return order <= 0 ? 1 : 0;
            }
            case ">=" -> {
                return order >= 0 ? 1 : 0;
            }
            case "<<", ">>" -> {
                unsigned = leftUnsigned;
                boolean toLeft = operator.equals("<<") == (rightUnsigned || right >= 0);
                return shifted(left, leftUnsigned, toLeft, rightUnsigned || right >= 0 ? right : -right);
            }
            default -> {
                unsigned = either;
                return arithmetic(operator, left, right, either);
            }
        }
    }

    private static long shifted(long value, boolean unsigned, boolean left, long count) {
        boolean all = Long.compareUnsigned(count, 64) >= 0;
        if (left) {
            return all ? 0 : value << count;
        }
        if (unsigned) {
            return all ? 0 : value >>> count;
        }
        return value >> (all ? 63 : count);
    }

    private static long arithmetic(String operator, long left, long right, boolean asUnsigned) {
        return switch (operator) {
            case "|" -> left | right;
            case "^" -> left ^ right;
            case "&" -> left & right;
            case "+" -> left + right;
            case "-" -> left - right;
            case "*" -> left * right;
            // By zero only where the value is not used.
            case "/" -> right == 0 ? 0 : asUnsigned ? Long.divideUnsigned(left, right) : left / right;
            default -> right == 0 ? 0 : asUnsigned ? Long.remainderUnsigned(left, right) : left % right;
        };
    }

    private long unary() throws NoValue {
        if (++depth > DEEPEST) {
            throw wrong("this expression is nested too deep");
        }
        long value = RawToken.tokenClass(token) == RawToken.PUNCTUATOR ? prefixed() : primary();
        depth--;
        return value;
    }

    private long prefixed() throws NoValue {
        String operator = text;
        switch (operator) {
            case "(" -> {
                int open = here;
                read();
                long value = comma();
                if (token == Expander.EOF) {
                    throw wrong(open, "the ')' for this '(' is missing");
                }
                if (!at(")")) {
                    throw wrong("')' is missing before '" + text + "'");
                }
                read();
                return value;
            }
            case "#" -> {
                boolean holds = unit.directives.assertions.test(location).orElseThrow(NoValue::new);
                read();
                unsigned = false;
                return holds ? 1 : 0;
            }
            case "!", "~", "+", "-" -> {
                read();
                long value = unary();
                if (operator.equals("!")) {
                    unsigned = false;
                    return value == 0 ? 1 : 0;
                }
                return operator.equals("~") ? ~value : operator.equals("-") ? -value : value;
            }
            default -> throw valueMissing();
        }
    }

    private long primary() throws NoValue {
        unsigned = false;
        long value;
        switch (RawToken.tokenClass(token)) {
            case RawToken.NUMBER -> value = number();
            case RawToken.CHARACTER -> value = character();
            case RawToken.IDENTIFIER -> value = RawToken.isWord(token, Words.DEFINED)
                    ? defined()
                    : named();
            case RawToken.EOF -> throw valueMissing();
            default -> throw wrong("'" + text + "' has no value in " + name());
        }
        read();
        return value;
    }

    /** A name that is no macro. */
    private long named() throws NoValue {
        if (unit.c23 && unit.features.gccVersion() >= 13 && RawToken.isWord(token, Words.TRUE_WORD)) {
            return 1;
        }
        if (unit.flags.warnings().undefinedAreErrors() && unused == 0) {
            unit.problems.error(RawToken.location(token), "'" + text + "' is no macro");
        }
        return 0;
    }

    private long defined() throws NoValue {
        long name = unit.expander.nextUnexpanded();
        boolean paren = RawToken.isWord(name, Words.LPAREN_WORD);
        if (paren) {
            name = unit.expander.nextUnexpanded();
        }
        if (RawToken.tokenClass(name) != RawToken.IDENTIFIER) {
            throw wrong("'defined' needs a macro's name");
        }
        if (paren && !RawToken.isWord(unit.expander.nextUnexpanded(), Words.RPAREN_WORD)) {
            throw wrong("')' is missing after 'defined'");
        }
        return unit.macros.isDefined(RawToken.symbol(name)) ? 1 : 0;
    }

    private long number() throws NoValue {
        String digits = text.replace("'", "").toLowerCase(Locale.ROOT);
        int end = digits.length();
        while (end > 0 && "ul".indexOf(digits.charAt(end - 1)) >= 0) {
            unsigned |= digits.charAt(--end) == 'u';
        }
        String suffix = text.substring(text.length() - (digits.length() - end));
        if (!SUFFIX.matcher(suffix).matches()) {
            throw wrong("an integer has no suffix '" + suffix + "'");
        }
        String body = digits.substring(0, end);
        int radix = body.startsWith("0x") ? 16 : body.startsWith("0b") ? 2 : body.startsWith("0") ? 8 : 10;
        boolean newOctal = body.startsWith("0o") && unit.tokens.dialect().hasAfterC23();
        int start = radix == 16 || radix == 2 || newOctal ? 2 : 0;
        long value = 0;
        for (int i = start; i < body.length(); i++) {
            int digit = Character.digit(body.charAt(i), radix);
            if (digit < 0) {
                throw wrong("'" + text + "' is no integer");
            }
            value = value * radix + digit;
        }
        if (start == body.length()) {
            throw wrong("'" + text + "' is no integer");
        }
        unsigned |= value < 0;
        return value;
    }

    private long character() throws NoValue {
        Dialect dialect = unit.tokens.dialect();
        List<LiteralElement> elements = LiteralElement.of(text, dialect.hasDelimitedEscapes());
        if (elements.isEmpty()) {
            throw wrong("this character constant is empty");
        }
        Optional<String> escape = Escapes.wrong(text, text.indexOf('\'') + 1, text.length() - 1, dialect);
        if (escape.isPresent()) {
            throw wrong(escape.get());
        }
        String prefix = text.substring(0, text.indexOf('\''));
        if (!prefix.isEmpty()) {
            long last = elements.getLast().value();
            unsigned = !prefix.equals("L");
            return unsigned ? last : (int) last;
        }
        int value = 0;
        int count = 0;
        for (LiteralElement element : elements) {
            for (byte each : element.bytes()) {
                value = value << 8 | each & 0xff;
                count++;
            }
        }
        return count == 1 ? (byte) value : value;
    }
}
