package org.klpls.c.parse;

import java.util.Optional;

import org.klpls.c.ast.BinaryOperator;
import org.klpls.c.ast.UnaryOperator;
import org.klpls.c.pp.TokenKind;

/** Operators by the kind of their token. */
final class Operators {
    private static final TokenKind[] KINDS = TokenKind.values();
    private static final byte[] TIGHTNESS = tightnesses();

    private Operators() {}

    /** How tightly a binary operator binds, 1 for {@code ||} to 10 for {@code *}; -1 for other tokens. */
    static int tightness(int kind) {
        return TIGHTNESS[kind];
    }

    static int tightness(BinaryOperator operator) {
        return switch (operator) {
            case LOGICAL_OR -> 1;
            case LOGICAL_AND -> 2;
            case OR -> 3;
            case XOR -> 4;
            case AND -> 5;
            case EQUAL, NOT_EQUAL -> 6;
            case LESS, GREATER, LESS_EQUAL, GREATER_EQUAL -> 7;
            case SHIFT_LEFT, SHIFT_RIGHT -> 8;
            case ADD, SUBTRACT -> 9;
            case MULTIPLY, DIVIDE, REMAINDER -> 10;
        };
    }

    static BinaryOperator binary(int kind) {
        return find(KINDS[kind]).orElseThrow(() -> new IllegalStateException("no operator: " + KINDS[kind]));
    }

    /** The operator inside of {@code +=}; empty for {@code =}. */
    static Optional<BinaryOperator> compound(int kind) {
        TokenKind assignment = KINDS[kind];
        if (assignment == TokenKind.ASSIGN) {
            return Optional.empty();
        }
        BinaryOperator operator = switch (assignment) {
            case MUL_ASSIGN -> BinaryOperator.MULTIPLY;
            case DIV_ASSIGN -> BinaryOperator.DIVIDE;
            case MOD_ASSIGN -> BinaryOperator.REMAINDER;
            case ADD_ASSIGN -> BinaryOperator.ADD;
            case SUB_ASSIGN -> BinaryOperator.SUBTRACT;
            case SHL_ASSIGN -> BinaryOperator.SHIFT_LEFT;
            case SHR_ASSIGN -> BinaryOperator.SHIFT_RIGHT;
            case AND_ASSIGN -> BinaryOperator.AND;
            case XOR_ASSIGN -> BinaryOperator.XOR;
            case OR_ASSIGN -> BinaryOperator.OR;
            default -> throw new IllegalStateException("no assignment: " + assignment);
        };
        return Optional.of(operator);
    }

    static UnaryOperator unary(int kind) {
        return switch (KINDS[kind]) {
            case INC -> UnaryOperator.INCREMENT;
            case DEC -> UnaryOperator.DECREMENT;
            case AND -> UnaryOperator.ADDRESS;
            case STAR -> UnaryOperator.DEREFERENCE;
            case PLUS -> UnaryOperator.PLUS;
            case MINUS -> UnaryOperator.MINUS;
            case TILDE -> UnaryOperator.COMPLEMENT;
            case NOT -> UnaryOperator.NOT;
            case REAL -> UnaryOperator.REAL;
            case IMAG -> UnaryOperator.IMAG;
            case EXTENSION -> UnaryOperator.EXTENSION;
            default -> throw new IllegalStateException("no operator: " + KINDS[kind]);
        };
    }

    private static Optional<BinaryOperator> find(TokenKind kind) {
        return Optional.ofNullable(switch (kind) {
            case OR_OR -> BinaryOperator.LOGICAL_OR;
            case AND_AND -> BinaryOperator.LOGICAL_AND;
            case OR -> BinaryOperator.OR;
            case XOR -> BinaryOperator.XOR;
            case AND -> BinaryOperator.AND;
            case EQ -> BinaryOperator.EQUAL;
            case NE -> BinaryOperator.NOT_EQUAL;
            case LT -> BinaryOperator.LESS;
            case GT -> BinaryOperator.GREATER;
            case LE -> BinaryOperator.LESS_EQUAL;
            case GE -> BinaryOperator.GREATER_EQUAL;
            case SHL -> BinaryOperator.SHIFT_LEFT;
            case SHR -> BinaryOperator.SHIFT_RIGHT;
            case PLUS -> BinaryOperator.ADD;
            case MINUS -> BinaryOperator.SUBTRACT;
            case STAR -> BinaryOperator.MULTIPLY;
            case SLASH -> BinaryOperator.DIVIDE;
            case PERCENT -> BinaryOperator.REMAINDER;
            default -> null;
        });
    }

    private static byte[] tightnesses() {
        byte[] tightnesses = new byte[KINDS.length];
        for (TokenKind kind : KINDS) {
            tightnesses[kind.ordinal()] = (byte) (int) find(kind).map(Operators::tightness).orElse(-1);
        }
        return tightnesses;
    }
}
