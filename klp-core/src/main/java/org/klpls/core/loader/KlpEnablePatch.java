package org.klpls.core.loader;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.klpls.core.model.ElfPlace;
import org.klpls.core.model.KlpFunc;
import org.klpls.core.model.KlpObject;
import org.klpls.core.model.KlpPatch;
import org.klpls.core.model.KlpTable;
import org.klpls.core.model.Place;
import org.klpls.core.model.TableEnd;

/** Enables one patch. Source: kernel/livepatch/core.c klp_enable_patch() and __klp_enable_patch(), v6.1. */
final class KlpEnablePatch {
    private final Loading loading;
    private final KlpInitObject initObject;
    private final KlpPatchObject patchObject;

    KlpEnablePatch(Loading loading, RelocationContext context) {
        this.loading = loading;
        this.initObject = new KlpInitObject(loading, context);
        this.patchObject = new KlpPatchObject(loading);
    }

    void run(KlpPatch patch) {
        checkFields(patch);
        if (!loading.module().isMarkedLivepatch()) {
            loading.happens(new EnableEvent.NotMarkedLivepatch(place(patch.place()), loading.name()));
        }
        initPatchEarly(patch);
        Set<String> directories = new HashSet<>();
        for (KlpObject object : patch.objects().entries()) {
            initObject.run(patch, object, directories);
        }
        for (KlpObject object : patch.objects().entries()) {
            patchObject.run(object);
        }
        if (isInInitMemory(patch.place())) {
            loading.happens(new EnableEvent.TableInInitMemory(place(patch.place())));
        }
    }

    private void checkFields(KlpPatch patch) {
        if (loading.patches().withoutModule().contains(patch)) {
            loading.happens(new EnableEvent.BadField(place(patch.place()), EnableEvent.Missing.PATCH_MOD));
        }
        if (patch.objects().end() == TableEnd.NO_TABLE) {
            loading.happens(new EnableEvent.BadField(place(patch.place()), EnableEvent.Missing.PATCH_OBJS));
        }
        patch.objects().entries().stream().filter(o -> o.funcs().isEmpty()).findFirst().ifPresent(o -> loading
                .happens(new EnableEvent.BadField(place(o.place()), EnableEvent.Missing.OBJECT_FUNCS)));
    }

    /** All lists are set up before anything is checked: here an array without end, or one used twice, does its harm. */
    private void initPatchEarly(KlpPatch patch) {
        badEnd(patch.objects());
        List<Place> seen = new ArrayList<>();
        for (KlpObject object : patch.objects().entries()) {
            Optional<KlpTable<KlpFunc>> funcs = object.funcs().filter(f -> f.end() != TableEnd.UNKNOWN);
            funcs.ifPresent(this::badEnd);
            if (funcs.isPresent() && !funcs.get().entries().isEmpty()) {
                if (seen.contains(funcs.get().place())) {
                    loading.happens(new EnableEvent.SharedFuncs(place(object.place())));
                }
                seen.add(funcs.get().place());
            }
        }
    }

    private void badEnd(KlpTable<?> table) {
        switch (table.end()) {
            case MISSING -> loading.happens(new EnableEvent.TableWithoutEnd(place(table.endPlace())));
            case EARLY -> loading.happens(new EnableEvent.HiddenEntries(place(table.endPlace())));
            case TERMINATED, NO_TABLE, UNKNOWN -> {
            }
        }
    }

    private boolean isInInitMemory(Place place) {
        return place(place).section().filter(s -> s.startsWith(".init")).isPresent();
    }

    static ElfPlace place(Place place) {
        return switch (place) {
            case Place.InModule inModule -> inModule.elf();
            case Place.InSource _ -> throw new IllegalArgumentException("a module's patch has places in the module");
        };
    }
}
