package org.klpls.core.loader;

import java.util.Optional;
import org.klpls.core.kernel.KernelFact;
import org.klpls.core.kernel.KernelSymbol;
import org.klpls.core.kernel.SymbolLookup;
import org.klpls.core.kernel.Traceability;
import org.klpls.core.loader.PatchInMemory.Func;
import org.klpls.core.loader.PatchInMemory.Obj;
import org.klpls.core.model.ObjectName;
import org.klpls.core.rule.Skipped;

/**
 * Hooks the functions of one loaded object into ftrace.
 * Source: kernel/livepatch/patch.c klp_patch_object() and klp_patch_func(), v6.1.
 */
final class KlpPatchObject {
    private final Loading loading;
    private final MemoryMap map;

    KlpPatchObject(Loading loading, MemoryMap map) {
        this.loading = loading;
        this.map = map;
    }

    void run(Obj object) {
        switch (object.name()) {
            case CString.Null _ -> funcs(object, ObjectName.VMLINUX);
            case CString.Text text -> {
                if (loading.loaded(text.value()).isPresent()) {
                    funcs(object, new ObjectName.Module(text.value()));
                }
            }
            case CString.None _,CString.Unknown _ -> {
            }
        }
    }

    private void funcs(Obj object, ObjectName name) {
        for (Func func : object.entries().all()) {
            if (func.oldName() instanceof CString.Text(String oldName)) {
                patchFunc(name, func, oldName);
            }
        }
    }

    private void patchFunc(ObjectName object, Func func, String name) {
        if (!(KlpFindObjectSymbol.run(loading, object, name,
                func.symposOrZero()) instanceof SymbolLookup.Found found)) {
            return;
        }
        Optional<Boolean> traceable = isTraceable(object, found.symbol());
        if (traceable.isEmpty()) {
            loading.skip(new Skipped("ftrace location of " + name,
                    "the kernel given does not tell which functions can be traced",
                    "give --kernel a vmlinuz or vmlinux"));
        } else if (!traceable.get()) {
            loading.happens(new EnableEvent.NotTraceable(map.place(func.oldNameAddress()), loading.name(),
                    object.text(), name));
        } else if (loading.isFtraceDisabled()) {
            loading.happens(new EnableEvent.FtraceDisabled(map.place(func.oldNameAddress()), loading.name(),
                    object.text(), name));
        } else {
            String newFunc = func.newFunc() instanceof Word.Known known ? map.name(known.value()) : "a function";
            loading.did(Stage.ENABLE, name + " of " + object.text() + " -> " + newFunc + "()");
        }
    }

    /** Empty where nothing tells. */
    private Optional<Boolean> isTraceable(ObjectName object, KernelSymbol symbol) {
        if (object instanceof ObjectName.Module module) {
            return loading.loaded(module.name()).map(loaded -> loaded.isTraceable(symbol));
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
