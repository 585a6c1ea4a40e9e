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
 * The simulated loader and the real 6.1 kernel say the same of every variant: outcome, errno, messages. Run one by hand
 * with -Dklpls.variants=REGEX.
 */
@NeedsRealThings({RealThing.KERNEL, RealThing.HEADERS, RealThing.QEMU})
class VariantsTest {
    @TempDir
    static Path folder;

    private static final Comparison COMPARISON = new Comparison(StockKernel.V6_1, "exceptions.txt");

    @BeforeAll
    static void askTheKernel() {
        COMPARISON.ask(folder, Variants.chosen(Variants.all()));
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
        COMPARISON.assertEveryExceptionIsOfOneOf(Variants.all());
    }
}
