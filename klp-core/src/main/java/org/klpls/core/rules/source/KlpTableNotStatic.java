package org.klpls.core.rules.source;

import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.klpls.c.ast.Expression;
import org.klpls.c.ast.Walker;
import org.klpls.core.model.Place;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Need;
import org.klpls.core.rule.Rule;
import org.klpls.core.rule.RuleInfo;
import org.klpls.core.rule.Severity;
import org.klpls.core.source.RunTimeChange;
import org.klpls.core.source.SourceCode;

/** A table that code makes or changes, or that is not read: what is in it when the kernel sees it is not known from the text. */
public final class KlpTableNotStatic implements Rule<SourceContext> {
    private static final RuleInfo INFO = new RuleInfo("klp-table-not-static", Severity.INFO, Set.<Need>of(),
            "a patch table is filled at run time, or cannot be read");

    private static final String UNKNOWN = " at run time, so what the kernel will see is not known: only what is written in static"
            + " tables is checked, and what the built module shows. Write the tables as static arrays where you can";

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(SourceContext context, Consumer<Finding> sink) {
        context.source().unread().forEach(entry -> entry.what().ifPresent(what -> sink.accept(Finding.at(
                new Place.InSource(entry.place()), INFO, "klpls cannot read " + what + " here, so it does not judge it."
                        + " It reads what is written down in this file: literals, and arrays that are initialised"))));
        Optional<RunTimeChange> assigned = context.source().atRunTime().stream()
                .filter(change -> change.effect() != RunTimeChange.Effect.KNOWN)
                .max(Comparator.comparing(RunTimeChange::effect));
        if (assigned.isPresent()) {
            sink.accept(Finding.at(new Place.InSource(assigned.get().place()), INFO,
                    assigned.get().effect() == RunTimeChange.Effect.TABLE
                            ? "the table is changed" + UNKNOWN
                            : "this is set at run time, so what the kernel will see in this entry is not known: only its other"
                                    + " members and the other entries are checked, and what the built module shows"));
            return;
        }
        EnableCalls.all(context).stream().filter(KlpTableNotStatic::isGivenAPointer).map(SourceCode.Call::place)
                .filter(_ -> context.source().patches().isEmpty()).findFirst()
                .ifPresent(where -> sink.accept(Finding.at(new Place.InSource(where), INFO,
                        "the patch that is enabled here is made" + UNKNOWN)));
    }

    /** {@code klp_enable_patch(patch)}, {@code klp_enable_patch(&p->patch)}: a patch that is no variable. */
    private static boolean isGivenAPointer(SourceCode.Call call) {
        return call.expression().arguments().stream().anyMatch(argument -> argument instanceof Expression.Identifier
                || Walker.all(Expression.Member.class, argument).stream().anyMatch(Expression.Member::arrow));
    }
}
