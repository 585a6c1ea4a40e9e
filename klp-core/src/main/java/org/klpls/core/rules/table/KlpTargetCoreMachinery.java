package org.klpls.core.rules.table;

import java.util.Set;
import java.util.function.Consumer;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Need;
import org.klpls.core.rule.Rule;
import org.klpls.core.rule.RuleInfo;
import org.klpls.core.rule.Severity;

import static org.klpls.core.rules.table.Words.quoted;

/** Functions that the transition, ftrace and the unwinder run through. Each is traceable on 6.1, so the kernel lets them be patched. */
public final class KlpTargetCoreMachinery implements Rule<TableContext> {
    private static final RuleInfo INFO = new RuleInfo("klp-target-core-machinery", Severity.WARNING,
            Set.of(Need.KERNEL_SYMBOLS),
            "old_name is a part of what patching itself runs on");

    private static final Set<String> NAMES = Set.of("schedule", "schedule_idle", "preempt_schedule_irq",
            "preempt_schedule_common", "__cond_resched", "try_to_wake_up", "task_call_func", "klp_enable_patch",
            "klp_try_switch_task", "klp_transition_work_fn", "klp_try_complete_transition", "klp_update_patch_state",
            "text_poke_bp", "text_poke_bp_batch", "text_poke_early", "stop_machine", "stop_machine_cpuslocked",
            "multi_cpu_stop", "unwind_next_frame", "stack_trace_save_tsk_reliable", "arch_stack_walk_reliable",
            "apply_relocate_add", "klp_apply_section_relocs", "ftrace_modify_all_code", "register_ftrace_function");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(TableContext context, Consumer<Finding> sink) {
        for (Target target : context.targets()) {
            if (target.isOneOf(NAMES, context.knownKernel())) {
                sink.accept(Finding.at(target.oldName().place(), INFO, quoted(target.name())
                        + " is a part of what patching itself runs on: while it is redirected the kernel goes through it, and a mistake"
                        + " there hangs the machine. Patch a caller that is nearer to the fault"));
            }
        }
    }
}
