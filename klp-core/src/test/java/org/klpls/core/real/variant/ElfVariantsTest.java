package org.klpls.core.real.variant;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.klpls.c.testing.NeedsRealThings;
import org.klpls.c.testing.RealThing;
import org.klpls.core.testing.kernel.StockKernel;

import static org.junit.jupiter.params.provider.Arguments.arguments;

/** The simulated loader and both real kernels say the same of each way that ELF and signatures have. */
@NeedsRealThings({RealThing.KERNEL, RealThing.HEADERS, RealThing.KERNEL_6_12, RealThing.HEADERS_6_12, RealThing.QEMU})
class ElfVariantsTest {
    @TempDir
    static Path folder;

    private static final Map<StockKernel, Comparison> COMPARISONS = new LinkedHashMap<>();

    @BeforeAll
    static void askBothKernels() {
        List<Variant> variants = Variants.chosen(ElfVariants.all());
        for (StockKernel kernel : List.of(StockKernel.V6_1, StockKernel.V6_12)) {
            Comparison comparison = new Comparison(kernel, "exceptions-elf.txt");
            comparison.ask(folder.resolve(kernel.name()), variants);
            COMPARISONS.put(kernel, comparison);
        }
    }

    static Stream<Arguments> variants() {
        return COMPARISONS.entrySet().stream()
                .flatMap(each -> each.getValue().variants().stream().map(variant -> arguments(each.getKey(), variant)));
    }

    @ParameterizedTest(name = "{1} on {0}")
    @MethodSource("variants")
    void klplsAndTheKernelSayTheSame(StockKernel kernel, Variant variant) {
        Optional.ofNullable(COMPARISONS.get(kernel)).orElseThrow().assertAlike(variant);
    }
}
