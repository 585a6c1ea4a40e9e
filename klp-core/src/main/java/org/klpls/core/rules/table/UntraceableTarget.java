package org.klpls.core.rules.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.klpls.core.kernel.KernelSymbol;
import org.klpls.core.kernel.SymbolLookup;
import org.klpls.core.kernel.TargetKernel;
import org.klpls.core.kernel.TextRange;
import org.klpls.core.kernel.Traceability;
import org.klpls.core.model.ObjectName;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.RuleInfo;

/** A target that the kernel finds and then cannot redirect, with the one cause that is told. */
record UntraceableTarget(Target target, KernelSymbol symbol, Cause cause) {

    enum Cause {
        /** Compiled without a call of the tracer at its entry. */
        NOTRACE,
        /** Its ftrace location goes away with the init memory. */
        INIT,
        /** In a range that must not be traced: .noinstr.text or .entry.text. */
        NOINSTR,
        /** In .exit.text. */
        EXIT,
        /** The rarely used part of a function, with no entry. */
        COLD,
        /** Not made by a compiler, as its debug info tells. */
        ASM,
        /** No function of its file is traced. */
        UNTRACED_FILE,
        /** Not traced itself, with the code of an overridden weak function behind it. */
        WEAK_LEFTOVER,
        /** No code at all. */
        DATA
    }

    static List<UntraceableTarget> of(TableContext context) {
        TargetKernel kernel = context.knownKernel();
        List<UntraceableTarget> found = new ArrayList<>();
        for (Target target : context.targets()) {
            if (target.lookup(kernel) instanceof SymbolLookup.Found(KernelSymbol symbol)
                    && KlpTargetSyscallInner.wrapper(kernel, target).isEmpty()) {
                cause(kernel, symbol)
                        .ifPresent(cause -> found.add(new UntraceableTarget(target, symbol, cause)));
            }
        }
        return found;
    }

    private static Optional<Cause> cause(TargetKernel kernel, KernelSymbol symbol) {
        return switch (kernel.traceability(symbol)) {
            case Traceability.Yes _,Traceability.Unknown _ -> Optional.empty();
            case Traceability.Freed _ -> Optional.of(Cause.INIT);
            case Traceability.No(Traceability.Reason reason) -> Optional.of(switch (reason) {
                case NOINSTR, ENTRY -> Cause.NOINSTR;
                case NOTRACE -> withoutTracer(kernel, symbol);
                case WEAK_LEFTOVER -> Cause.WEAK_LEFTOVER;
                case NOT_TEXT -> Cause.DATA;
            });
        };
    }

    private static Cause withoutTracer(TargetKernel kernel, KernelSymbol symbol) {
        if (symbol.name().contains(".cold")) {
            return Cause.COLD;
        }
        if (kernel.range(symbol) == TextRange.EXIT) {
            return Cause.EXIT;
        }
        boolean compiled = kernel.inlines(symbol.object()).map(inlines -> inlines.of(symbol).isPresent()).orElse(true);
        if (!compiled) {
            return Cause.ASM;
        }
        return UntracedFile.holds(kernel, symbol) ? Cause.UNTRACED_FILE : Cause.NOTRACE;
    }

    /** Of a module, whose init code is gone, with its symbols, once the module has started. */
    boolean isOfModule() {
        return symbol.object() instanceof ObjectName.Module;
    }

    /** The finding on its name, with what the kernel prints. Source: kernel/livepatch/patch.c klp_patch_func(), v6.1. */
    Finding finding(RuleInfo rule, String why) {
        return Finding.at(target.oldName().place(), rule, Words.quoted(target.name()) + " cannot be patched: " + why)
                .kernelSays("livepatch: failed to find location for function '" + target.name() + "'");
    }
}
