package org.klpls.core.kernel.running;

import java.nio.file.Path;
import org.klpls.c.testing.NeedsRealThings;
import org.klpls.c.testing.RealThing;
import org.klpls.core.testing.kernel.RealKernel;
import org.klpls.core.testing.kernel.StockKernel;

/** Debian's 6.1. */
@NeedsRealThings({RealThing.KERNEL, RealThing.HEADERS, RealThing.QEMU})
class Linux61FactsTest extends FactsOfARunningKernel {
    @Override
    KernelFiles files() {
        return KernelFiles.of(StockKernel.V6_1);
    }

    @Override
    RealKernel machine(Path scratch) {
        return RealKernel.of(StockKernel.V6_1);
    }
}
