package org.klpls.core.real.variant;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.klpls.core.kernel.KernelReader;
import org.klpls.core.kernel.TargetKernel;
import org.klpls.core.loader.InitEvent;
import org.klpls.core.loader.Outcome;
import org.klpls.core.loader.Verdict;
import org.klpls.core.testing.kernel.StockKernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

/** The verdicts of klpls and of one real kernel on variants, and where they may differ. */
final class Comparison {
    /** A reason: the kernel may do one thing or the other with the same file, and klpls must warn. */
    private static final String LUCK = "It depends on what lies behind a table, or in freed memory.";

    private final StockKernel kernel;
    private final Map<String, String> exceptions;
    private final Map<Variant, KernelVerdict> did = new LinkedHashMap<>();
    private final Map<Variant, Verdict> told = new LinkedHashMap<>();

    Comparison(StockKernel kernel, String exceptions) {
        this.kernel = kernel;
        this.exceptions = Exceptions.read(exceptions);
    }

    void ask(Path folder, List<Variant> variants) {
        VariantRuns runs = VariantRuns.in(folder, kernel);
        did.putAll(runs.load(variants));
        TargetKernel target = KernelReader.read(List.of(kernel.vmlinuz().toString())).kernel().orElseThrow();
        variants.forEach(variant -> told.put(variant, runs.verify(variant, target)));
    }

    List<Variant> variants() {
        return List.copyOf(did.keySet());
    }

    /** They say the same, or differ where an exception says so. */
    void assertAlike(Variant variant) {
        KernelVerdict real = Optional.ofNullable(did.get(variant)).orElseThrow();
        Verdict verdict = Optional.ofNullable(told.get(variant)).orElseThrow();
        List<String> differences = differences(real, verdict);
        Optional<String> exception = Optional.ofNullable(exceptions.get(variant.name()));
        if (exception.equals(Optional.of(LUCK))) {
            assertEquals(Outcome.UNSAFE, verdict.outcome(), () -> "DIFF " + variant + "\nklpls: " + verdict);
        } else if (exception.isEmpty()) {
            assertEquals(List.of(), differences,
                    () -> "DIFF " + variant + " " + differences + "\nkernel: " + real + "\nklpls: " + verdict);
        } else {
            assertNotEquals(List.of(), differences, () -> "DIFF " + variant + " no exception any more: " + exception);
        }
    }

    void assertEveryExceptionIsOfOneOf(List<Variant> variants) {
        Set<String> unknown = new HashSet<>(exceptions.keySet());
        unknown.removeAll(variants.stream().map(Variant::name).collect(Collectors.toSet()));
        assertEquals(Set.of(), unknown);
    }

    private static List<String> differences(KernelVerdict real, Verdict verdict) {
        List<String> differences = new ArrayList<>();
        add(differences, "outcome", real.outcome(), verdict.outcome());
        if (differences.isEmpty()) {
            add(differences, "errno", real.errno(), verdict.errno().map(Enum::name).orElse("none"));
        }
        if (differences.isEmpty() && real.outcome() != Outcome.UNSAFE) {
            add(differences, "stays for good", real.stays(), real.outcome() == Outcome.ACCEPTED
                    && verdict.events().stream().anyMatch(InitEvent.NoExit.class::isInstance));
            add(differences, "messages", real.messages(),
                    verdict.kernelMessages().stream().map(KernelVerdict::comparable).toList());
        }
        return differences;
    }

    private static void add(List<String> differences, String what, Object real, Object told) {
        if (!real.equals(told)) {
            differences.add(what + ": the kernel " + real + ", klpls " + told);
        }
    }
}
