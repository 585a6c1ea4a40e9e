package org.klpls.c.ast;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A statement. */
public sealed interface Statement extends BlockItem {
    /** Words after {@code asm}. */
    enum AsmQualifier {
        VOLATILE, INLINE, GOTO
    }

    /** {@code { int x; f(x); }} */
    record Block(int first, int end, List<BlockItem> items) implements Statement {
        public Block {
            items = List.copyOf(items);
        }
    }

    /** {@code f(x);} */
    record ExpressionStatement(int first, int end, Expression expression) implements Statement {}

    /** {@code ;}, or nothing at all after a label at a block's end. */
    record Empty(int first, int end) implements Statement {}

    /** {@code out: case 1: f();}: all the labels of one statement (since C23: of one declaration). */
    record Labeled(int first, int end, List<Label> labels, BlockItem item) implements Statement {
        public Labeled {
            labels = List.copyOf(labels);
        }
    }

    /** {@code if (x) f(); else g();} */
    record If(int first, int end, Expression condition, Statement then, Optional<Statement> otherwise)
            implements
                Statement {}

    /** {@code switch (x) { case 1: break; }} */
    record Switch(int first, int end, Expression value, Statement body) implements Statement {}

    /** {@code while (x) f();} */
    record While(int first, int end, Expression condition, Statement body) implements Statement {}

    /** {@code do f(); while (x);} */
    record DoWhile(int first, int end, Statement body, Expression condition) implements Statement {}

    /**
     * {@code for (int i = 0; i < 9; i++) f(i);}
     *
     * @param start an expression statement or a declaration, each with its semicolon
     */
    record For(int first, int end, Optional<BlockItem> start, Optional<Expression> condition,
            Optional<Expression> step, Statement body) implements Statement {}

    /** {@code goto out;} */
    record Goto(int first, int end, Name label) implements Statement {}

    /** GNU: {@code goto *targets[i];} */
    record ComputedGoto(int first, int end, Expression target) implements Statement {}

    /**
     * {@code break;}, since gcc 15 {@code break outer;}
     *
     * @param loop the label of what is left, if it is named
     */
    record Break(int first, int end, Optional<Name> loop) implements Statement {}

    /**
     * {@code continue;}, since gcc 15 {@code continue outer;}
     *
     * @param loop the label of what goes on, if it is named
     */
    record Continue(int first, int end, Optional<Name> loop) implements Statement {}

    /** {@code return x;} */
    record Return(int first, int end, Optional<Expression> value) implements Statement {}

    /** {@code __attribute__((fallthrough));}, {@code [[fallthrough]];} */
    record AttributeStatement(int first, int end, List<Attribute> attributes) implements Statement {
        public AttributeStatement {
            attributes = List.copyOf(attributes);
        }
    }

    /** GNU: {@code __label__ again, out;} */
    record LocalLabels(int first, int end, List<Name> names) implements Statement {
        public LocalLabels {
            names = List.copyOf(names);
        }
    }

    /** {@code asm volatile goto("jmp %l0" : : "i" (x) : "memory" : out);} */
    record Asm(int first, int end, Set<AsmQualifier> qualifiers, Expression.StringLiteral template,
            List<AsmOperand> outputs, List<AsmOperand> inputs, List<Expression.StringLiteral> clobbers,
            List<Name> labels) implements Statement {
        public Asm {
            qualifiers = Set.copyOf(qualifiers);
            outputs = List.copyOf(outputs);
            inputs = List.copyOf(inputs);
            clobbers = List.copyOf(clobbers);
            labels = List.copyOf(labels);
        }
    }
}
