package org.klpls.core.real.livepatch;

import org.klpls.c.testing.NeedsRealThings;
import org.klpls.c.testing.RealThing;
import org.klpls.core.testing.kernel.StockKernel;

/** Livepatches for the stock 6.12. */
@NeedsRealThings({RealThing.KERNEL_6_12, RealThing.HEADERS_6_12, RealThing.QEMU})
class Livepatches612Test extends LivepatchesAreAccepted {
    Livepatches612Test() {
        super(StockKernel.V6_12, 1);
    }
}
