package org.klpls.core.rules.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

import org.klpls.c.ast.BinaryOperator;
import org.klpls.c.ast.BlockItem;
import org.klpls.c.ast.Expression;
import org.klpls.c.ast.FunctionDefinition;
import org.klpls.c.ast.Node;
import org.klpls.c.ast.Statement;
import org.klpls.c.ast.UnaryOperator;
import org.klpls.c.ast.Walker;
import org.klpls.c.types.Constants;
import org.klpls.core.rules.source.PathState.Known;
import org.klpls.core.source.SourceCode;

/** The values of expressions on a way: constants, local variables, and what the author's own functions return. */
final class PathValues {
    /** A value, and the way on which it is that. */
    record Result(PathState state, Known value) {}

    /** A condition, taken one way. */
    record Decided(PathState state, boolean taken) {}

    private static final Known NOTHING = new Known.Nothing();
    private static final Known ZERO = new Known.Exactly(0);

    private final PathWalk walk;
    private final PathWalk.Run run;
    private final Constants constants;

    PathValues(PathWalk walk, PathWalk.Run run) {
        this.walk = walk;
        this.run = run;
        this.constants = new Constants(walk.code().unit());
    }

    Optional<Long> constant(Expression expression) {
        OptionalLong value = constants.value(expression);
        return value.isPresent() ? Optional.of(value.getAsLong()) : Optional.empty();
    }

    static Optional<String> name(Expression expression) {
        return switch (expression) {
            case Expression.Identifier identifier -> Optional.of(identifier.name());
            case Expression.Parenthesized p -> name(p.inner());
            default -> Optional.empty();
        };
    }

    /** The function or variable whose address this is: {@code f}, {@code &f}. */
    static Optional<String> address(Expression expression) {
        return switch (expression) {
            case Expression.Unary unary when unary.operator() == UnaryOperator.ADDRESS -> name(unary.operand());
            case Expression.Cast cast -> address(cast.operand());
            default -> name(expression);
        };
    }

    List<Result> of(Expression expression, PathState state) {
        return switch (expression) {
            case Expression.Parenthesized p -> of(p.inner(), state);
            case Expression.Cast cast -> of(cast.operand(), state);
            case Expression.Identifier name -> List.of(new Result(state, constant(name)
                    .<Known>map(Known.Exactly::new).orElseGet(() -> state.of(name.name()))));
            case Expression.Assignment a -> assigned(a, state);
            case Expression.Comma comma -> last(comma.operands(), state);
            case Expression.Call call -> called(call, state);
            case Expression.StatementExpression s -> block(s.block(), state);
            case Expression.Conditional c -> chosen(c, state);
            case Expression.Unary u when u.operator() == UnaryOperator.NOT -> truths(u, state);
            case Expression.Unary u when u.operator() == UnaryOperator.EXTENSION -> of(u.operand(), state);
            case Expression.Binary b when isTruth(b.operator()) -> truths(b, state);
            default -> other(expression, state);
        };
    }

    private List<Result> other(Expression expression, PathState state) {
        Optional<Long> constant = constant(expression);
        if (constant.isPresent()) {
            return List.of(new Result(state, new Known.Exactly(constant.get())));
        }
        // calls further down count, too
        List<PathState> open = List.of(state);
        for (Node child : Walker.children(expression)) {
            if (child instanceof Expression inner) {
                open = PathBudget.few(open.stream().flatMap(s -> of(inner, s).stream()).map(Result::state).toList());
            }
        }
        return open.stream().map(s -> new Result(PathWalk.forgetAssigned(expression, s), NOTHING)).toList();
    }

    private static boolean isTruth(BinaryOperator operator) {
        return switch (operator) {
            case LOGICAL_OR, LOGICAL_AND, EQUAL, NOT_EQUAL, LESS, GREATER, LESS_EQUAL, GREATER_EQUAL -> true;
            case OR, XOR, AND, SHIFT_LEFT, SHIFT_RIGHT, ADD, SUBTRACT, MULTIPLY, DIVIDE, REMAINDER -> false;
        };
    }

    private List<Result> truths(Expression expression, PathState state) {
        return decide(expression, state).stream()
                .map(d -> new Result(d.state(), new Known.Exactly(d.taken() ? 1 : 0))).toList();
    }

    private List<Result> assigned(Expression.Assignment assignment, PathState state) {
        Optional<String> name = name(assignment.target()).filter(run::isLocal);
        return PathBudget.few(of(assignment.value(), state).stream().map(result -> {
            Known value = assignment.operator().isEmpty() ? result.value() : NOTHING;
            return new Result(name.map(n -> result.state().with(n, value)).orElse(result.state()), value);
        }).toList());
    }

    private List<Result> last(List<Expression> operands, PathState start) {
        List<Result> open = List.of(new Result(start, NOTHING));
        for (Expression operand : operands) {
            open = PathBudget.few(open.stream().flatMap(r -> of(operand, r.state()).stream()).toList());
        }
        return open;
    }

