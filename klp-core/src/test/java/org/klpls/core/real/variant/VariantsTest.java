package org.klpls.core.real.variant;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.klpls.c.testing.NeedsRealThings;
import org.klpls.c.testing.RealThing;
import org.klpls.core.real.RuleProofs;
import org.klpls.core.rule.RuleInfo;
import org.klpls.core.rules.RuleCatalog;
import org.klpls.core.testing.kernel.StockKernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

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

    @ParameterizedTest
    @MethodSource("variants")
    void rulesTellWhatTheKernelDoes(Variant variant) {
        COMPARISON.assertToldByRules(variant);
    }

    /** Only where all variants are taken: a rule is shown by one of them, by a defect, or docs/testing.md says why not. */
    @Test
    void everyRuleIsShownByTheKernelOrSaysWhyNot() throws IOException {
        Set<String> shown = new TreeSet<>(COMPARISON.shown());
        shown.addAll(RuleProofs.shownByDefects());
        shown.addAll(RuleProofs.SHOWN_BY_LATER_KERNELS);
        shown.addAll(RuleProofs.SHOWN_WHERE_SIGNATURES_ARE_REQUIRED);
        Set<String> listed = RuleProofs.listed();
        Set<String> both = new TreeSet<>(listed);
        both.retainAll(shown);
        assertEquals(Set.of(), both, "listed, and shown all the same");
        if (COMPARISON.variants().size() == Variants.all().size()) {
            Set<String> missing = RuleCatalog.ALL.infos().stream().map(RuleInfo::code)
                    .filter(code -> !shown.contains(code) && !listed.contains(code))
                    .collect(Collectors.toCollection(TreeSet::new));
            assertEquals(Set.of(), missing);
        }
    }

    @Test
    void everyExceptionIsOfAVariant() {
        COMPARISON.assertEveryExceptionIsOfOneOf(Variants.all());
    }
}
