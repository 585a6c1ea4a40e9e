package org.klpls.core.kernel.running;

import org.klpls.c.testing.NeedsRealThings;
import org.klpls.c.testing.RealThing;
import org.klpls.core.testing.kernel.StockKernel;

/** Debian's 6.1. */
@NeedsRealThings({RealThing.KERNEL, RealThing.HEADERS, RealThing.QEMU})
class Linux61FactsTest extends FactsOfARunningKernel {
    @Override
    StockKernel stock() {
        return StockKernel.V6_1;
    }
}
