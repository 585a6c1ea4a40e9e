package org.klpls.core.rules.table;

import java.util.Set;
import org.klpls.core.kernel.SymbolLookup;
import org.klpls.core.kernel.TargetKernel;
import org.klpls.core.model.KlpFunc;
import org.klpls.core.model.KlpObject;
import org.klpls.core.model.Located;
import org.klpls.core.model.ObjectName;

/** A function to be replaced: the entry that names it, and the object it is looked up in. */
public record Target(KlpObject object, KlpFunc func, Located<String> oldName) {

    String name() {
        return oldName.value();
    }

    SymbolLookup lookup(TargetKernel kernel) {
        return kernel.lookup(object.objectName(), name(), func.symposOrZero());
    }

    /** Whether this is one of these functions of the kernel proper, or a copy that gcc made of one: {@code do_idle.isra.0}. */
    boolean isOneOf(Set<String> functions, TargetKernel kernel) {
        int suffix = name().indexOf('.');
        return object.objectName().equals(ObjectName.VMLINUX)
                && functions.contains(suffix < 0 ? name() : name().substring(0, suffix))
                && lookup(kernel) instanceof SymbolLookup.Found;
    }
}
