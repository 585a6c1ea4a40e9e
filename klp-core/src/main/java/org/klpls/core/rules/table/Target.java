package org.klpls.core.rules.table;

import org.klpls.core.kernel.SymbolLookup;
import org.klpls.core.kernel.TargetKernel;
import org.klpls.core.model.KlpFunc;
import org.klpls.core.model.KlpObject;
import org.klpls.core.model.Located;

/** A function to be replaced: the entry that names it, and the object it is looked up in. */
public record Target(KlpObject object, KlpFunc func, Located<String> oldName) {

    String name() {
        return oldName.value();
    }

    SymbolLookup lookup(TargetKernel kernel) {
        return kernel.lookup(object.objectName(), name(), func.symposOrZero());
    }
}