    private List<Result> chosen(Expression.Conditional choice, PathState state) {
        List<Result> results = new ArrayList<>();
        if (choice.then().isEmpty()) {
            for (Result result : of(choice.condition(), state)) {
                Optional<Boolean> truth = result.value().truth();
                if (!truth.equals(Optional.of(false))) {
                    results.add(result);
                }
                if (!truth.equals(Optional.of(true))) {
                    results.addAll(of(choice.otherwise(), result.state()));
                }
            }
            return results;
        }
        for (Decided decided : decide(choice.condition(), state)) {
            results.addAll(of(decided.taken() ? choice.then().get() : choice.otherwise(), decided.state()));
        }
        return PathBudget.few(results);
    }

    /** The value of a block in parentheses is that of its last expression. */
    private List<Result> block(Statement.Block block, PathState state) {
        List<BlockItem> items = block.items();
        if (items.isEmpty() || !(items.getLast() instanceof Statement.ExpressionStatement value)) {
            return run.items(items, state).stream().map(way -> new Result(way.state(), NOTHING)).toList();
        }
        return PathBudget.few(run.items(items.subList(0, items.size() - 1), state).stream()
                .filter(way -> way.end() instanceof PathWalk.End.Falls)
                .flatMap(way -> of(value.expression(), way.state()).stream()).toList());
    }

    private List<Result> called(Expression.Call call, PathState state) {
        String callee = name(call.function()).orElse("");
        if (callee.equals("__builtin_expect") && !call.arguments().isEmpty()) {
            return of(call.arguments().getFirst(), state);
        }
        if (callee.equals(EnableCalls.ENABLE)) {
            return enabled(at(callee, call), state);
        }
        PathState before = last(call.arguments(), state).getFirst().state();
        if (walk.code().function(callee).isEmpty()) {
            switch (callee) {
                case "klp_register_patch" -> {
                    before.registered().ifPresent(first -> walk
                            .happens(new EnablePaths.Mishap.RegisteredAgain(first, at(callee, call))));
                    return List.of(new Result(before.registeredBy(at(callee, call)), ZERO),
                            new Result(before, new Known.Negative()));
                }
                case "klp_disable_patch" -> {
                    if (before.enabled().isEmpty()) {
                        walk.happens(new EnablePaths.Mishap.Needless(at(callee, call)));
                    }
                    return List.of(new Result(before.disabled(), NOTHING));
                }
                case "klp_unregister_patch" -> {
                    if (before.registered().isEmpty()) {
                        walk.happens(new EnablePaths.Mishap.Needless(at(callee, call)));
                    }
                    if (before.enabled().isPresent()) {
                        walk.happens(new EnablePaths.Mishap.UnregisteredEnabled(before.enabled().get(),
                                at(callee, call)));
                        return List.of(new Result(before, new Known.Negative()));
                    }
                    return List.of(new Result(before.unregistered(), NOTHING));
                }
                default -> {
                }
            }
        }
        Optional<FunctionDefinition> own = walk.code().function(callee)
                .filter(_ -> run.depth() < PathBudget.DEEPEST_CALL);
        if (own.isEmpty()) {
            return List.of(new Result(before, NOTHING));
        }
        List<Result> results = PathBudget.few(walk.through(own.get(), before.entered(), run.depth() + 1).stream()
                .map(way -> new Result(way.state().left(before),
                        way.end() instanceof PathWalk.End.Returns(_, Known value)
                                ? value
                                : NOTHING))
                .toList());
        boolean enables = results.stream().anyMatch(r -> !r.state().enabled().equals(before.enabled())
                || !r.state().registered().equals(before.registered()));
        return enables || results.size() < 2 ? results : List.of(new Result(before, NOTHING));
    }

    private SourceCode.Call at(String callee, Expression.Call call) {
        return new SourceCode.Call(callee, run.function(), call, walk.code().place(call));
    }

    private List<Result> enabled(SourceCode.Call call, PathState state) {
        if (state.registered().isEmpty()) {
            walk.happens(new EnablePaths.Mishap.Unregistered(call));
        }
        if (state.enabled().isPresent()) {
            walk.happens(new EnablePaths.Mishap.Again(state.enabled().get(), call));
            return List.of();
        }
        return List.of(new Result(state.enabledBy(call), ZERO), new Result(state, new Known.Negative()));
    }

    /** Which ways a condition goes, with what follows from each. */
    List<Decided> decide(Expression condition, PathState state) {
        return switch (condition) {
            case Expression.Parenthesized p -> decide(p.inner(), state);
            case Expression.Unary u when u.operator() == UnaryOperator.NOT -> decide(u.operand(), state).stream()
                    .map(d -> new Decided(d.state(), !d.taken())).toList();
            case Expression.Call call when name(call.function()).equals(Optional.of("__builtin_expect"))
                    && !call.arguments().isEmpty() ->
                decide(call.arguments().getFirst(), state);
            case Expression.Binary b when b.operator() == BinaryOperator.LOGICAL_AND -> both(b, state, true);
            case Expression.Binary b when b.operator() == BinaryOperator.LOGICAL_OR -> both(b, state, false);
            case Expression.Binary b when isTruth(b.operator()) -> compared(b, state);
            default -> truth(condition, state);
        };
    }

