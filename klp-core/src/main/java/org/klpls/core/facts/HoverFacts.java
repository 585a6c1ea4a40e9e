package org.klpls.core.facts;

import java.util.List;
import java.util.Optional;
import org.klpls.c.text.SourceRange;
import org.klpls.core.kernel.SymbolLookup;
import org.klpls.core.model.ObjectName;
import org.klpls.core.source.SourceFunction;

/** What is known of the word under the pointer. Without a kernel, lookups are {@code ObjectUnknown}. */
public sealed interface HoverFacts {
    /** The word that these facts are about. */
    SourceRange range();

    /**
     * On the string of {@code .old_name}.
     *
     * @param occurrences every symbol of that name, in the kernel's order: index i is sympos i + 1
     * @param lookup what the kernel finds for name and sympos
     * @param prototype of the function in the kernel, as C spells it
     * @param newFunc name of the replacement
     * @param replacement the replacement, where this file has it
     * @param clones names that gcc made of this one, e.g. {@code NAME.isra.0}; only where the name itself is not found
     * @param similar names like it; only where the name itself is not found
     * @param sysfs its folder once the patch is loaded, e.g. {@code /sys/kernel/livepatch/fix/vmlinux/show,1}
     */
    record Target(SourceRange range, ObjectName object, String name, long sympos, List<Occurrence> occurrences,
            SymbolLookup lookup, Optional<String> prototype, Optional<String> newFunc,
            Optional<SourceFunction> replacement, List<String> clones, List<String> similar,
            Optional<String> sysfs) implements HoverFacts {

        public Target {
            occurrences = List.copyOf(occurrences);
            clones = List.copyOf(clones);
            similar = List.copyOf(similar);
        }
    }

    /** On the string of a {@code klp_object.name}. {@code known}: its symbols are among the given facts. */
    record ObjectFacts(SourceRange range, ObjectName object, boolean known) implements HoverFacts {}

    /** On a {@code .klp.sym.OBJECT.SYMBOL,SYMPOS}. */
    record Symbol(SourceRange range, ObjectName object, String name, long sympos, List<Occurrence> occurrences,
            SymbolLookup lookup) implements HoverFacts {

        public Symbol {
            occurrences = List.copyOf(occurrences);
        }
    }

    /**
     * On a name of livepatch's own interface: a field, a struct, a function or a macro.
     *
     * @param signature how it is declared, e.g. {@code unsigned long old_sympos}
     * @param meaning what it means to the kernel, in a few sentences
     */
    record InterfaceWord(SourceRange range, String name, String signature, String meaning) implements HoverFacts {}
}
