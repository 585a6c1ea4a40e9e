package org.klpls.core.rules.source;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.klpls.c.ast.BlockItem;
import org.klpls.c.ast.Declaration;
import org.klpls.c.ast.Expression;
import org.klpls.c.ast.FunctionDefinition;
import org.klpls.c.ast.InitDeclarator;
import org.klpls.c.ast.Label;
import org.klpls.c.ast.Name;
import org.klpls.c.ast.Node;
import org.klpls.c.ast.Statement;
import org.klpls.c.ast.UnaryOperator;
import org.klpls.c.ast.Walker;
import org.klpls.core.source.SourceCode;

/** The ways through a function, statement by statement. For one thread and one function. */
final class PathWalk {
    /** How a way leaves a statement. A function is left at a return, or at the goto that leads to one. */
    sealed interface End {
        record Falls() implements End {}

        record Returns(Statement at, PathState.Known value) implements End {}

        record Jumps(Statement.Goto at) implements End {}

        record Breaks() implements End {}

        record Continues() implements End {}
    }

    /** A way up to where it leaves. */
    record Way(PathState state, End end) {}

    private static final End FALLS = new End.Falls();

    private final SourceCode code;
    private final Set<EnablePaths.Mishap> mishaps;
    private final PathBudget budget = new PathBudget();

    PathWalk(SourceCode code, Set<EnablePaths.Mishap> mishaps) {
        this.code = code;
        this.mishaps = mishaps;
    }

    SourceCode code() {
        return code;
    }

    void happens(EnablePaths.Mishap mishap) {
        mishaps.add(mishap);
    }

    /** All ways through a function that end. */
    List<Way> through(FunctionDefinition function, PathState state, int depth) {
        List<Way> ended = new ArrayList<>();
        List<BlockItem> items = code.unit().body(function).items();
        List<Way> open = new Run(function, depth).items(items, state);
        Set<Way> passed = new HashSet<>();
        while (!open.isEmpty()) {
            List<Way> next = new ArrayList<>();
            for (Way way : open) {
                if (way.end() instanceof End.Jumps(Statement.Goto jump)) {
                    // backwards it is a loop, and nothing new
                    int at = indexOf(items, jump);
                    if (at >= 0 && items.get(at).first() > jump.first() && passed.add(way)) {
                        new Run(function, depth).items(items.subList(at, items.size()), way.state())
                                .forEach(on -> next.add(on.end() instanceof End.Returns(_, PathState.Known value)
                                        ? new Way(on.state(), new End.Returns(jump, value))
                                        : on));
                    }
                } else {
                    ended.add(way);
                }
            }
            open = PathBudget.few(next);
        }
        return PathBudget.few(ended);
    }

