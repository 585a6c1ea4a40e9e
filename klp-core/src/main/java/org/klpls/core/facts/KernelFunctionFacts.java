package org.klpls.core.facts;

import java.util.List;
import java.util.Optional;
import org.klpls.core.kernel.KernelSymbol;
import org.klpls.core.model.ObjectName;

/**
 * What a name is in a kernel, and what of it can be patched.
 *
 * @param clones functions that gcc made of one of this name, by their whole names, sorted
 * @param similar names that may have been meant; only where the name has neither occurrences nor clones
 * @param prototype as in {@code int (struct seq_file *, void *)}; empty where types are not known
 * @param declaration the same with names
 */
public record KernelFunctionFacts(String name, ObjectName object, List<OccurrenceFacts> occurrences, List<Clone> clones,
        List<String> similar, Optional<String> prototype, Optional<String> declaration) {
    /**
     * One symbol of the name, in the kernel's order.
     *
     * @param reasons codes of the rules that a livepatch of it breaks; empty where none, or where nothing is known
     * @param before the symbol just before it: what tells namesakes apart without debug info
     */
    public record OccurrenceFacts(KernelSymbol symbol, Patchable patchable, List<String> reasons,
            Optional<KernelSymbol> before) {
        public OccurrenceFacts {
            reasons = List.copyOf(reasons);
        }
    }

    /** Whether livepatch can take hold of a function. */
    public enum Patchable {
        YES, NO, UNKNOWN
    }

    /** A function that gcc made of another. */
    public record Clone(String name, Kind kind, Patchable patchable) {
        /** What gcc's suffix says of it. Source: gcc/ipa-*.cc clone_function_name(), gcc 12. */
        public enum Kind {
            /** {@code .isra.N}: parameters removed or split. */
            ISRA,
            /** {@code .constprop.N}: made for callers that pass a constant. */
            CONSTPROP,
            /** {@code .part.N}: the rest of a function whose head is inlined. */
            PART,
            /** {@code .cold}: the unlikely part, jumped to. */
            COLD,
            /** {@code .localalias}, {@code .lto_priv} and others. */
            OTHER
        }
    }

    public KernelFunctionFacts {
        occurrences = List.copyOf(occurrences);
        clones = List.copyOf(clones);
        similar = List.copyOf(similar);
    }
}
