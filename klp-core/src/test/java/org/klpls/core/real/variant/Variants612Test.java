package org.klpls.core.real.variant;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.klpls.c.testing.NeedsRealThings;
import org.klpls.c.testing.RealThing;
import org.klpls.core.real.RuleProofs;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Severity;
import org.klpls.core.testing.kernel.StockKernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
        COMPARISON.ask(folder, Variants.chosen(
                Stream.concat(Variants.sample(SAMPLE).stream(), Stream.of(RuleVariants.TWO_MODINFO)).toList()));
    }

    static List<Variant> variants() {
        return COMPARISON.variants();
    }

    @ParameterizedTest
    @MethodSource("variants")
    void klplsAndTheKernelSayTheSame(Variant variant) {
        COMPARISON.assertAlike(variant);
    }

    /** What 6.1 does not refuse, and so does not show. */
    @Test
    void rulesAboutWhatLaterKernelsRefuseAreShown() {
        Set<String> shown = COMPARISON.findings(RuleVariants.TWO_MODINFO).stream()
                .filter(finding -> finding.severity() == Severity.ERROR).map(Finding::code)
                .collect(Collectors.toSet());
        assertEquals(RuleProofs.SHOWN_BY_LATER_KERNELS, shown);
    }

    @Test
    void everyExceptionIsOfAVariant() {
        COMPARISON.assertEveryExceptionIsOfOneOf(Variants.sample(SAMPLE));
    }
}
