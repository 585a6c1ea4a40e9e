package org.klpls.core.real.variant;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.klpls.c.testing.NeedsRealThings;
import org.klpls.c.testing.RealThing;
import org.klpls.core.testing.kernel.StockKernel;

/**
 * The same with a 6.12 kernel, for variants of all families.
 */
@NeedsRealThings({RealThing.KERNEL_6_12, RealThing.HEADERS_6_12, RealThing.QEMU})
class Variants612Test {
    private static final int SAMPLE = 200;

    @TempDir
    static Path folder;

    private static final Comparison COMPARISON = new Comparison(StockKernel.V6_12, "exceptions-6.12.txt");

    @BeforeAll
    static void askTheKernel() {
        COMPARISON.ask(folder, Variants.chosen(Variants.sample(SAMPLE)));
    }

    static List<Variant> variants() {
        return COMPARISON.variants();
    }

    @ParameterizedTest
    @MethodSource("variants")
    void klplsAndTheKernelSayTheSame(Variant variant) {
        COMPARISON.assertAlike(variant);
    }

    @Test
    void everyExceptionIsOfAVariant() {
        COMPARISON.assertEveryExceptionIsOfOneOf(Variants.sample(SAMPLE));
    }
}
