package org.klpls.core.rules.table;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.klpls.core.kernel.KernelSymbol;
import org.klpls.core.kernel.TargetKernel;
import org.klpls.core.model.ObjectName;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Need;
import org.klpls.core.rule.Rule;
import org.klpls.core.rule.RuleInfo;
import org.klpls.core.rule.Severity;

import static org.klpls.core.rules.table.Words.quoted;

/** The entry for 32-bit callers is a function of its own. Source: arch/x86/include/asm/syscall_wrapper.h, v6.1. */
public final class KlpTargetSyscallCompat implements Rule<TableContext> {
    private static final RuleInfo INFO = new RuleInfo("klp-target-syscall-compat", Severity.WARNING,
            Set.of(Need.KERNEL_SYMBOLS),
            "a system call is patched for 64-bit callers only");
    private static final String X64 = "__x64_sys_";

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(TableContext context, Consumer<Finding> sink) {
        TargetKernel kernel = context.knownKernel();
        List<Target> targets = context.targets();
        for (Target target : targets) {
            if (target.name().startsWith(X64) && target.object().objectName().equals(ObjectName.VMLINUX)) {
                finding(kernel, targets, target).ifPresent(sink);
            }
        }
    }

    private static Optional<Finding> finding(TargetKernel kernel, List<Target> targets, Target target) {
        String call = target.name().substring(X64.length());
        String compat = "__ia32_compat_sys_" + call;
        if (!kernel.occurrences(ObjectName.VMLINUX, compat).isEmpty()) {
            return Optional.of(compat).filter(name -> !isPatched(targets, name))
                    .map(name -> Finding.at(target.oldName().place(), INFO, "32-bit programs call " + quoted(name)
                            + ", which has code of its own: if that has the same fault, patch it too")
                            .severity(Severity.INFO));
        }
        String other = "__ia32_sys_" + call;
        List<Long> addresses = kernel.occurrences(ObjectName.VMLINUX, target.name()).stream()
                .map(KernelSymbol::address).toList();
        boolean isOther = kernel.occurrences(ObjectName.VMLINUX, other).stream()
                .anyMatch(symbol -> !addresses.contains(symbol.address()));
        return isOther && !isPatched(targets, other)
                ? Optional.of(Finding.at(target.oldName().place(), INFO, "32-bit programs call " + quoted(other)
                        + ", which keeps the old code. Patch it too"))
                : Optional.empty();
    }

    private static boolean isPatched(List<Target> targets, String name) {
        return targets.stream().anyMatch(target -> target.name().equals(name));
    }
}
