package org.klpls.core.rules.table;

import java.util.Set;
import java.util.function.Consumer;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Need;
import org.klpls.core.rule.Rule;
import org.klpls.core.rule.RuleInfo;
import org.klpls.core.rule.Severity;

import static org.klpls.core.rules.table.Words.quoted;

/**
 * The function is in init memory, which the kernel frees after boot, its ftrace location first. Of a module's init memory it
 * drops the symbols as well. Source: kernel/module/main.c do_init_module(), v6.1.
 */
public final class KlpTargetInit implements Rule<TableContext> {
    private static final RuleInfo INFO = new RuleInfo("klp-target-init", Severity.ERROR,
            Set.of(Need.KERNEL_SYMBOLS, Need.KERNEL_TRACEABLE),
            "old_name is an init function, gone after boot, or after its module has started");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(TableContext context, Consumer<Finding> sink) {
        for (UntraceableTarget found : UntraceableTarget.of(context)) {
            if (found.cause() == UntraceableTarget.Cause.INIT) {
                sink.accept(found.isOfModule()
                        ? ofModule(found)
                        : found.finding(INFO, "it is __init code, freed when the kernel has booted. It has run already;"
                                + " patch what it set up"));
            }
        }
    }

    /** While a module starts its function is found, and redirected; klp_unpatch_func() then misses its location, and warns. */
    private static Finding ofModule(UntraceableTarget found) {
        Target target = found.target();
        String module = target.object().objectName().text();
        return Finding.at(target.oldName().place(), INFO, quoted(target.name())
                + " cannot be patched: it is __init code of "
                + module + ", freed when that has started. The kernel refuses the livepatch where " + module
                + " is loaded already; where it comes later, the function is redirected once, and ftrace is left with memory that"
                + " is no longer its own. Patch what it set up")
                .kernelSays("livepatch: symbol '" + target.name() + "' not found in symbol table");
    }
}
