package org.klpls.core.facts;

import java.util.List;
import java.util.Optional;
import org.klpls.core.kernel.KernelProblem;
import org.klpls.core.kernel.KernelSymbol;
import org.klpls.core.kernel.PatchPoints;
import org.klpls.core.kernel.SourceFunction;
import org.klpls.core.model.ObjectName;

/**
 * What a name is in a kernel, and what of it can be patched.
 *
 * @param clones functions that gcc made of one of this name, by their whole names, sorted
 * @param similar names that may have been meant; only where the name has neither occurrences nor clones
 * @param others objects that have the name; only where {@code object} has nothing of it
 * @param otherObjects how many other objects are known, and so were asked for the name
 * @param prototype as in {@code int (struct seq_file *, void *)}; empty where types are not known
 * @param declaration the same with names
 * @param definitions the functions of this name in the source; empty also where no debug info tells
 * @param inlinesMissing why nothing is known of the source and of inline copies; empty where it is
 */
public record KernelFunctionFacts(String name, ObjectName object, List<OccurrenceFacts> occurrences, List<Clone> clones,
        List<String> similar, List<ObjectName> others, int otherObjects,
        Optional<String> prototype, Optional<String> declaration,
        List<DefinitionFacts> definitions, Optional<KernelProblem> inlinesMissing) {
    /**
     * One symbol of the name, in the kernel's order.
     *
     * @param reasons codes of the rules that a livepatch of it breaks; empty where none, or where nothing is known
     * @param advice what to do about it: a clause; empty where there is nothing to add
     * @param sameCodeAs other names of the same code, in the kernel's order
     * @param before the function before it: what tells namesakes apart without debug info
     * @param function what it is in the source; empty where no debug info tells
     */
    public record OccurrenceFacts(KernelSymbol symbol, Patchable patchable, List<String> reasons,
            Optional<String> advice, List<String> sameCodeAs, Optional<KernelSymbol> before,
            Optional<SourceFunction> function) {
        public OccurrenceFacts {
            reasons = List.copyOf(reasons);
            sameCodeAs = List.copyOf(sameCodeAs);
        }
    }

    /**
     * One function of the name in the source, and what the compiler made of it.
     *
     * @param symbols its own code
     * @param inlinedInto the functions that hold copies of it, most copies first
     * @param own see {@link PatchPoints}, as the other three
     */
    public record DefinitionFacts(SourceFunction function, List<CodeFacts> symbols, List<CodeFacts> inlinedInto,
            List<CodeFacts> own, List<CodeFacts> callers, List<CodeFacts> gone, List<CodeFacts> beyondReach) {
        public DefinitionFacts {
            symbols = List.copyOf(symbols);
            inlinedInto = List.copyOf(inlinedInto);
            own = List.copyOf(own);
            callers = List.copyOf(callers);
            gone = List.copyOf(gone);
            beyondReach = List.copyOf(beyondReach);
        }
    }

    /**
     * A function with code of its own.
     *
     * @param name of its symbol, or of the function where it has none
     * @param sympos what a livepatch must give as old_sympos: 0 where its name is unique in the object
     * @param copies inline copies in it, or calls from it; 0 where it is not told for them
     */
    public record CodeFacts(String name, int sympos, Optional<KernelSymbol> symbol, int copies, Patchable patchable,
            List<String> reasons) {
        public CodeFacts {
            reasons = List.copyOf(reasons);
        }
    }

    /** Whether livepatch can take hold of a function. */
    public enum Patchable {
        YES, NO, UNKNOWN
    }

    /** A function that gcc made of another. */
    public record Clone(String name, Kind kind, Patchable patchable) {
        /** Whether it begins with the function's own entry: then it can be patched in its stead. */
        public boolean isWhole() {
            return switch (kind) {
                case ISRA, CONSTPROP -> true;
                case PART, COLD, OTHER -> false;
            };
        }

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
        others = List.copyOf(others);
        definitions = List.copyOf(definitions);
    }
}
