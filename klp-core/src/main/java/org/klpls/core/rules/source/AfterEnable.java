package org.klpls.core.rules.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.klpls.c.ast.BlockItem;
import org.klpls.c.ast.Declaration;
import org.klpls.c.ast.Expression;
import org.klpls.c.ast.FunctionDefinition;
import org.klpls.c.ast.Label;
import org.klpls.c.ast.Name;
import org.klpls.c.ast.Node;
import org.klpls.c.ast.Statement;
import org.klpls.c.ast.Walker;
import org.klpls.c.types.Constants;
import org.klpls.core.source.SourceCode;

/**
 * What an init function does after it has enabled a patch: the first statement at which it returns an error. Only what
 * the shape of the function makes certain is told: code under a condition on the result of klp_enable_patch() is not.
 */
final class AfterEnable {
    private final FunctionDefinition init;
    private final SourceCode.Call call;
    private final Constants constants;
    /** The variable that holds the result; empty once it holds something else. */
    private Optional<String> result = Optional.empty();

    private AfterEnable(FunctionDefinition init, SourceCode.Call call, Constants constants) {
        this.init = init;
        this.call = call;
        this.constants = constants;
    }

    static AfterEnable of(FunctionDefinition init, SourceCode.Call call, Constants constants) {
        return new AfterEnable(init, call, constants);
    }

    Optional<Statement> failure() {
        List<BlockItem> items = init.body().map(Statement.Block::items).orElse(List.of());
        for (int i = 0; i < items.size(); i++) {
            if (holds(items.get(i))) {
                return isJudged(items.get(i)) ? failureIn(items.subList(i + 1, items.size())) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private boolean holds(Node node) {
        return node.first() <= call.expression().first() && call.expression().end() <= node.end();
    }

    /** Notes where the result goes. A call inside a branch, or whose value is returned, is followed by nothing certain. */
    private boolean isJudged(BlockItem item) {
        switch (item) {
            case Declaration declaration -> declaration.declarators().stream().filter(this::holds)
                    .forEach(d -> result = d.declarator().name().map(Name::text));
            case Statement.ExpressionStatement statement -> noteAssignment(statement);
            case Statement.If branch when holds(branch.condition()) -> noteAssignment(branch.condition());
            default -> {
                return false;
            }
        }
        return true;
    }

    private void noteAssignment(Node node) {
        Walker.all(Expression.Assignment.class, node).stream().filter(a -> holds(a.value())).findFirst()
                .ifPresent(a -> result = name(a.target()));
    }

    private static Optional<String> name(Expression expression) {
        return switch (expression) {
            case Expression.Identifier identifier -> Optional.of(identifier.name());
            case Expression.Parenthesized p -> name(p.inner());
            default -> Optional.empty();
        };
    }

    private Optional<Statement> failureIn(List<BlockItem> items) {
        for (BlockItem item : items) {
            if (item instanceof Statement.Return last) {
                return mayFail(last) ? Optional.of(last) : Optional.empty();
            }
            if (!isAboutResult(item)) {
                forget(item);
                Optional<Statement> inside = jumps(item).stream().filter(this::leadsToError).findFirst();
                if (inside.isPresent() || item instanceof Statement.Goto) {
                    return inside;
                }
            }
        }
        return Optional.empty();
    }

    /** {@code if (ret) …}: what is under it runs when the patch is not enabled. */
    private boolean isAboutResult(BlockItem item) {
        return item instanceof Statement.If branch && result.isPresent()
                && Walker.all(Expression.Identifier.class, branch.condition()).stream()
                        .anyMatch(n -> n.name().equals(result.get()));
    }

    private void forget(Node node) {
        boolean assigned = Walker.all(Expression.Assignment.class, node).stream()
                .anyMatch(a -> name(a.target()).isPresent() && name(a.target()).equals(result) && !isEnable(a.value()));
        if (assigned) {
            result = Optional.empty();
        }
    }

    /** A second patch is another rule's affair. */
    private static boolean isEnable(Expression value) {
        return value instanceof Expression.Call c && c.function() instanceof Expression.Identifier name
                && name.name().equals(EnableCalls.ENABLE);
    }

    private static List<Statement> jumps(Node node) {
        List<Statement> jumps = new ArrayList<>();
        Walker.walk(node, n -> {
            if (n instanceof Statement.Return || n instanceof Statement.Goto) {
                jumps.add((Statement) n);
            }
        });
        return jumps;
    }

    private boolean leadsToError(Statement jump) {
        return switch (jump) {
            case Statement.Return last -> mayFail(last);
            case Statement.Goto to -> returnAfter(to.label().text()).filter(this::mayFail).isPresent();
            default -> false;
        };
    }

    /** The return that follows a label of the function's outermost block. */
    private Optional<Statement.Return> returnAfter(String label) {
        boolean passed = false;
        for (BlockItem item : init.body().map(Statement.Block::items).orElse(List.of())) {
            BlockItem inner = item;
            if (item instanceof Statement.Labeled labeled) {
                passed |= labeled.labels().stream()
                        .anyMatch(l -> l instanceof Label.Named named && named.name().text().equals(label));
                inner = labeled.item();
            }
            if (passed && inner instanceof Statement.Return last) {
                return Optional.of(last);
            }
        }
        return Optional.empty();
    }

    /** Anything but 0, the result of klp_enable_patch() itself, and a positive number, which the kernel takes for success. */
    private boolean mayFail(Statement.Return last) {
        if (last.value().isEmpty()) {
            return false;
        }
        Expression value = last.value().get();
        var constant = constants.value(value);
        return constant.isPresent()
                ? constant.getAsLong() < 0
                : name(value).isEmpty() || !name(value).equals(result);
    }
}
