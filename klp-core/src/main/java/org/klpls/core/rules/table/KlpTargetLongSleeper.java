package org.klpls.core.rules.table;

import java.util.Set;
import java.util.function.Consumer;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Need;
import org.klpls.core.rule.Rule;
import org.klpls.core.rule.RuleInfo;
import org.klpls.core.rule.Severity;

import static org.klpls.core.rules.table.Words.quoted;

/** Functions in which tasks wait for users, networks and children. They are on the stack of each that waits. */
public final class KlpTargetLongSleeper implements Rule<TableContext> {
    private static final RuleInfo INFO = new RuleInfo("klp-target-long-sleeper", Severity.INFO,
            Set.of(Need.KERNEL_SYMBOLS),
            "tasks sleep in old_name for long");

    private static final Set<String> NAMES = Set.of("schedule_timeout", "schedule_hrtimeout_range",
            "schedule_hrtimeout_range_clock", "do_nanosleep", "hrtimer_nanosleep", "common_nsleep", "wait_woken",
            "do_sys_poll", "do_poll", "do_epoll_wait", "ep_poll", "do_select", "core_sys_select", "futex_wait",
            "futex_wait_queue", "do_wait", "kernel_wait4", "pipe_read", "n_tty_read", "unix_stream_read_generic",
            "inet_csk_accept", "tcp_recvmsg_locked", "sk_wait_data", "do_sigtimedwait", "sigsuspend", "io_schedule",
            "io_cqring_wait", "do_msgrcv");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(TableContext context, Consumer<Finding> sink) {
        for (Target target : context.targets()) {
            if (target.isOneOf(NAMES, context.knownKernel())) {
                sink.accept(Finding.at(target.oldName().place(), INFO, quoted(target.name())
                        + " is on the stack of many sleeping tasks: the transition waits for each of them to wake up. The kernel sends"
                        + " them signals after 15 seconds; count on a longer transition"));
            }
        }
    }
}
