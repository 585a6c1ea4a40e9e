package org.klpls.core.rules.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.klpls.core.kernel.KernelSymbol;
import org.klpls.core.kernel.SymbolLookup;
import org.klpls.core.kernel.TargetKernel;
import org.klpls.core.kernel.Traceability;
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
        /** No code at all. */
        DATA
    }

    static List<UntraceableTarget> of(TableContext context) {
        TargetKernel kernel = context.knownKernel();
        List<UntraceableTarget> found = new ArrayList<>();
        for (Target target : context.targets()) {
            if (target.lookup(kernel) instanceof SymbolLookup.Found(KernelSymbol symbol)) {
                cause(kernel.traceability(symbol))
                        .ifPresent(cause -> found.add(new UntraceableTarget(target, symbol, cause)));
            }
        }
        return found;
    }

    private static Optional<Cause> cause(Traceability traceability) {
        return switch (traceability) {
            case Traceability.Yes _,Traceability.Unknown _ -> Optional.empty();
            case Traceability.Freed _ -> Optional.of(Cause.INIT);
            case Traceability.No(Traceability.Reason reason) -> Optional.of(switch (reason) {
                case NOINSTR, ENTRY -> Cause.NOINSTR;
                case NOTRACE, WEAK_LEFTOVER -> Cause.NOTRACE;
                case NOT_TEXT -> Cause.DATA;
            });
        };
    }

    /** The finding on its name, with what the kernel prints. Source: kernel/livepatch/patch.c klp_patch_func(), v6.1. */
    Finding finding(RuleInfo rule, String why) {
        return Finding.at(target.oldName().place(), rule, Words.quoted(target.name()) + " cannot be patched: " + why)
                .kernelSays("livepatch: failed to find location for function '" + target.name() + "'");
    }
}
