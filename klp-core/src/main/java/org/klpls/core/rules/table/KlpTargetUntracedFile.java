package org.klpls.core.rules.table;

import java.util.Set;
import java.util.function.Consumer;

import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Need;
import org.klpls.core.rule.Rule;
import org.klpls.core.rule.RuleInfo;
import org.klpls.core.rule.Severity;

/** CFLAGS_REMOVE_x.o = -pg: no function of the file has an ftrace location. */
public final class KlpTargetUntracedFile implements Rule<TableContext> {
    private static final RuleInfo INFO = new RuleInfo("klp-target-untraced-file", Severity.ERROR,
            Set.of(Need.KERNEL_SYMBOLS, Need.KERNEL_TRACEABLE, Need.KERNEL_INLINES),
            "old_name is in a file that is compiled without the tracer");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(TableContext context, Consumer<Finding> sink) {
        for (UntraceableTarget found : UntraceableTarget.of(context)) {
            if (found.cause() == UntraceableTarget.Cause.UNTRACED_FILE) {
                sink.accept(found.finding(INFO, "its file" + UntracedFile.name(context.knownKernel(), found.symbol())
                        .map(file -> " " + file).orElse("")
                        + " is compiled without -pg, so that none of its functions can be"
                        + " traced. Patch the functions of other files that call it"));
            }
        }
    }
}
