package org.klpls.core.loader;

import java.util.List;
import java.util.stream.Stream;
import org.klpls.core.module.LivepatchModule;

/**
 * A livepatch that is enabled.
 *
 * @param module its module
 * @param context the module's memory, to which relocations are applied when an object is loaded later
 */
record EnabledPatch(String name, LivepatchModule module, PatchInMemory patch, RelocationContext context) {
    boolean replace() {
        return patch.replace();
    }

    List<PatchInMemory.State> states() {
        return patch.states();
    }

    /** What it does for an object: {@code vmlinux} or a module. */
    Stream<PatchInMemory.Obj> objects(String objname) {
        return patch.objects().all().stream().filter(object -> switch (object.name()) {
            case CString.Null _ -> objname.equals(org.klpls.core.model.ObjectName.VMLINUX.text());
            case CString.Text text -> text.value().equals(objname);
            case CString.None _,CString.Unknown _ -> false;
        });
    }

    /** Whether it replaces this function of this object. */
    boolean patches(String objname, String oldName, long sympos) {
        return objects(objname).flatMap(object -> object.entries().all().stream())
                .anyMatch(func -> func.oldName() instanceof CString.Text(String name) && name.equals(oldName)
                        && Math.max(1, func.symposOrZero()) == Math.max(1, sympos));
    }
}
