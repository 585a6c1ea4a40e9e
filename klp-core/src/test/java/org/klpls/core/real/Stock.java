package org.klpls.core.real;

import java.util.List;

import org.klpls.c.testing.RealThings;
import org.klpls.core.kernel.KernelReader;
import org.klpls.core.kernel.KernelReading;
import org.klpls.core.kernel.TargetKernel;

/** The fetched kernel as klpls knows it: from its stock vmlinuz alone. */
public final class Stock {
    private static final KernelReading READ = KernelReader.read(List.of(RealThings.vmlinuz().toString()));

    private Stock() {}

    public static TargetKernel kernel() {
        return READ.kernel().orElseThrow(() -> new AssertionError(READ.problems()));
    }
}
