package org.klpls.core.rules.table;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Fix;
import org.klpls.core.rule.Need;
import org.klpls.core.rule.Rule;
import org.klpls.core.rule.RuleInfo;
import org.klpls.core.rule.Severity;

import static org.klpls.core.rules.table.Words.quoted;

/** gcc moved the rarely used end of a function to another place: it has no entry of its own. */
public final class KlpTargetColdPart implements Rule<TableContext> {
    private static final RuleInfo INFO = new RuleInfo("klp-target-cold-part", Severity.ERROR,
            Set.of(Need.KERNEL_SYMBOLS, Need.KERNEL_TRACEABLE),
            "old_name is a cold part of a function");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(TableContext context, Consumer<Finding> sink) {
        UntraceableTarget.of(context).stream().filter(found -> found.cause() == UntraceableTarget.Cause.COLD)
                .forEach(found -> sink.accept(found
                        .finding(INFO,
                                "gcc made it of the rarely used parts of " + quoted(base(found))
                                        + ", and jumps into its middle. Patch "
                                        + quoted(base(found)) + ": that replaces both")
                        .fixes(rename(found))));
    }

    private static List<Fix> rename(UntraceableTarget found) {
        return Literal.replace(found.target().oldName().place(), '"' + base(found) + '"')
                .map(edit -> List.of(new Fix("Change to " + quoted(base(found)), List.of(edit)))).orElse(List.of());
    }

    private static String base(UntraceableTarget found) {
        String name = found.target().name();
        return name.substring(0, name.indexOf(".cold"));
    }
}
