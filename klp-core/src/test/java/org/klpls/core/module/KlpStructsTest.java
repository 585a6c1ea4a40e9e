package org.klpls.core.module;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.klpls.c.testing.NeedsRealThings;
import org.klpls.c.testing.RealThing;
import org.klpls.core.kernel.FixtureKernel;
import org.klpls.core.kernel.KernelReader;
import org.klpls.core.kernel.TargetKernel;
import org.klpls.core.testing.kernel.StockKernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

@NeedsRealThings({RealThing.KERNEL, RealThing.KERNEL_6_12})
class KlpStructsTest {
    /** What is taken of a kernel that does not tell its types is what a kernel of that version tells. */
    @ParameterizedTest
    @EnumSource(StockKernel.class)
    void theLayoutOfAVersionIsThatOfItsKernel(StockKernel stock) {
        TargetKernel kernel = KernelReader.read(List.of(stock.vmlinuz().toString())).kernel().orElseThrow();
        assertTrue(KlpStructs.isTold(kernel));
        assertEquals(KlpStructs.of(kernel), KlpStructsOfVersions.of(kernel));
    }

    @Test
    void aKernelOlderThanTheTableHasNone() {
        assertEquals(Optional.empty(), KlpStructs.of(FixtureKernel.of("@release 4.10.17")));
        assertEquals(120, KlpStructs.of(FixtureKernel.of("@release 4.11.0")).orElseThrow().func().size());
    }

    /** The layout of the fixture is not the usual one, so nothing can be found by it; but that it was taken is said. */
    @Test
    void aLayoutThatIsTakenIsSaid() {
        LivepatchModule module = LivepatchFixture.read(LivepatchFixture.good());
        ModulePatches patches = module.patches(Optional.of(FixtureKernel.of("@release 6.1.0")));
        assertFalse(patches.skipped().isEmpty());
        assertEquals("layout of struct klp_patch", patches.skipped().getFirst().check());
    }
}
