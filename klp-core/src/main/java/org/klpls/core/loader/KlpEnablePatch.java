package org.klpls.core.loader;

import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.klpls.core.kernel.KernelChange;
import org.klpls.core.loader.EnableEvent.Missing;
import org.klpls.core.loader.PatchInMemory.Func;
import org.klpls.core.loader.PatchInMemory.Obj;
import org.klpls.core.module.CodeReferences;
import org.klpls.core.module.KlpStructs;

/**
 * Enables the patch at an address. Source: kernel/livepatch/core.c klp_enable_patch() and __klp_enable_patch(), v6.1.
 */
final class KlpEnablePatch {
    private final Loading loading;
    private final RelocationContext context;
    private final PatchMemory memory;
    private final MemoryMap map;
    private final KlpStructs structs;
    private final Set<Long> enabled = new HashSet<>();

    KlpEnablePatch(Loading loading, RelocationContext context, KlpStructs structs, MemoryMap map) {
        this.loading = loading;
        this.context = context;
        this.map = map;
        this.structs = structs;
        this.memory = new PatchMemory(context, structs, map);
    }

    /** What is enabled then, if the kernel does not refuse it. */
    EnabledPatch run(long address) {
        PatchInMemory patch = memory.read(address);
        if (address == 0) {
            loading.happens(new EnableEvent.BadField(loading.place(), Missing.PATCH));
            return new EnabledPatch(loading.name(), loading.module(), patch, context);
        }
        if (enabled.contains(address)) {
            loading.happens(new EnableEvent.EnabledTwice(map.place(address), map.name(address)));
        }
        checkFields(patch);
        checkLivepatch(patch);
        checkCompatible(patch);
        new KlpInitPatchEarly(loading, context, map, structs).run(patch);
        if (!enabled.isEmpty()) {
            // The directory of a patch has the name of its module.
            loading.happens(
                    EnableEvent.SameDirectory.of(loading, map.place(address), "/kernel/livepatch", loading.name()));
        }
        enabled.add(address);
        initObjects(patch);
        KlpPatchObject patchObject = new KlpPatchObject(loading, map);
        KlpCallbacks callbacks = new KlpCallbacks(loading, context, map);
        for (Obj object : patch.objects().all()) {
            callbacks.run(object);
            patchObject.run(object);
        }
        EnabledPatch made = new EnabledPatch(loading.name(), loading.module(), patch, context);
        new Transition(loading).run(made);
        return made;
    }

    /** Whether code may change what stands in the file, in the patch or in its tables. */
    boolean mayBeWritten(long address, CodeReferences code) {
        PatchInMemory patch = memory.read(address);
        // its own address is what klp_enable_patch() is given
        return isTouched(code, address, structs.patch().size(), 1)
                || patch.objects().addresses(Obj::address)
                        .anyMatch(at -> isTouched(code, at, structs.object().size(), 0))
                || patch.objects().all().stream().flatMapToLong(object -> object.entries().addresses(Func::address))
                        .anyMatch(at -> isTouched(code, at, structs.func().size(), 0));
    }

    /** Whether code refers to these bytes, or, behind so many of them, takes an address there. */
    private boolean isTouched(CodeReferences code, long address, long size, long passed) {
        return map.spot(address)
                .filter(s -> code.isOperand(s.section().index(), s.offset(), size)
                        || code.isBase(s.section().index(), s.offset() + passed, size - passed))
                .isPresent();
    }

    private void checkFields(PatchInMemory patch) {
        if (patch.module().isNull()) {
            refuse(patch.address(), Missing.PATCH_MOD);
        }
        if (patch.objs().isNull()) {
            refuse(patch.address(), Missing.PATCH_OBJS);
        }
        for (Obj object : patch.objects().all()) {
            if (object.funcs().isNull()) {
                refuse(object.address(), Missing.OBJECT_FUNCS);
                return;
            }
        }
    }

    /** mod->klp, wherever .mod points; by the modinfo where struct module is not known. */
    private void checkLivepatch(PatchInMemory patch) {
        OptionalLong klp = ThisModule.of(loading.image(), loading.kernel()).offsetOf("klp");
        if (!(patch.module() instanceof Word.Known mod) || mod.isZero()) {
            return;
        }
        boolean marked = klp.isEmpty()
                ? loading.module().isMarkedLivepatch()
                : memory.flag(mod.value() + klp.getAsLong());
        if (klp.isPresent() && !context.memory().holds(mod.value() + klp.getAsLong(), 1)) {
            loading.happens(new EnableEvent.BadPointer(map.place(patch.address()), "mod", mod.value()));
        } else if (!marked) {
            loading.happens(new EnableEvent.NotMarkedLivepatch(map.place(patch.address()), loading.name()));
        }
    }

    /** Source: kernel/livepatch/state.c klp_is_patch_compatible(), v6.1. */
    private void checkCompatible(PatchInMemory patch) {
        if (!loading.version().has(KernelChange.STATES)) {
            return;
        }
        for (EnabledPatch there : loading.running().patches()) {
            for (PatchInMemory.State state : there.states()) {
                Optional<PatchInMemory.State> ours = patch.states().stream().filter(s -> s.id() == state.id())
                        .findFirst();
                boolean compatible = ours.map(s -> s.version() >= state.version()).orElse(!patch.replace());
                if (!compatible) {
                    loading.happens(new EnableEvent.NotCompatible(map.place(patch.address()), loading.name(),
                            there.name(), state.id()));
                    return;
                }
            }
        }
    }

    private void initObjects(PatchInMemory patch) {
        KlpInitObject initObject = new KlpInitObject(loading, context, map);
        Set<String> directories = new HashSet<>();
        patch.objects().all().forEach(object -> initObject.run(object, directories));
    }

    private void refuse(long address, Missing what) {
        loading.happens(new EnableEvent.BadField(map.place(address), what));
    }
}
