package org.klpls.core.real.variant;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import org.klpls.core.loader.Outcome;
import org.klpls.core.testing.kernel.KernelMessage;
import org.klpls.core.testing.kernel.LogLine;

/**
 * What the real kernel did with a module, in the terms of klpls verify.
 *
 * @param errno none unless rejected
 * @param messages what it logged at level warning or worse, without traces, without what every livepatch makes it log
 *     once, without time and hashed pointers
 * @param stays whether it cannot be unloaded, which does no harm: it has no exit function
 * @param why in words, for people
 */
record KernelVerdict(Outcome outcome, String errno, List<String> messages, boolean stays, String why) {
    private static final int EBUSY = 16;

    /** What the first module that is not Debian's own, and the first livepatch, make the kernel say. */
    private static final Predicate<String> ONCE = Pattern.compile(".*: loading out-of-tree module taints kernel\\.|"
            + ".*: module verification failed: signature and/or required key missing - tainting kernel|"
            + ".*: tainting kernel with TAINT_LIVEPATCH").asMatchPredicate();

    /** What a slow machine makes the kernel say. */
    private static final Predicate<String> SLOW = Pattern.compile("clocksource: .*|hrtimer: interrupt took .*")
            .asMatchPredicate();

    private static final Pattern WARN_START = Pattern.compile("-+\\[ cut here ]-+");
    private static final Pattern TRACE_START = Pattern.compile("(CPU|WARNING: CPU): \\d+ (?:UID: \\d+ )?PID: .*");
    private static final Pattern TRACE_END = Pattern.compile(" </TASK>");
    private static final Pattern WARN_END = Pattern.compile("---\\[ end trace .*");

    /** Hashed pointers, and addresses in modules and in the kernel's copy of the file: those depend on what was before. */
    private static final Pattern KOBJECT = Pattern.compile("^kobject: \\((?:[0-9a-f]{16}|_+ptrval_+)\\)");
    private static final Pattern MODULE_ADDRESS = Pattern.compile("\\bval (?:ffffffffc[0-9a-f]{7}|ffffc90[0-9a-f]{9})");

    private static final Pattern SPLAT = Pattern.compile("-+\\[ cut here ]-+|BUG: .*|.*general protection fault.*");

    KernelVerdict {
        messages = List.copyOf(messages);
    }

    /**
     * @param probed what the patched files must hold once the module is loaded
     * @param unprobed what they must hold without it
     */
    static KernelVerdict of(org.klpls.core.testing.kernel.Outcome did, List<String> probed, List<String> unprobed) {
        List<String> messages = messages(did.log());
        if (did.end() != org.klpls.core.testing.kernel.Outcome.End.DONE) {
            return unsafe(did.end() + ": " + String.join(" / ", did.console().stream()
                    .filter(line -> line.contains("BUG") || line.contains("RIP: 0010") || line.contains("fault"))
                    .limit(3).toList()));
        }
        if (did.loaded().orElse(-1) != 0) {
            return did.probed().equals(unprobed)
                    ? new KernelVerdict(Outcome.REJECTED, did.errnoName(), messages, false, "refused")
                    : unsafe("refused, and left something behind: " + did.probed());
        }
        List<String> both = new ArrayList<>(probed);
        both.addAll(unprobed);
        boolean stays = did.unloaded().orElse(0) == EBUSY;
        if (did.transition().orElse(0) != 0 || did.disabled().orElse(0) != 0
                || !stays && did.unloaded().orElse(0) != 0) {
            return unsafe("transition " + did.transition() + ", disabled " + did.disabled() + ", unloaded "
                    + did.unloaded());
        }
        if (!did.probed().equals(both)) {
            return unsafe("the files hold " + did.probed() + " and not " + both);
        }
        return did.log().stream().anyMatch(line -> SPLAT.matcher(line.text()).matches())
                ? unsafe("warned: " + did.messages())
                : new KernelVerdict(Outcome.ACCEPTED, "none", messages, stays, "accepted");
    }

    private static KernelVerdict unsafe(String why) {
        return new KernelVerdict(Outcome.UNSAFE, "none", List.of(), false, why);
    }

    /** Letter for letter, addresses aside. */
    static String comparable(String message) {
        String line = KernelMessage.comparable(message);
        line = KOBJECT.matcher(line).replaceFirst("kobject: (hashed)");
        return MODULE_ADDRESS.matcher(line).replaceAll("val (in a module)");
    }

    private static List<String> messages(List<LogLine> log) {
        List<String> messages = new ArrayList<>();
        boolean inTrace = false;
        boolean inWarning = false;
        for (LogLine line : log) {
            boolean starts = WARN_START.matcher(line.text()).matches();
            boolean ends = WARN_END.matcher(line.text()).matches();
            inTrace |= TRACE_START.matcher(line.text()).matches();
            if (!inTrace && !starts && !ends && line.isWarningOrWorse() && !ONCE.test(line.text())
                    && !SLOW.test(line.text())) {
                messages.add(comparable(line.text()));
            }
            inWarning = (inWarning || starts) && !ends;
            inTrace &= inWarning || !TRACE_END.matcher(line.text()).matches() && !ends;
        }
        return messages;
    }
}
