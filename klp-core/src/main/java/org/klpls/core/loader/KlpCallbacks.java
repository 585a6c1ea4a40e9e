package org.klpls.core.loader;

import java.util.OptionalLong;
import org.klpls.core.elf.SectionHeader;
import org.klpls.core.loader.PatchInMemory.CallbackMember;
import org.klpls.core.loader.PatchInMemory.Obj;
import org.klpls.core.model.ObjectName;

/**
 * Calls what an object has around its patching. Source: kernel/livepatch/core.h klp_pre_patch_callback() and the others,
 * v6.1.
 */
final class KlpCallbacks {
    private final Loading loading;
    private final RelocationContext context;
    private final MemoryMap map;

    KlpCallbacks(Loading loading, RelocationContext context, MemoryMap map) {
        this.loading = loading;
        this.context = context;
        this.map = map;
    }

    /** Before the object is patched; one that fails makes the patch fail. The others come later, and only must be there. */
    void run(Obj object) {
        switch (object.name()) {
            case CString.Null _ -> of(object, ObjectName.VMLINUX.text());
            case CString.Text(String name) -> {
                if (loading.loaded(name).isPresent()) {
                    of(object, name);
                }
            }
            case CString.None _,CString.Unknown _ -> {
            }
        }
    }

    private void of(Obj object, String name) {
        for (CallbackMember which : CallbackMember.values()) {
            if (object.callback(which) instanceof Word.Known function && !function.isZero()) {
                call(object, name, which, function.value());
            }
        }
    }

    private void call(Obj object, String name, CallbackMember which, long function) {
        boolean code = map.spot(function).filter(s -> s.section().has(SectionHeader.SHF_EXECINSTR)).isPresent();
        boolean gone = which != CallbackMember.PRE_PATCH && context.layout().isInInit(function);
        if (!code && !KernelImage.holds(function) && !loading.running().holds(function) || gone) {
            loading.happens(new EnableEvent.BadPointer(map.place(object.address()), which.member(), function));
        } else if (code && which == CallbackMember.PRE_PATCH) {
            CodeMemory memory = new CodeMemory(loading.image(), context.copy(), map);
            switch (new FollowedCode(memory, _ -> OptionalLong.empty()).run(function)) {
                case CodeEnd.Returns end ->
                    end.value().stream().filter(v -> v != 0).forEach(v -> fails(name, v, function));
                case CodeEnd.Crashes end -> loading.happens(
                        new EnableEvent.CallbackCrashes(map.place(end.address()), map.name(function), end.why()));
                case CodeEnd.NotKnown _ -> {
                    // What it returns shows when it runs.
                }
            }
        }
    }

    private void fails(String object, long returned, long function) {
        loading.happens(new EnableEvent.CallbackFails(map.place(function), loading.name(), object,
                Errno.ofReturned(returned).orElse(Errno.EINVAL)));
    }
}
