package org.klpls.core.loader;

import java.util.Optional;
import org.klpls.core.kernel.Export;
import org.klpls.core.kernel.KernelChange;
import org.klpls.core.model.ElfPlace;
import org.klpls.core.model.ObjectName;

import static org.klpls.core.loader.SymbolEvent.Why.GPL_ONLY;
import static org.klpls.core.loader.SymbolEvent.Why.NAMESPACE_NOT_IMPORTED;
import static org.klpls.core.loader.SymbolEvent.Why.NOT_EXPORTED;
import static org.klpls.core.loader.SymbolEvent.Why.OWNER_NOT_LOADED;
import static org.klpls.core.loader.SymbolEvent.Why.PROPRIETARY_OWNER;

/** Finds who exports a symbol to this module. Source: kernel/module/main.c resolve_symbol(), v6.1. */
final class ResolveSymbol {
    private final Loading loading;
    private boolean gplAllowed;
    private boolean usesGplOnly;

    ResolveSymbol(Loading loading) {
        this.loading = loading;
        this.gplAllowed = CheckModinfo.isGpl(loading);
    }

    sealed interface Result {}

    /** Resolved. */
    record Found(Export export) implements Result {}

    /** Not for this module. */
    record Refused(SymbolEvent.Why why, Optional<Export> export) implements Result {}

    Result run(ElfPlace place, String name) {
        Optional<Export> found = loading.running().export(name);
        if (found.isEmpty()) {
            Optional<Export> elsewhere = loading.kernel().export(name);
            return new Refused(elsewhere.isPresent() ? OWNER_NOT_LOADED : NOT_EXPORTED, elsewhere);
        }
        Export export = found.get();
        if (export.gplOnly() && !gplAllowed) {
            return new Refused(GPL_ONLY, found);
        }
        usesGplOnly |= export.gplOnly();
        if (!inheritTaint(place, export)) {
            return new Refused(PROPRIETARY_OWNER, found);
        }
        Optional<SymbolEvent.Why> why = CheckVersion.run(loading, export).or(() -> checkNamespace(place, export));
        if (why.isPresent()) {
            return new Refused(why.get(), found);
        }
        if (export.owner() instanceof ObjectName.Module owner) {
            loading.happens(new SymbolEvent.OfModule(place, name, owner.name()));
        }
        return new Found(export);
    }

    /** Source: kernel/module/main.c inherit_taint(), v6.1. */
    private boolean inheritTaint(ElfPlace place, Export export) {
        String owner = export.owner().text();
        boolean proprietary = loading.loaded(owner).filter(LoadedModule::isProprietary).isPresent();
        if (!proprietary || !loading.version().has(KernelChange.PROPRIETARY_TAINT_INHERITED)) {
            return true;
        }
        if (usesGplOnly) {
            return false;
        }
        if (gplAllowed) {
            loading.happens(new SymbolEvent.InheritsTaint(place, loading.name(), export.name(), owner));
            gplAllowed = false;
        }
        return true;
    }

    /** Source: kernel/module/main.c verify_namespace_is_imported(), v6.1. */
    private Optional<SymbolEvent.Why> checkNamespace(ElfPlace place, Export export) {
        boolean imported = export.namespace().isEmpty() || loading.module().modinfo().entries().stream()
                .anyMatch(e -> e.key().equals("import_ns") && e.value().equals(export.namespace().get()));
        if (imported || !loading.version().has(KernelChange.SYMBOL_NAMESPACES)) {
            return Optional.empty();
        }
        if (loading.isConfigured("CONFIG_MODULE_ALLOW_MISSING_NAMESPACE_IMPORTS")) {
            loading.happens(new SymbolEvent.NamespaceMissing(place, loading.name(), export));
            return Optional.empty();
        }
        return Optional.of(NAMESPACE_NOT_IMPORTED);
    }
}
