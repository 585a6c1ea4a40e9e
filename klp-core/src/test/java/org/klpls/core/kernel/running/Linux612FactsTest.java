package org.klpls.core.kernel.running;

import java.nio.file.Path;
import org.klpls.c.testing.NeedsRealThings;
import org.klpls.c.testing.RealThing;
import org.klpls.core.testing.kernel.RealKernel;
import org.klpls.core.testing.kernel.StockKernel;

/** Debian's 6.12: zstd with a large window, kallsyms in the order of tables that came with 6.4, modules in xz. */
@NeedsRealThings({RealThing.KERNEL_6_12, RealThing.HEADERS_6_12, RealThing.QEMU})
class Linux612FactsTest extends FactsOfARunningKernel {
    @Override
    KernelFiles files() {
        return KernelFiles.of(StockKernel.V6_12);
    }

    @Override
    RealKernel machine(Path scratch) {
        return RealKernel.of(StockKernel.V6_12);
    }
}
