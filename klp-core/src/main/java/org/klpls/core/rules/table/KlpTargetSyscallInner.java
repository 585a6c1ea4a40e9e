package org.klpls.core.rules.table;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.klpls.core.kernel.KernelSymbol;
import org.klpls.core.kernel.SymbolLookup;
import org.klpls.core.kernel.TargetKernel;
import org.klpls.core.kernel.Traceability;
import org.klpls.core.model.ObjectName;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Fix;
import org.klpls.core.rule.Need;
import org.klpls.core.rule.Rule;
import org.klpls.core.rule.RuleInfo;
import org.klpls.core.rule.Severity;

import static org.klpls.core.rules.table.Words.quoted;

/** SYSCALL_DEFINEn() makes several functions of one. Source: include/linux/syscalls.h, arch/x86/include/asm/syscall_wrapper.h, v6.1. */
public final class KlpTargetSyscallInner implements Rule<TableContext> {
    private static final RuleInfo INFO = new RuleInfo("klp-target-syscall-inner", Severity.ERROR,
            Set.of(Need.KERNEL_SYMBOLS),
            "old_name is the inner part of a system call, which is inlined");
    private static final Pattern INNER = Pattern.compile("(__do_sys_|__se_sys_|sys_|SyS_|SYSC_)(?<call>[a-z0-9_]+)");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(TableContext context, Consumer<Finding> sink) {
        for (Target target : context.targets()) {
            wrapper(context.knownKernel(), target).ifPresent(wrapper -> sink.accept(Finding
                    .at(target.oldName().place(), INFO,
                            quoted(target.name()) + " is inline, and so not traced: its code is"
                                    + " in the entry that SYSCALL_DEFINE makes, " + quoted(wrapper)
                                    + ". Patch that one; it gets"
                                    + " its arguments in one struct pt_regs *")
                    .kernelSays(kernelMessage(context.knownKernel(), target))
                    .fixes(Literal.replace(target.oldName().place(), '"' + wrapper + '"').stream()
                            .map(edit -> new Fix("Change to " + quoted(wrapper), List.of(edit))).toList())));
        }
    }

    private static boolean isTraceable(TargetKernel kernel, Target target) {
        return switch (target.lookup(kernel)) {
            case SymbolLookup.Found(KernelSymbol symbol) ->
                !(kernel.traceability(symbol) instanceof Traceability.No);
            case SymbolLookup.NotFound _ -> false;
            case SymbolLookup.Ambiguous _,SymbolLookup.PositionNotFound _,SymbolLookup.ObjectUnknown _ -> true;
        };
    }

    private static String kernelMessage(TargetKernel kernel, Target target) {
        return target.lookup(kernel).kernelMessage()
                .orElse("livepatch: failed to find location for function '" + target.name() + "'");
    }

    /** The entry of the system call that this name is the inner part of, where the kernel has that and not this. */
    static Optional<String> wrapper(TargetKernel kernel, Target target) {
        Matcher inner = INNER.matcher(target.name());
        return inner.matches() && !isTraceable(kernel, target)
                ? Optional.of("__x64_sys_" + inner.group("call"))
                        .filter(name -> !kernel.occurrences(ObjectName.VMLINUX, name).isEmpty())
                : Optional.empty();
    }
}
