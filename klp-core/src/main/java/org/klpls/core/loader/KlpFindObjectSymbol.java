package org.klpls.core.loader;

import java.util.List;
import java.util.Optional;
import org.klpls.core.kernel.KernelSymbol;
import org.klpls.core.kernel.SymbolLookup;
import org.klpls.core.model.ObjectName;

/**
 * Finds a symbol by object, name and sympos. Of modules the kernel sees those that are loaded, no others.
 * Source: kernel/livepatch/core.c klp_find_object_symbol(), v6.1.
 */
final class KlpFindObjectSymbol {
    private KlpFindObjectSymbol() {}

    static SymbolLookup run(Loading loading, ObjectName object, String name, long sympos) {
        return switch (object) {
            case ObjectName.Vmlinux vmlinux -> loading.kernel().lookup(vmlinux, name, sympos);
            case ObjectName.Module module -> {
                Optional<LoadedModule> loaded = loading.loaded(module.name());
                yield loaded.isEmpty()
                        ? new SymbolLookup.NotFound(name)
                        : among(loaded.get().occurrences(name), object, name, sympos);
            }
        };
    }

    private static SymbolLookup among(List<KernelSymbol> all, ObjectName object, String name, long sympos) {
        if (all.isEmpty()) {
            return new SymbolLookup.NotFound(name);
        }
        if (sympos == 0) {
            return all.size() == 1
                    ? new SymbolLookup.Found(all.getFirst())
                    : new SymbolLookup.Ambiguous(name, object, all);
        }
        return sympos > 0 && sympos <= all.size()
                ? new SymbolLookup.Found(all.get((int) (sympos - 1)))
                : new SymbolLookup.PositionNotFound(name, object, sympos, all);
    }
}
