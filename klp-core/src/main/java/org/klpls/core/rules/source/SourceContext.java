package org.klpls.core.rules.source;

import java.util.Optional;
import org.klpls.core.kernel.KernelVersion;
import org.klpls.core.kernel.TargetKernel;
import org.klpls.core.source.LivepatchSource;
import org.klpls.core.source.TableVariable;

/**
 * A livepatch's C source, as the author has it.
 *
 * @param isWholeModule whether the module is made of this file alone; else what is missing may stand in another one
 * @param kernel the one that the livepatch is for
 */
public record SourceContext(LivepatchSource source, boolean isWholeModule, Optional<TargetKernel> kernel) {
    /** The kernel that the patch is for; where none is known, one of today. */
    KernelVersion version() {
        return kernel.map(KernelVersion::of).orElse(KernelVersion.V6_1);
    }

    /** The table of this name, as it is declared. */
    Optional<TableVariable> table(String name) {
        return source.tables().stream().filter(t -> t.variable().equals(name)).findFirst();
    }
}
