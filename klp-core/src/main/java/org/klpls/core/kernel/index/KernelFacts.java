package org.klpls.core.kernel.index;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.klpls.core.elf.ElfBytes;
import org.klpls.core.kernel.Export;
import org.klpls.core.kernel.KernelFact;
import org.klpls.core.kernel.KernelIdentity;
import org.klpls.core.kernel.KernelModules;
import org.klpls.core.model.ObjectName;

/**
 * All that one or several inputs told of one kernel.
 *
 * @param btf the raw content of vmlinux' {@code .BTF}
 * @param config lines of {@code CONFIG_NAME=value}
 * @param inlines an {@link org.klpls.core.dwarf.InlineMap} of vmlinux
 * @param modules beside their symbols and exports
 */
public record KernelFacts(KernelIdentity identity, Set<KernelFact> known, List<ObjectFacts> objects,
        List<Export> exports, Optional<ElfBytes> btf, List<String> config, Optional<ElfBytes> inlines,
        KernelModules modules) {
    /** The symbols of one object. */
    public record ObjectFacts(ObjectName object, SymbolColumns symbols) {}

    public KernelFacts {
        known = known.isEmpty() ? Set.of() : java.util.Collections.unmodifiableSet(EnumSet.copyOf(known));
        objects = List.copyOf(objects);
        exports = List.copyOf(exports);
        config = List.copyOf(config);
    }

    /** All but what debug info and modules tell. */
    public KernelFacts(KernelIdentity identity, Set<KernelFact> known, List<ObjectFacts> objects, List<Export> exports,
            Optional<ElfBytes> btf, List<String> config) {
        this(identity, known, objects, exports, btf, config, Optional.empty(), KernelModules.NONE);
    }

    /** The same, and what debug info tells. */
    public KernelFacts withInlines(ElfBytes map) {
        Set<KernelFact> all = EnumSet.of(KernelFact.INLINES);
        all.addAll(known);
        return new KernelFacts(identity, all, objects, exports, btf, config, Optional.of(map), modules);
    }

    /** The same, and what is known of modules. */
    public KernelFacts withModules(KernelModules told) {
        return new KernelFacts(identity, known, objects, exports, btf, config, inlines, told);
    }

    /** Nothing but who it is. */
    public static KernelFacts of(KernelIdentity identity) {
        return new KernelFacts(identity, Set.of(), List.of(), List.of(), Optional.empty(), List.of());
    }
}
