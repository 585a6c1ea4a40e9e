package org.klpls.core.rules.source;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.klpls.c.ast.Derivation;
import org.klpls.c.ast.Expression;
import org.klpls.c.ast.FunctionDefinition;
import org.klpls.c.ast.Name;
import org.klpls.c.ast.Statement;
import org.klpls.c.ast.UnaryOperator;
import org.klpls.c.ast.Walker;
import org.klpls.core.model.Located;
import org.klpls.core.model.Place;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Rule;
import org.klpls.core.rule.RuleInfo;
import org.klpls.core.rule.Severity;
import org.klpls.core.rules.source.Replacements.Replacement;
import org.klpls.core.source.SymbolReference;

/**
 * While the patch is enabled the original's entry leads to the replacement: who calls it there, comes back. A function that
 * calls itself in some cases may be what the original is, too: only calls on each way through it are told, and those that pass on
 * its own parameters. Source: kernel/livepatch/patch.c klp_ftrace_handler(), v6.1.
 */
public final class KlpNewFuncCallsItself implements Rule<SourceContext> {
    private static final RuleInfo INFO = new RuleInfo("klp-new-func-calls-itself", Severity.ERROR, Set.of(),
            "a replacement calls the function that it replaces");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(SourceContext context, Consumer<Finding> sink) {
        for (Replacement replacement : Replacements.of(context)) {
            Set<String> names = namesOfOriginal(context, replacement);
            Statement.Block body = context.source().code().unit().body(replacement.function());
            AlwaysRun.of(body).stream()
                    .filter(reached -> callee(reached.call().function()).filter(names::contains).isPresent())
                    .filter(reached -> !reached.mayHaveLeft()
                            || passesOn(reached.call(), parameters(replacement.function()), body))
                    .findFirst().ifPresent(reached -> sink.accept(finding(context, replacement, reached)));
        }
    }

    /** Its own, unless the author has a function of that name; and what the source declares to stand for it. */
    private static Set<String> namesOfOriginal(SourceContext context, Replacement replacement) {
        Optional<String> oldName = replacement.func().oldName().map(Located::value);
        Set<String> names = new HashSet<>();
        oldName.filter(name -> context.source().code().function(name).isEmpty())
                .filter(name -> context.kernel().flatMap(kernel -> kernel.export(name))
                        .filter(export -> !export.owner().equals(replacement.object())).isEmpty())
                .ifPresent(names::add);
        context.source().references().stream()
                .filter(reference -> oldName.filter(reference.symbol()::equals).isPresent()
                        && reference.object().equals(replacement.object())
                        && position(reference.sympos()) == position(replacement.func().symposOrZero()))
                .map(SymbolReference::variable).flatMap(Optional::stream).forEach(names::add);
        return names;
    }

    /** To the kernel 0 and 1 are the same of a name that is there once. */
    private static long position(long sympos) {
        return sympos == 0 ? 1 : sympos;
    }

    /** {@code f}, {@code (*f)} */
    private static Optional<String> callee(Expression function) {
        return switch (function) {
            case Expression.Parenthesized inner -> callee(inner.inner());
            case Expression.Unary unary when unary.operator() == UnaryOperator.DEREFERENCE -> callee(unary.operand());
            default -> PathValues.name(function);
        };
    }

    private static List<String> parameters(FunctionDefinition function) {
        return function.declarator().function().map(Derivation.Function::parameters).orElse(List.of()).stream()
                .flatMap(parameter -> parameter.declarator().name().stream()).map(Name::text).toList();
    }

    /** Whether the call is given the function's own parameters, which nothing in it changes. */
    private static boolean passesOn(Expression.Call call, List<String> parameters, Statement.Block body) {
        List<String> arguments = call.arguments().stream().map(PathValues::name).flatMap(Optional::stream).toList();
        if (!arguments.equals(parameters) || arguments.size() != call.arguments().size()) {
            return false;
        }
        List<Expression> changed = new ArrayList<>();
        Walker.walk(body, node -> {
            switch (node) {
                case Expression.Assignment assignment -> changed.add(assignment.target());
                case Expression.Postfix postfix -> changed.add(postfix.operand());
                case Expression.Unary unary when unary.operator() == UnaryOperator.INCREMENT
                        || unary.operator() == UnaryOperator.DECREMENT || unary.operator() == UnaryOperator.ADDRESS ->
                    changed.add(unary.operand());
                default -> {
                }
            }
        });
        return changed.stream().map(PathValues::name).flatMap(Optional::stream)
                .collect(Collectors.toSet()).stream().noneMatch(parameters::contains);
    }

    private static Finding finding(SourceContext context, Replacement replacement, AlwaysRun.Reached reached) {
        String old = replacement.func().oldName().map(Located::value).orElse("");
        String own = replacement.function().name();
        Finding finding = Finding.at(new Place.InSource(context.source().code().place(reached.call())), INFO,
                "'" + own + "' replaces '" + old + "', so while the patch is enabled this call leads back to " + own
                        + "()"
                        + (reached.mayHaveLeft()
                                ? " with the same arguments, and does not end unless something else changes meanwhile"
                                : ", and never ends: the machine hangs, or runs out of stack")
                        + ". Copy what the original does into " + own + "()");
        return reached.mayHaveLeft() ? finding.severity(Severity.WARNING) : finding;
    }
}
