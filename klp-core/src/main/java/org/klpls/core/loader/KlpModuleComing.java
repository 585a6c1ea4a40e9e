package org.klpls.core.loader;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.klpls.core.model.ObjectName;
import org.klpls.core.module.ModulePatches;

/**
 * Lets the enabled livepatches patch a module that is being loaded; one that cannot is a reason to refuse the module.
 * Source: kernel/livepatch/core.c klp_module_coming(), v6.1.
 */
final class KlpModuleComing {
    private static final ModulePatches NONE = new ModulePatches(List.of(), List.of(), 0, List.of());

    private final Loading loading;
    private final RunningKernel withModule;

    private KlpModuleComing(Loading loading, LoadedModule coming) {
        this.loading = loading;
        this.withModule = loading.running().and(coming, Optional.empty());
    }

    static void run(Loading loading, LoadedModule coming) {
        if (loading.name().equals(ObjectName.VMLINUX.text())) {
            loading.happens(new ComingEvent.NamedVmlinux(loading.place()));
        }
        KlpModuleComing step = new KlpModuleComing(loading, coming);
        for (EnabledPatch patch : loading.running().patches()) {
            patch.objects(loading.name()).findFirst().ifPresent(object -> step.patch(patch, object));
        }
    }

    private void patch(EnabledPatch patch, PatchInMemory.Obj object) {
        Loading late = new Loading(patch.module(), withModule, NONE);
        RelocationContext context = patch.context().copy();
        MemoryMap map = MemoryMap.of(patch.module().image(), context.layout());
        ObjectName name = new ObjectName.Module(loading.name());
        KlpInitObject initObject = new KlpInitObject(late, context, map);
        initObject.applyLate(name);
        new KlpInitObjectLoaded(late, context, map).run(object, name);
        boolean initialised = !late.isStopped();
        if (initialised) {
            new KlpCallbacks(late, context, map).run(object);
            new KlpPatchObject(late, map).run(object);
        }
        tell(patch, late, initialised);
    }

    private void tell(EnabledPatch patch, Loading late, boolean initialised) {
        if (late.events().isEmpty()) {
            loading.did(Stage.FINALIZE, patch.name() + " patches it");
            return;
        }
        LoadEvent cause = late.events().getFirst();
        Consequence consequence = late.stop().map(Loading.Stop::consequence).orElse(cause.consequence());
        List<String> messages = new ArrayList<>(late.messages());
        if (consequence instanceof Consequence.Refused refused) {
            String number = " (-" + refused.errno().number() + ")";
            if (initialised) {
                messages.removeIf(m -> m.startsWith("livepatch: failed to patch object")
                        || m.startsWith("livepatch: failed to enable patch"));
            }
            if (!(cause instanceof EnableEvent.CallbackFails)) {
                messages.add("livepatch: failed to " + (initialised ? "apply patch '" : "initialize patch '")
                        + patch.name() + (initialised ? "' to module '" : "' for module '") + loading.name() + "'"
                        + number);
            }
            messages.add("livepatch: patch '" + patch.name() + "' failed for module '" + loading.name()
                    + "', refusing to load module '" + loading.name() + "'");
        }
        loading.happens(new ComingEvent.ByPatch(cause.place(), patch.name(), loading.name(), cause, consequence,
                messages));
    }
}
