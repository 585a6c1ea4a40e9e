package org.klpls.core.kernel.index;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.klpls.core.elf.ElfBytes;
import org.klpls.core.kernel.Export;
import org.klpls.core.kernel.KernelFact;
import org.klpls.core.kernel.KernelIdentity;
import org.klpls.core.model.ObjectName;

/**
 * All that one or several inputs told of one kernel.
 *
 * @param btf the raw content of vmlinux' {@code .BTF}
 * @param config lines of {@code CONFIG_NAME=value}
 */
public record KernelFacts(KernelIdentity identity, Set<KernelFact> known, List<ObjectFacts> objects,
        List<Export> exports, Optional<ElfBytes> btf, List<String> config) {
    /** The symbols of one object. */
    public record ObjectFacts(ObjectName object, SymbolColumns symbols) {}

    public KernelFacts {
        known = known.isEmpty() ? Set.of() : java.util.Collections.unmodifiableSet(EnumSet.copyOf(known));
        objects = List.copyOf(objects);
        exports = List.copyOf(exports);
        config = List.copyOf(config);
    }

    /** Nothing but who it is. */
    public static KernelFacts of(KernelIdentity identity) {
        return new KernelFacts(identity, Set.of(), List.of(), List.of(), Optional.empty(), List.of());
    }
}
