package org.klpls.c.ast;

import java.util.List;
import java.util.Optional;

/** An expression. */
public sealed interface Expression extends Initializer {
    /** {@code x}, where it is used and not declared. */
    record Identifier(int first, int end, String name) implements Expression {}

    /** {@code 0x10UL}, {@code 1.5f}: as it is written. */
    record NumberLiteral(int first, int end, String text) implements Expression {}

    /** {@code '\n'}, with its quotes and prefix. */
    record CharacterLiteral(int first, int end, String text) implements Expression {}

    /** {@code "a" "b"}: all the adjacent ones, each with its quotes and prefix. */
    record StringLiteral(int first, int end, List<String> pieces) implements Expression {
        public StringLiteral {
            pieces = List.copyOf(pieces);
        }
    }

    /** C23: {@code true}, {@code false} */
    record BoolLiteral(int first, int end, boolean value) implements Expression {}

    /** C23: {@code nullptr} */
    record NullptrLiteral(int first, int end) implements Expression {}

    /** {@code (x)} */
    record Parenthesized(int first, int end, Expression inner) implements Expression {}

    /** GNU: {@code ({ int y = x; y; })} */
    record StatementExpression(int first, int end, Statement.Block block) implements Expression {}

    /** {@code array[i]} */
    record Index(int first, int end, Expression array, Expression index) implements Expression {}

    /** {@code f(x, y)} */
    record Call(int first, int end, Expression function, List<Expression> arguments) implements Expression {
        public Call {
            arguments = List.copyOf(arguments);
        }
    }

    /** {@code s.m}; arrow: {@code p->m} */
    record Member(int first, int end, Expression object, Name name, boolean arrow) implements Expression {}

    /** {@code x++}; decrement: {@code x--} */
    record Postfix(int first, int end, Expression operand, boolean decrement) implements Expression {}

    /** {@code (struct s) { .m = 1 }} */
    record CompoundLiteral(int first, int end, TypeName type, InitializerList initializer) implements Expression {}

    /** {@code -x}, {@code &x}, {@code __extension__ x} */
    record Unary(int first, int end, UnaryOperator operator, Expression operand) implements Expression {}

    /** GNU: {@code &&out} */
    record LabelAddress(int first, int end, Name label) implements Expression {}

    /** {@code sizeof x} */
    record SizeofExpression(int first, int end, Expression operand) implements Expression {}

    /** {@code sizeof(struct s)} */
    record SizeofType(int first, int end, TypeName type) implements Expression {}

    /** GNU: {@code __alignof__(x)} */
    record AlignofExpression(int first, int end, Expression operand) implements Expression {}

    /** {@code _Alignof(long)} */
    record AlignofType(int first, int end, TypeName type) implements Expression {}

    /** {@code (long)x} */
    record Cast(int first, int end, TypeName type, Expression operand) implements Expression {}

    /** {@code x + y} */
    record Binary(int first, int end, BinaryOperator operator, Expression left, Expression right)
            implements
                Expression {}

    /**
     * {@code x += y}
     *
     * @param operator empty for {@code =}
     */
    record Assignment(int first, int end, Optional<BinaryOperator> operator, Expression target, Expression value)
            implements
                Expression {}

    /**
     * {@code c ? x : y}
     *
     * @param then empty for GNU's {@code c ?: y}
     */
    record Conditional(int first, int end, Expression condition, Optional<Expression> then, Expression otherwise)
            implements
                Expression {}

    /** {@code x, y, z} */
    record Comma(int first, int end, List<Expression> operands) implements Expression {
        public Comma {
            operands = List.copyOf(operands);
        }
    }

    /**
     * {@code _Generic(x, long: 2, default: 3)}, since gcc 15 {@code _Generic(const int, int: 1, default: 2)}
     *
     * @param control empty where a type is asked for
     * @param type empty where an expression is
     */
    record GenericSelection(int first, int end, Optional<Expression> control, Optional<TypeName> type,
            List<GenericAssociation> associations)
            implements
                Expression {
        public GenericSelection {
            associations = List.copyOf(associations);
        }
    }

    /** {@code __builtin_va_arg(ap, int)} */
    record VaArg(int first, int end, Expression list, TypeName type) implements Expression {}

    /**
     * {@code __builtin_offsetof(struct s, a.b[2])}
     *
     * @param designators the first one is a member
     */
    record Offsetof(int first, int end, TypeName type, List<Designator> designators) implements Expression {
        public Offsetof {
            designators = List.copyOf(designators);
        }
    }

    /** {@code __builtin_types_compatible_p(int, long)} */
    record TypesCompatible(int first, int end, TypeName left, TypeName right) implements Expression {}

    /** {@code __builtin_choose_expr(1, x, y)} */
    record ChooseExpression(int first, int end, Expression condition, Expression then, Expression otherwise)
            implements
                Expression {}

    /** GNU: {@code __builtin_convertvector(v, v4sf)}: each element converted */
    record ConvertVector(int first, int end, Expression operand, TypeName type) implements Expression {}

    /**
     * GNU: {@code __builtin_has_attribute(x, packed)}
     *
     * @param type empty where it is asked of an object
     * @param object empty where it is asked of a type
     */
    record HasAttribute(int first, int end, Optional<TypeName> type, Optional<Expression> object, Attribute attribute)
            implements
                Expression {}

    /**
     * Since gcc 15, in the parentheses of an if or switch: {@code int n = f()} in
     * {@code if (int n = f()) g();}, {@code int n = f(); n > 1} in {@code if (int n = f(); n > 1) g();}
     *
     * @param value empty where the value of what is declared counts
     */
    record DeclaredCondition(int first, int end, Declaration declaration, Optional<Expression> value)
            implements
                Expression {}
}