    /** @param goesOn the value of the left side at which the right one counts */
    private List<Decided> both(Expression.Binary binary, PathState state, boolean goesOn) {
        List<Decided> decided = new ArrayList<>();
        for (Decided left : decide(binary.left(), state)) {
            decided.addAll(left.taken() == goesOn ? decide(binary.right(), left.state()) : List.of(left));
        }
        return PathBudget.few(decided);
    }

    private List<Decided> truth(Expression condition, PathState state) {
        List<Decided> decided = new ArrayList<>();
        for (Result result : of(condition, state)) {
            Optional<Boolean> truth = result.value().truth();
            if (truth.isPresent()) {
                decided.add(new Decided(result.state(), truth.get()));
            } else {
                decided.addAll(name(condition).filter(_ -> isLocal(condition)).map(n -> List.of(
                        new Decided(result.state(), true), new Decided(result.state().with(n, ZERO), false)))
                        .orElseGet(() -> open(condition, result.state())));
            }
        }
        return PathBudget.few(decided);
    }

    /** Of a global variable nothing is remembered but how it was taken. */
    private boolean isLocal(Expression condition) {
        return name(condition).filter(run::isLocal).isPresent();
    }

    private List<Decided> open(Expression condition, PathState state) {
        String text = walk.code().unit().text(condition);
        Optional<Boolean> before = Optional.ofNullable(state.decisions().get(text));
        return before.map(taken -> List.of(new Decided(state, taken)))
                .orElseGet(() -> List.of(new Decided(state.decided(text, true), true),
                        new Decided(state.decided(text, false), false)));
    }

    /** With 0, as results are. */
    private List<Decided> compared(Expression.Binary comparison, PathState state) {
        List<Decided> decided = new ArrayList<>();
        boolean withZero = constant(comparison.right()).filter(v -> v == 0).isPresent();
        for (Result left : of(comparison.left(), state)) {
            if (withZero && comparison.operator() == BinaryOperator.NOT_EQUAL && left.value().truth().isPresent()) {
                decided.add(new Decided(left.state(), left.value().truth().get()));
            } else if (withZero && comparison.operator() == BinaryOperator.EQUAL && left.value().truth().isPresent()) {
                decided.add(new Decided(left.state(), !left.value().truth().get()));
            } else if (withZero && comparison.operator() == BinaryOperator.LESS) {
                decided.addAll(sign(comparison, left, true));
            } else if (withZero && comparison.operator() == BinaryOperator.GREATER_EQUAL) {
                decided.addAll(sign(comparison, left, false));
            } else {
                List<PathState> after = of(comparison.right(), left.state()).stream().map(Result::state).toList();
                after.forEach(s -> decided.addAll(known(comparison, left.value())
                        .map(taken -> List.of(new Decided(s, taken)))
                        .orElseGet(() -> unknown(comparison, s, withZero))));
            }
        }
        return PathBudget.few(decided);
    }

    /** {@code x == 0} tells x. */
    private List<Decided> unknown(Expression.Binary comparison, PathState state, boolean withZero) {
        boolean equality = comparison.operator() == BinaryOperator.EQUAL
                || comparison.operator() == BinaryOperator.NOT_EQUAL;
        if (withZero && equality && isLocal(comparison.left())) {
            boolean whenZero = comparison.operator() == BinaryOperator.EQUAL;
            return List.of(new Decided(state.with(name(comparison.left()).orElseThrow(), ZERO), whenZero),
                    new Decided(state, !whenZero));
        }
        return open(comparison, state);
    }

    private Optional<Boolean> known(Expression.Binary comparison, Known left) {
        Optional<Long> right = constant(comparison.right());
        if (!(left instanceof Known.Exactly(long value)) || right.isEmpty()) {
            return Optional.empty();
        }
        int order = Long.compare(value, right.get());
        return switch (comparison.operator()) {
            case EQUAL -> Optional.of(order == 0);
            case NOT_EQUAL -> Optional.of(order != 0);
            case LESS -> Optional.of(order < 0);
            case GREATER -> Optional.of(order > 0);
            case LESS_EQUAL -> Optional.of(order <= 0);
            case GREATER_EQUAL -> Optional.of(order >= 0);
            default -> Optional.empty();
        };
    }

    private List<Decided> sign(Expression.Binary comparison, Result left, boolean whenNegative) {
        Optional<Boolean> negative = left.value().isNegative();
        if (negative.isPresent()) {
            return List.of(new Decided(left.state(), negative.get() == whenNegative));
        }
        if (!isLocal(comparison.left())) {
            return open(comparison, left.state());
        }
        String variable = name(comparison.left()).orElseThrow();
        return List.of(new Decided(left.state().with(variable, new Known.Negative()), whenNegative),
                new Decided(left.state().with(variable, new Known.NotNegative()), !whenNegative));
    }
}
