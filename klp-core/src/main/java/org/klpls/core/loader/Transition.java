package org.klpls.core.loader;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.klpls.core.loader.PatchInMemory.Func;
import org.klpls.core.loader.PatchInMemory.Obj;
import org.klpls.core.model.ObjectName;

/**
 * What the livepatches come to together, once all tasks are switched: of several for one function the latest runs; a
 * {@code replace} patch takes the place of all before it.
 * Source: kernel/livepatch/transition.c klp_complete_transition(), kernel/livepatch/patch.c klp_ftrace_handler(), v6.1.
 */
final class Transition {
    private final Loading loading;

    Transition(Loading loading) {
        this.loading = loading;
    }

    void run(EnabledPatch patch) {
        List<EnabledPatch> before = loading.running().patches();
        if (patch.replace()) {
            before.forEach(old -> replaced(old, patch));
            return;
        }
        for (Obj object : patch.patch().objects().all()) {
            objname(object).ifPresent(name -> object.entries().all().forEach(func -> stacked(before, name, func)));
        }
    }

    private void replaced(EnabledPatch old, EnabledPatch patch) {
        List<String> original = new ArrayList<>();
        for (Obj object : old.patch().objects().all()) {
            objname(object).ifPresent(name -> object.entries().all().stream()
                    .filter(f -> f.oldName() instanceof CString.Text t
                            && !patch.patches(name, t.value(), f.symposOrZero()))
                    .map(f -> ((CString.Text) f.oldName()).value()).forEach(original::add));
        }
        loading.did(Stage.TRANSITION, "replaces " + old.name() + ", which can be unloaded then"
                + (original.isEmpty() ? "" : "; original again: " + String.join(", ", original)));
    }

    private void stacked(List<EnabledPatch> before, String objname, Func func) {
        if (!(func.oldName() instanceof CString.Text(String oldName))) {
            return;
        }
        Optional<EnabledPatch> below = before.stream()
                .filter(p -> p.patches(objname, oldName, func.symposOrZero())).reduce((_, latest) -> latest);
        below.ifPresent(under -> loading.did(Stage.TRANSITION, oldName + " of " + objname + " is patched by "
                + under.name() + " too: " + loading.name() + "'s runs; once that is disabled, " + under.name()
                + "'s again"));
    }

    private static Optional<String> objname(Obj object) {
        return switch (object.name()) {
            case CString.Null _ -> Optional.of(ObjectName.VMLINUX.text());
            case CString.Text text -> Optional.of(text.value());
            case CString.None _,CString.Unknown _ -> Optional.empty();
        };
    }
}
