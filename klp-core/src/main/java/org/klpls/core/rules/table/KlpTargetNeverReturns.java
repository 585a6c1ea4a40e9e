package org.klpls.core.rules.table;

import java.util.Set;
import java.util.function.Consumer;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Need;
import org.klpls.core.rule.Rule;
import org.klpls.core.rule.RuleInfo;
import org.klpls.core.rule.Severity;

import static org.klpls.core.rules.table.Words.quoted;

/** The main loops of kernel threads. A task is switched when it is outside of all patched functions, and these are always on its stack. */
public final class KlpTargetNeverReturns implements Rule<TableContext> {
    private static final RuleInfo INFO = new RuleInfo("klp-target-never-returns", Severity.WARNING,
            Set.of(Need.KERNEL_SYMBOLS),
            "old_name is a function that never returns");

    private static final Set<String> NAMES = Set.of("kthread", "kthreadd", "worker_thread", "rescuer_thread",
            "smpboot_thread_fn", "kthread_worker_fn", "irq_thread", "rcu_gp_kthread", "rcu_tasks_kthread", "oom_reaper",
            "khugepaged", "kswapd", "kcompactd", "ksm_scan_thread", "kauditd_thread", "devtmpfsd", "devtmpfs_work_loop",
            "hwrng_fillfn", "io_wqe_worker", "io_wq_worker", "io_sq_thread", "do_idle", "cpu_startup_entry",
            "rest_init", "kernel_init");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(TableContext context, Consumer<Finding> sink) {
        for (Target target : context.targets()) {
            if (target.isOneOf(NAMES, context.knownKernel())) {
                sink.accept(Finding.at(target.oldName().place(), INFO, quoted(target.name())
                        + " never returns: it is always on the stack of its thread, so the transition does not end, and the thread goes"
                        + " on in the old code. Patch what it calls in its loop"));
            }
        }
    }
}
