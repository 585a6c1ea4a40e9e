package org.klpls.core.rules.table;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.klpls.core.kernel.TargetKernel;
import org.klpls.core.model.KlpFunc;
import org.klpls.core.model.KlpObject;
import org.klpls.core.model.KlpPatch;
import org.klpls.core.model.KlpTable;

/**
 * One patch, from source or module, and the kernel it is for.
 *
 * @param moduleName the name that the kernel knows the livepatch by
 * @param kernel there for every rule that needs facts of the kernel
 */
public record TableContext(String moduleName, KlpPatch patch, Optional<TargetKernel> kernel) {

    /**
     * The functions that the patch asks the kernel to look up, in the kernel's order. An entry that repeats another one
     * is not among them: that it is there twice is its defect.
     */
    public List<Target> targets() {
        List<Target> targets = new ArrayList<>();
        for (KlpObject object : patch.objects().entries()) {
            Set<SysfsName> seen = new HashSet<>();
            for (KlpFunc func : entries(object)) {
                func.oldName().filter(_ -> seen.add(SysfsName.of(func)))
                        .ifPresent(name -> targets.add(new Target(object, func, name)));
            }
        }
        return targets;
    }

    static List<KlpFunc> entries(KlpObject object) {
        return object.funcs().map(KlpTable::entries).orElse(List.of());
    }

    /** The kernel, for a rule that declares to need it. */
    TargetKernel knownKernel() {
        return kernel.orElseThrow(() -> new IllegalStateException("run without the kernel that it declares to need"));
    }
}
