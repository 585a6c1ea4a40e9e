package org.klpls.core.facts;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.klpls.core.facts.KernelFunctionFacts.Clone;
import org.klpls.core.facts.KernelFunctionFacts.OccurrenceFacts;
import org.klpls.core.facts.KernelFunctionFacts.Patchable;
import org.klpls.core.kernel.KernelSymbol;
import org.klpls.core.kernel.TargetKernel;
import org.klpls.core.kernel.Traceability;
import org.klpls.core.model.ObjectName;

/** Gathers what a kernel knows of a name. */
public final class KernelFunctions {
    private static final int SIMILAR = 3;

    private KernelFunctions() {}

    public static KernelFunctionFacts of(TargetKernel kernel, ObjectName object, String name) {
        List<OccurrenceFacts> occurrences = kernel.occurrences(object, name)
                .stream()
                .map(symbol -> occurrence(kernel, symbol))
                .toList();
        List<Clone> clones = clones(kernel, object, name);
        boolean known = !occurrences.isEmpty() || !clones.isEmpty();
        boolean typed = object.equals(ObjectName.VMLINUX);
        return new KernelFunctionFacts(name, object, occurrences, clones,
                known ? List.of() : kernel.similarNames(object, name, SIMILAR),
                typed ? kernel.prototype(name) : Optional.empty(),
                typed ? kernel.declaration(name) : Optional.empty());
    }

    private static OccurrenceFacts occurrence(TargetKernel kernel, KernelSymbol symbol) {
        Traceability traceability = kernel.traceability(symbol);
        return new OccurrenceFacts(symbol, patchable(traceability), reasons(traceability),
                kernel.neighbourBefore(symbol));
    }

    /** Whether ftrace can take hold of it, and so livepatch. */
    public static Patchable patchable(Traceability traceability) {
        return switch (traceability) {
            case Traceability.Yes _ -> Patchable.YES;
            case Traceability.No _,Traceability.Freed _ -> Patchable.NO;
            case Traceability.Unknown _ -> Patchable.UNKNOWN;
        };
    }

    /** Codes of the rules that a livepatch of such a function breaks. */
    public static List<String> reasons(Traceability traceability) {
        return switch (traceability) {
            case Traceability.Yes _,Traceability.Unknown _ -> List.of();
            case Traceability.Freed _ -> List.of("klp-target-init");
            case Traceability.No(Traceability.Reason reason) -> List.of(switch (reason) {
                case NOINSTR, ENTRY -> "klp-target-noinstr";
                case NOTRACE, NOT_TEXT -> "klp-target-notrace";
            });
        };
    }

    private static List<Clone> clones(TargetKernel kernel, ObjectName object, String name) {
        String prefix = name + ".";
        return kernel.symbols(object)
                .filter(s -> s.isText() && s.name().startsWith(prefix))
                .map(s -> new Clone(s.name(), kind(s.name().substring(name.length())),
                        patchable(kernel.traceability(s))))
                .distinct()
                .sorted(Comparator.comparing(Clone::name))
                .toList();
    }

    /** A clone of a clone is of the last one's kind: {@code .constprop.0.cold} is cold. */
    private static Clone.Kind kind(String suffix) {
        if (suffix.contains(".cold")) {
            return Clone.Kind.COLD;
        }
        if (suffix.contains(".part.")) {
            return Clone.Kind.PART;
        }
        if (suffix.contains(".constprop.")) {
            return Clone.Kind.CONSTPROP;
        }
        return suffix.contains(".isra.") ? Clone.Kind.ISRA : Clone.Kind.OTHER;
    }
}
