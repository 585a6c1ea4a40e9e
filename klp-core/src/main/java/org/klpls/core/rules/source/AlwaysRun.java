package org.klpls.core.rules.source;

import java.util.ArrayList;
import java.util.List;
import org.klpls.c.ast.BinaryOperator;
import org.klpls.c.ast.BlockItem;
import org.klpls.c.ast.Declaration;
import org.klpls.c.ast.Expression;
import org.klpls.c.ast.FunctionDefinition;
import org.klpls.c.ast.Node;
import org.klpls.c.ast.Statement;
import org.klpls.c.ast.Walker;

/** The calls of a function body that stand on every way through it, but for those that leave it before. */
final class AlwaysRun {
    /** @param mayHaveLeft whether a return or a goto stands before it */
    record Reached(Expression.Call call, boolean mayHaveLeft) {}

    private final List<Reached> calls = new ArrayList<>();
    private boolean mayHaveLeft;

    private AlwaysRun() {}

    static List<Reached> of(Statement.Block body) {
        AlwaysRun always = new AlwaysRun();
        always.block(body);
        return List.copyOf(always.calls);
    }

    private void block(Statement.Block block) {
        block.items().forEach(this::item);
    }

    private void item(BlockItem item) {
        switch (item) {
            case Statement.Block block -> block(block);
            case Statement.Labeled labeled -> item(labeled.item());
            case Statement.ExpressionStatement statement -> evaluated(statement.expression());
            case Statement.Return end -> {
                end.value().ifPresent(this::evaluated);
                mayHaveLeft = true;
            }
            case Statement.If choice -> {
                evaluated(choice.condition());
                leaves(choice.then());
                choice.otherwise().ifPresent(this::leaves);
            }
            case Statement.Switch choice -> {
                evaluated(choice.value());
                leaves(choice.body());
            }
            case Statement.While loop -> {
                evaluated(loop.condition());
                leaves(loop.body());
            }
            case Statement.DoWhile loop -> item(loop.body());
            case Declaration declaration -> evaluated(declaration);
            default -> leaves(item);
        }
    }

    private void evaluated(Node node) {
        Walker.walkInto(node, this::enters);
    }

    /** Whether what is below is evaluated whenever this is. */
    private boolean enters(Node node) {
        return switch (node) {
            case Expression.Call call -> {
                calls.add(new Reached(call, mayHaveLeft));
                yield true;
            }
            case Expression.Conditional choice -> {
                evaluated(choice.condition());
                yield false;
            }
            case Expression.Binary binary when binary.operator() == BinaryOperator.LOGICAL_AND
                    || binary.operator() == BinaryOperator.LOGICAL_OR -> {
                evaluated(binary.left());
                yield false;
            }
            case Expression.StatementExpression statement -> {
                block(statement.block());
                yield false;
            }
            case Expression.SizeofExpression _,Expression.AlignofExpression _,Expression.GenericSelection _,Expression.ChooseExpression _,FunctionDefinition _ ->
                false;
            default -> true;
        };
    }

    /** A loop that never ends is left as little as a return is passed. */
    private void leaves(Node node) {
        Walker.walk(node, inner -> mayHaveLeft |= inner instanceof Statement.Return || inner instanceof Statement.Goto
                || inner instanceof Statement.ComputedGoto || inner instanceof Statement.Asm asm
                        && asm.qualifiers().contains(Statement.AsmQualifier.GOTO));
    }
}
