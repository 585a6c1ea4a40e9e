package org.klpls.core.kernel.running;

import java.nio.file.Path;
import java.util.Optional;
import org.klpls.c.testing.NeedsRealThings;
import org.klpls.c.testing.RealThing;
import org.klpls.core.testing.kernel.RealKernel;

/**
 * Any kernel that boots in qemu: {@code -Dklpls.vmlinuz=FILE}, and where they are there {@code -Dklpls.modules=FOLDER}, its
 * {@code lib/modules/RELEASE}, and {@code -Dklpls.symvers=FILE}, its Module.symvers. A command of its own, not part of {@code mvn verify}.
 */
@NeedsRealThings(RealThing.QEMU)
class GivenKernelComparison extends FactsOfARunningKernel {
    @Override
    KernelFiles files() {
        return new KernelFiles(given("klpls.vmlinuz").orElseThrow(() -> new IllegalArgumentException(
                "which kernel? Give -Dklpls.vmlinuz=FILE")), given("klpls.modules"), given("klpls.symvers"));
    }

    private static Optional<Path> given(String property) {
        return Optional.ofNullable(System.getProperty(property)).map(Path::of);
    }

    @Override
    RealKernel machine(Path scratch) {
        return RealKernel.of("given", files().vmlinuz(), scratch);
    }
}
