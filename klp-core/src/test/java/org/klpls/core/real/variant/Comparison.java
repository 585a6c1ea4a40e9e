package org.klpls.core.real.variant;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.klpls.core.kernel.KernelReader;
import org.klpls.core.kernel.TargetKernel;
import org.klpls.core.loader.Errno;
import org.klpls.core.loader.InitEvent;
import org.klpls.core.loader.Outcome;
import org.klpls.core.loader.Verdict;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Severity;
import org.klpls.core.testing.kernel.StockKernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The verdicts of klpls and of one real kernel on variants, and where they may differ. */
final class Comparison {
    /** A reason: the kernel may do one thing or the other with the same file, and klpls must warn. */
    private static final String LUCK = "It depends on what lies behind a table, or in freed memory.";

    /** The kernel enables such a patch; that it replaces nothing is an error of the author's. */
    private static final Set<String> DOES_NOTHING = Set.of("klp-patch-empty");

    private final StockKernel kernel;
    private final Map<String, String> exceptions;
    private final Map<Variant, KernelVerdict> did = new LinkedHashMap<>();
    private final Map<Variant, Verdict> told = new LinkedHashMap<>();
    private final Map<Variant, List<Finding>> found = new LinkedHashMap<>();
    private final Set<Variant> livepatches = new HashSet<>();

    Comparison(StockKernel kernel, String exceptions) {
        this.kernel = kernel;
        this.exceptions = Exceptions.read(exceptions);
    }

    void ask(Path folder, List<Variant> variants) {
        VariantRuns runs = VariantRuns.in(folder, kernel);
        did.putAll(runs.load(variants));
        tell(runs, variants);
    }

    private void tell(VariantRuns runs, List<Variant> variants) {
        TargetKernel target = KernelReader.read(List.of(kernel.vmlinuz().toString())).kernel().orElseThrow();
        for (Variant variant : variants) {
            Verdict verdict = runs.verify(variant, target);
            told.put(variant, verdict);
            found.put(variant, runs.findings(variant, target, verdict));
            if (runs.isLivepatch(variant)) {
                livepatches.add(variant);
            }
        }
    }

    /** What the rules find in a variant. */
    List<Finding> findings(Variant variant) {
        return found.getOrDefault(variant, List.of());
    }

    /** Codes that the rules give to variants of which klpls and the kernel say the same. */
    Set<String> shown() {
        return found.entrySet().stream().filter(e -> !exceptions.containsKey(e.getKey().name()))
                .flatMap(e -> e.getValue().stream()).map(Finding::code).collect(Collectors.toCollection(TreeSet::new));
    }

    /** A livepatch that the kernel refuses has an error; one that goes wrong a warning; one that it loads none. */
    void assertToldByRules(Variant variant) {
        Verdict verdict = Optional.ofNullable(told.get(variant)).orElseThrow();
        boolean isTaken = verdict.errno().filter(Errno.EEXIST::equals).isPresent();
        if (!livepatches.contains(variant) || isTaken) {
            return;
        }
        Set<Severity> severities = findings(variant).stream().filter(f -> !DOES_NOTHING.contains(f.code()))
                .map(Finding::severity).collect(Collectors.toSet());
        // What is wrong for a module that is not there is told before it comes.
        boolean isForLater = variant.name().startsWith("module_alone_");
        assertTrue(switch (verdict.outcome()) {
            case REJECTED -> severities.contains(Severity.ERROR);
            case UNSAFE -> severities.contains(Severity.ERROR) || severities.contains(Severity.WARNING);
            case ACCEPTED -> isForLater || !severities.contains(Severity.ERROR);
        }, () -> "RULES " + variant.name() + " " + verdict.outcome() + " " + findings(variant).stream()
                .map(f -> f.severity() + " " + f.code()).toList());
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
