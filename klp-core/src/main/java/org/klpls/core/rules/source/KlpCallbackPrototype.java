package org.klpls.core.rules.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.klpls.c.ast.Declaration;
import org.klpls.c.ast.Designator;
import org.klpls.c.ast.Expression;
import org.klpls.c.ast.FunctionDefinition;
import org.klpls.c.ast.InitializerItem;
import org.klpls.c.ast.Node;
import org.klpls.c.ast.UnaryOperator;
import org.klpls.c.ast.Walker;
import org.klpls.c.text.SourceRange;
import org.klpls.c.types.Program;
import org.klpls.core.model.Place;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Related;
import org.klpls.core.rule.Rule;
import org.klpls.core.rule.RuleInfo;
import org.klpls.core.rule.Severity;
import org.klpls.core.source.SourceFunction;
import org.klpls.core.source.ToolMark;

/** What livepatch calls around patching is a function of its type. Source: include/linux/livepatch.h struct klp_callbacks, v6.1. */
public final class KlpCallbackPrototype implements Rule<SourceContext> {
    private static final RuleInfo INFO = new RuleInfo("klp-callback-prototype", Severity.ERROR, Set.of(),
            "a callback has another type than it is called with");
    private static final Set<String> MEMBERS = Set.of("pre_patch", "post_patch", "pre_unpatch", "post_unpatch");

    /** @param kind {@code pre_patch} and the like, or a mark's */
    private record Use(String kind, String function, SourceRange place) {}

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(SourceContext context, Consumer<Finding> sink) {
        Program program = Program.of(context.source().code().unit());
        List<Use> uses = new ArrayList<>();
        context.source().toolMarks().forEach(mark -> ofMark(mark).ifPresent(uses::add));
        for (Node external : context.source().code().unit().mainDeclarations()) {
            if (external instanceof Declaration || external instanceof FunctionDefinition) {
                Walker.walk(external, node -> inTable(context, node).ifPresent(uses::add));
            }
        }
        uses.forEach(use -> finding(context, program, use).ifPresent(sink));
    }

    private static Optional<Use> ofMark(ToolMark mark) {
        return mark.name().map(name -> new Use(switch (mark.kind()) {
            case PRE_PATCH -> "pre_patch";
            case POST_PATCH -> "post_patch";
            case PRE_UNPATCH -> "pre_unpatch";
            case POST_UNPATCH -> "post_unpatch";
            case LOAD, UNLOAD -> "hook";
            case FORCE, IGNORE_FUNCTION -> "function";
            case IGNORE_SECTION -> "";
        }, name, mark.place())).filter(use -> !use.kind().isEmpty());
    }

    /** {@code .pre_patch = f} in an initialiser, {@code object.callbacks.pre_patch = f} in code. */
    private static Optional<Use> inTable(SourceContext context, Node node) {
        return switch (node) {
            case InitializerItem item when !item.designators().isEmpty()
                    && item.designators().getLast() instanceof Designator.Member member
                    && MEMBERS.contains(member.name().text())
                    && item.value() instanceof Expression value ->
                use(context, member.name().text(), value);
            case Expression.Assignment assignment when assignment.target() instanceof Expression.Member member
                    && MEMBERS.contains(member.name().text()) ->
                use(context, member.name().text(), assignment.value());
            default -> Optional.empty();
        };
    }

    private static Optional<Use> use(SourceContext context, String member, Expression value) {
        return switch (value) {
            case Expression.Identifier name ->
                Optional.of(new Use(member, name.name(), context.source().code().place(name)));
            case Expression.Parenthesized parenthesized -> use(context, member, parenthesized.inner());
            case Expression.Unary unary when unary.operator() == UnaryOperator.ADDRESS ->
                use(context, member, unary.operand());
            default -> Optional.empty();
        };
    }

    private static Optional<Finding> finding(SourceContext context, Program program, Use use) {
        Place place = new Place.InSource(use.place());
        if (program.function(use.function()).isEmpty()) {
            return program.variable(use.function()).filter(variable -> !variable.type().text().contains("("))
                    .map(variable -> Finding.at(place, INFO, "'" + use.function() + "' is a variable, "
                            + variable.type().text() + ", where a function is wanted: name one"));
        }
        Optional<String> wanted = switch (use.kind()) {
            case "pre_patch" -> Optional.of("int (struct klp_object *)");
            case "post_patch", "pre_unpatch", "post_unpatch" -> Optional.of("void (struct klp_object *)");
            case "hook" -> Optional.of("void (void)");
            default -> Optional.empty();
        };
        String given = program.function(use.function()).orElseThrow().type().text();
        List<String> differences = wanted.map(type -> SignatureDifference.differences(type, given, program))
                .orElse(List.of());
        return differences.isEmpty()
                ? Optional.empty()
                : Optional.of(Finding.at(place, INFO, "the callback '" + use.function() + "' is called as "
                        + wanted.orElseThrow() + ", and is " + given + ": " + String.join("; ", differences)
                        + harm(use, differences) + ". Declare it as it is called")
                        .related(List.of(new Related(use.function() + " is " + given,
                                context.source().function(use.function()).map(SourceFunction::nameRange)))));
    }

    private static String harm(Use use, List<String> differences) {
        return use.kind().equals("pre_patch") && differences.stream().anyMatch(d -> d.contains("returns void"))
                ? ". What is left in the register counts as its answer, and anything but 0 refuses the patch"
                : "";
    }
}