    /** Where a label of the outermost block stands. */
    private static int indexOf(List<BlockItem> items, Statement.Goto jump) {
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i) instanceof Statement.Labeled labeled && labeled.labels().stream().anyMatch(
                    l -> l instanceof Label.Named named && named.name().text().equals(jump.label().text()))) {
                return i;
            }
        }
        return -1;
    }

    /** One function, at one depth of calls. */
    final class Run {
        private final FunctionDefinition function;
        private final int depth;
        private final PathValues values;
        private final Set<String> locals = new HashSet<>();

        Run(FunctionDefinition function, int depth) {
            this.function = function;
            this.depth = depth;
            this.values = new PathValues(PathWalk.this, this);
            Walker.all(InitDeclarator.class, code.unit().body(function))
                    .forEach(d -> d.declarator().name().map(Name::text).ifPresent(locals::add));
        }

        /** Others may be changed by any call. */
        boolean isLocal(String variable) {
            return locals.contains(variable);
        }

        FunctionDefinition function() {
            return function;
        }

        int depth() {
            return depth;
        }

        List<Way> items(List<BlockItem> items, PathState start) {
            List<Way> left = new ArrayList<>();
            List<PathState> open = List.of(start);
            for (BlockItem item : items) {
                List<PathState> next = new ArrayList<>();
                for (PathState state : open) {
                    for (Way way : item(item, state)) {
                        if (way.end().equals(FALLS)) {
                            next.add(way.state());
                        } else {
                            left.add(way);
                        }
                    }
                }
                open = PathBudget.few(next);
            }
            open.forEach(state -> left.add(new Way(state, FALLS)));
            return PathBudget.few(left);
        }

        private List<Way> item(BlockItem item, PathState state) {
            if (!budget.takesStep()) {
                return List.of();
            }
            return switch (item) {
                case Declaration declaration -> fall(declared(declaration, state));
                case Statement.ExpressionStatement s -> fall(states(values.of(s.expression(), state)));
                case Statement.Block block -> items(block.items(), state);
                case Statement.Labeled labeled -> item(labeled.item(), state);
                case Statement.If branch -> branch(branch, state);
                case Statement.Return last -> returned(last, state);
                case Statement.Goto jump -> List.of(new Way(state, new End.Jumps(jump)));
                case Statement.Break _ -> List.of(new Way(state, new End.Breaks()));
                case Statement.Continue _ -> List.of(new Way(state, new End.Continues()));
                case Statement.Switch choice -> choice(choice, state);
                case Statement.While loop -> loop(loop, Optional.of(loop.condition()), loop.body(), state);
                case Statement.DoWhile loop -> loop(loop, Optional.empty(), loop.body(), state);
                case Statement.For loop -> loop(loop, loop.condition(), loop.body(), state);
                // where it leads nobody knows
                case Statement.ComputedGoto _ -> List.of();
                default -> List.of(new Way(forgetAssigned(item, state), FALLS));
            };
        }

        private List<PathState> declared(Declaration declaration, PathState start) {
            List<PathState> open = List.of(start);
            for (InitDeclarator declarator : declaration.declarators()) {
                Optional<String> name = declarator.declarator().name().map(Name::text);
                if (declarator.initializer().filter(Expression.class::isInstance).isPresent() && name.isPresent()) {
                    Expression value = (Expression) declarator.initializer().get();
                    open = PathBudget.few(open.stream().flatMap(state -> values.of(value, state).stream())
                            .map(result -> result.state().with(name.get(), result.value())).toList());
                }
            }
            return open;
        }

        private List<Way> branch(Statement.If branch, PathState state) {
            List<Way> ways = new ArrayList<>();
            for (PathValues.Decided decided : values.decide(branch.condition(), state)) {
                Optional<Statement> taken = decided.taken() ? Optional.of(branch.then()) : branch.otherwise();
                ways.addAll(taken.map(statement -> item(statement, decided.state()))
                        .orElseGet(() -> List.of(new Way(decided.state(), FALLS))));
            }
            return PathBudget.few(ways);
        }

        private List<Way> returned(Statement.Return last, PathState state) {
            return last.value().map(value -> values.of(value, state).stream()
                    .map(result -> new Way(result.state(), new End.Returns(last, result.value()))).toList())
                    .orElseGet(() -> List.of(new Way(state, new End.Returns(last, new PathState.Known.Exactly(0)))));
        }

        /** From each label on; and past it, as no case may be right. */
        private List<Way> choice(Statement.Switch choice, PathState state) {
            List<Way> ways = new ArrayList<>(List.of(new Way(state, FALLS)));
            if (choice.body() instanceof Statement.Block block) {
                for (int i = 0; i < block.items().size(); i++) {
                    if (block.items().get(i) instanceof Statement.Labeled) {
                        ways.addAll(items(block.items().subList(i, block.items().size()), state));
                    }
                }
            }
            return PathBudget.few(ways.stream()
                    .map(way -> way.end() instanceof End.Breaks ? new Way(way.state(), FALLS) : way).toList());
        }

        /** Once through the body, with nothing known of what it changes; or past it. */
        private List<Way> loop(Statement loop, Optional<Expression> condition, Statement body, PathState start) {
            PathState state = forgetAssigned(loop, start);
            boolean endless = condition.flatMap(c -> values.constant(c)).filter(v -> v != 0).isPresent()
                    || loop instanceof Statement.For && condition.isEmpty();
            List<Way> ways = new ArrayList<>();
            if (!endless && !(loop instanceof Statement.DoWhile)) {
                ways.add(new Way(state, FALLS));
            }
            for (Way way : item(body, state)) {
                switch (way.end()) {
                    case End.Returns _,End.Jumps _ -> ways.add(way);
                    case End.Breaks _ -> ways.add(new Way(forgetAssigned(loop, way.state()), FALLS));
                    case End.Falls _,End.Continues _ -> {
                        if (!endless) {
                            ways.add(new Way(forgetAssigned(loop, way.state()), FALLS));
                        }
                    }
                }
            }
            return PathBudget.few(ways);
        }

        private static List<Way> fall(List<PathState> states) {
            return states.stream().map(state -> new Way(state, FALLS)).toList();
        }

        private static List<PathState> states(List<PathValues.Result> results) {
            return PathBudget.few(results.stream().map(PathValues.Result::state).toList());
        }
    }

    /** The state without what a piece of code may change. */
    static PathState forgetAssigned(Node node, PathState state) {
        Set<String> changed = new HashSet<>();
        Walker.walk(node, n -> changedBy(n).ifPresent(changed::add));
        return changed.isEmpty() ? state : state.forgetting(changed::contains);
    }

    private static Optional<String> changedBy(Node node) {
        return switch (node) {
            case Expression.Assignment a -> PathValues.name(a.target());
            case Expression.Postfix p -> PathValues.name(p.operand());
            case Expression.Unary u when Stream.of(UnaryOperator.INCREMENT, UnaryOperator.DECREMENT,
                    UnaryOperator.ADDRESS).anyMatch(u.operator()::equals) ->
                PathValues.name(u.operand());
            default -> Optional.empty();
        };
    }
}
