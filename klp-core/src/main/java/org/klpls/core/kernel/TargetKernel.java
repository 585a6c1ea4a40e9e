package org.klpls.core.kernel;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.klpls.core.model.ObjectName;

/**
 * What is known of the one kernel that a livepatch is for. Immutable and safe for all threads. Each question answers
 * "not known" where no given input tells ({@link #facts()} says which are there).
 */
public interface TargetKernel {
    KernelIdentity identity();

    Set<KernelFact> facts();

    /** Whether the symbols of this object are known: vmlinux, and each module that was given. */
    boolean knows(ObjectName object);

    /**
     * Occurrences of symname in objname, in the order the kernel counts them: index i is sympos i + 1. Empty if absent.
     * Source: kernel/livepatch/core.c klp_find_object_symbol(), v6.1.
     */
    List<KernelSymbol> occurrences(ObjectName object, String symname);

    /** All symbols of an object in the kernel's order. */
    Stream<KernelSymbol> symbols(ObjectName object);

    /** Names in this object nearest to a misspelt one, best first; at most {@code limit}. */
    List<String> similarNames(ObjectName object, String symname, int limit);

    /** Names in this object that begin with a prefix, sorted: with {@code NAME.} the copies that gcc made of NAME. */
    default List<String> namesBeginningWith(ObjectName object, String prefix) {
        return symbols(object).map(KernelSymbol::name).filter(name -> name.startsWith(prefix)).distinct().sorted()
                .toList();
    }

    /** The symbol just before this one in the kernel's order: with no debug info, what tells two namesakes apart. */
    Optional<KernelSymbol> neighbourBefore(KernelSymbol symbol);

    /**
     * The symbol before a function that tells it from its namesakes: neither what stands before each function and bears its name, nor
     * another name of the same place. Source: tools/objtool/check.c add_prefix_symbol(), v6.2; kernel/cfi.c, v6.1.
     */
    default Optional<KernelSymbol> codeBefore(KernelSymbol symbol) {
        Optional<KernelSymbol> before = neighbourBefore(symbol);
        while (before.isPresent() && (before.get().address() == symbol.address()
                || before.get().name().startsWith("__pfx_") || before.get().name().startsWith("__cfi_"))) {
            before = neighbourBefore(before.get());
        }
        return before;
    }

    Traceability traceability(KernelSymbol symbol);

    TextRange range(KernelSymbol symbol);

    Optional<Export> export(String name);

    /** All exports that are known, in no particular order. */
    default Stream<Export> exports() {
        return Stream.empty();
    }

    /** Value of an option such as {@code CONFIG_LIVEPATCH}: y, m, a number or a string. Empty if not set or not known. */
    default Optional<String> config(String option) {
        return Optional.empty();
    }

    /** What is known of the modules beside their symbols and exports. */
    default KernelModules modules() {
        return KernelModules.NONE;
    }

    Optional<StructLayout> layout(String structName);

    /**
     * Type of a function of vmlinux, as in {@code int (struct seq_file *, void *)}, from BTF. Empty also where several
     * functions have the name: BTF does not say which of them it describes.
     */
    Optional<String> prototype(String function);

    /** The same with the names of function and parameters, as in {@code int show(struct seq_file *m, void *v)}. */
    default Optional<String> declaration(String function) {
        return Optional.empty();
    }

    /** As {@link #prototype(String)}, of a function of this object. */
    default Optional<String> prototype(ObjectName object, String function) {
        return object.equals(ObjectName.VMLINUX) ? prototype(function) : Optional.empty();
    }

    /** As {@link #declaration(String)}, of a function of this object. */
    default Optional<String> declaration(ObjectName object, String function) {
        return object.equals(ObjectName.VMLINUX) ? declaration(function) : Optional.empty();
    }

    /** All structs and unions of this name that the object knows, which may differ: its own ones, then those of vmlinux. */
    default List<StructLayout> layouts(ObjectName object, String structName) {
        return object.equals(ObjectName.VMLINUX) ? layout(structName).stream().toList() : List.of();
    }

    /**
     * A struct, union, enum or typedef of this object as C defines it, with the place and size of each member in comments; of a
     * module its own ones go before those of vmlinux.
     */
    default Optional<String> typeDefinition(ObjectName object, String name) {
        return Optional.empty();
    }

    /** What the compiler made of this object's functions. Empty where no debug info of it was given. */
    default Optional<Inlines> inlines(ObjectName object) {
        return Optional.empty();
    }

    /** Why a fact that is not among {@link #facts()} is not, and what to do about it, where that was found out. */
    default Optional<KernelProblem> missing(KernelFact fact) {
        return Optional.empty();
    }

    /** The same of one object: why its types or its inline copies are not known. */
    default Optional<KernelProblem> missing(ObjectName object, KernelFact fact) {
        return object.equals(ObjectName.VMLINUX) ? missing(fact) : Optional.empty();
    }

    /** A name, a sympos: what the kernel's own look-up does with them. */
    default SymbolLookup lookup(ObjectName object, String symname, long sympos) {
        if (!knows(object)) {
            return new SymbolLookup.ObjectUnknown(object);
        }
        List<KernelSymbol> all = occurrences(object, symname);
        if (all.isEmpty()) {
            return new SymbolLookup.NotFound(symname);
        }
        if (sympos == 0) {
            return all.size() == 1
                    ? new SymbolLookup.Found(all.getFirst())
                    : new SymbolLookup.Ambiguous(symname, object, all);
        }
        return sympos >= 1 && sympos <= all.size()
                ? new SymbolLookup.Found(all.get((int) (sympos - 1)))
                : new SymbolLookup.PositionNotFound(symname, object, sympos, all);
    }
}
