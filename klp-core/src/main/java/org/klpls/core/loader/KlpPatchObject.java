package org.klpls.core.loader;

import java.util.Optional;
import org.klpls.core.kernel.KernelFact;
import org.klpls.core.kernel.KernelSymbol;
import org.klpls.core.kernel.SymbolLookup;
import org.klpls.core.kernel.Traceability;
import org.klpls.core.model.KlpFunc;
import org.klpls.core.model.KlpObject;
import org.klpls.core.model.ObjectName;
import org.klpls.core.rule.Skipped;

/**
 * Hooks the functions of one loaded object into ftrace.
 * Source: kernel/livepatch/patch.c klp_patch_object() and klp_patch_func(), v6.1.
 */
final class KlpPatchObject {
    private final Loading loading;

    KlpPatchObject(Loading loading) {
        this.loading = loading;
    }

    void run(KlpObject object) {
        object.funcs().ifPresent(funcs -> funcs.entries().forEach(func -> patchFunc(object, func)));
    }

    private void patchFunc(KlpObject object, KlpFunc func) {
        if (func.oldName().isEmpty()) {
            return;
        }
        String name = func.oldName().get().value();
        if (KlpFindObjectSymbol.run(loading, object.objectName(), name,
                func.symposOrZero()) instanceof SymbolLookup.Found found) {
            Optional<Boolean> traceable = isTraceable(object.objectName(), found.symbol());
            if (traceable.isEmpty()) {
                loading.skip(new Skipped("ftrace location of " + name,
                        "the kernel given does not tell which functions can be traced",
                        "give --kernel a vmlinuz or vmlinux"));
            } else if (!traceable.get()) {
                loading.happens(new EnableEvent.NotTraceable(KlpEnablePatch.place(func.oldName().get().place()),
                        loading.name(), object.objectName().text(), name));
            }
        }
    }

    /** Empty where nothing tells. */
    private Optional<Boolean> isTraceable(ObjectName object, KernelSymbol symbol) {
        Optional<LoadedModule> loaded = loading.loaded(object.text());
        if (loaded.isPresent() && object instanceof ObjectName.Module) {
            return Optional.of(loaded.get().isTraceable(symbol));
        }
        if (!loading.kernel().facts().contains(KernelFact.TRACEABLE)) {
            return Optional.empty();
        }
        return switch (loading.kernel().traceability(symbol)) {
            case Traceability.Yes _ -> Optional.of(true);
            case Traceability.No _,Traceability.Freed _ -> Optional.of(false);
            case Traceability.Unknown _ -> Optional.empty();
        };
    }
}
