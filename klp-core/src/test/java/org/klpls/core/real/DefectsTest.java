package org.klpls.core.real;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.klpls.c.testing.NeedsRealThings;
import org.klpls.c.testing.RealThing;
import org.klpls.core.loader.Verdict;
import org.klpls.core.model.ElfPlace;
import org.klpls.core.real.Defect.Spot;
import org.klpls.core.rule.Finding;
import org.klpls.core.testing.kernel.Outcome;
import org.klpls.core.testing.kernel.RealKernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.klpls.core.loader.Outcome.ACCEPTED;
import static org.klpls.core.loader.Outcome.REJECTED;
import static org.klpls.core.loader.Outcome.UNSAFE;

/** A livepatch with one defect: klpls gives its code at its place, and quotes what the kernel then prints. */
@NeedsRealThings({RealThing.KERNEL, RealThing.HEADERS, RealThing.QEMU})
class DefectsTest {
    private static final Map<Specimen, Outcome> KERNEL = new HashMap<>();

    @TempDir
    static Path folder;

    private static List<Specimen> specimens = List.of();

    @BeforeAll
    static void askTheKernel() throws IOException {
        specimens = Specimen.of(Stream.concat(SourceDefects.ALL.stream(), ModuleDefects.ALL.stream()).toList(), folder);
        List<Outcome> outcomes = RealKernel.stock().load(specimens.stream().map(Specimen::module).toList());
        for (int i = 0; i < specimens.size(); i++) {
            KERNEL.put(specimens.get(i), outcomes.get(i));
        }
    }

    static List<Specimen> all() {
        return specimens;
    }

    static Stream<Specimen> inSource() {
        return specimens.stream().filter(s -> s.place().equals(Spot.NOWHERE) && !s.defect().needsBoth());
    }

    static Stream<Specimen> inModule() {
        return specimens.stream()
                .filter(s -> !s.defect().needsBoth() && !s.defect().onlyInSource());
    }

    @ParameterizedTest
    @MethodSource("all")
    void theKernelDoesWhatTheTableSays(Specimen specimen) {
        Outcome outcome = outcome(specimen);
        switch (specimen.defect().fate()) {
            case REFUSED, REFUSED_SILENTLY -> assertTrue(outcome.rejected(), outcome::toString);
            case SILENT, HARMLESS, WARNS, SOURCE_TELLS -> assertTrue(outcome.accepted(), outcome::toString);
            case CRASHES -> assertNotEquals(Outcome.End.DONE, outcome.end(), outcome::toString);
            case SOURCE_CRASHES ->
                assertTrue(outcome.end() != Outcome.End.DONE || outcome.rejected(), outcome::toString);
            case UNDEFINED -> {
            }
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void sourceAndModuleTogetherGiveThisCodeAndNoOther(Specimen specimen) {
        List<Finding> findings = Klpls.check(specimen.source(), specimen.module());
        assertCodes(specimen, findings);
        if (specimen.place().equals(Spot.NOWHERE)) {
            assertLine(specimen, findings.getFirst());
        } else {
            assertSpot(specimen.place(), findings.getFirst());
        }
        assertQuoted(specimen, findings);
    }

    @ParameterizedTest
    @MethodSource("inSource")
    void sourceAloneGivesThisCodeAtItsLine(Specimen specimen) {
        List<Finding> findings = Klpls.check(specimen.source());
        assertCodes(specimen, findings);
        assertLine(specimen, findings.getFirst());
        assertQuoted(specimen, findings);
    }

    @ParameterizedTest
    @MethodSource("inModule")
    void moduleAloneGivesThisCodeAtItsPlace(Specimen specimen) {
        List<Finding> findings = Klpls.check(specimen.module());
        assertCodes(specimen, findings);
        if (!specimen.place().equals(Spot.NOWHERE)) {
            assertSpot(specimen.place(), findings.getFirst());
        }
        assertQuoted(specimen, findings);
    }

    @ParameterizedTest
    @MethodSource("all")
    void verifyTellsWhatTheKernelDoes(Specimen specimen) {
        Verdict verdict = Klpls.verify(specimen.module());
        Outcome did = outcome(specimen);
        switch (specimen.defect().fate()) {
            case REFUSED, REFUSED_SILENTLY -> VerdictComparison.assertRefusedAlike(verdict, did);
            case HARMLESS, WARNS, SOURCE_TELLS -> assertEquals(ACCEPTED, verdict.outcome(), verdict::toString);
            case SOURCE_CRASHES -> assertNotEquals(REJECTED, verdict.outcome(), verdict::toString);
            case SILENT, CRASHES, UNDEFINED -> assertEquals(UNSAFE, verdict.outcome(), verdict::toString);
        }
    }

    private static Outcome outcome(Specimen specimen) {
        return Optional.ofNullable(KERNEL.get(specimen)).orElseThrow();
    }

    private static void assertCodes(Specimen specimen, List<Finding> findings) {
        assertEquals(List.of(specimen.defect().code()), findings.stream().map(Finding::code).toList(),
                findings::toString);
    }

    private static void assertLine(Specimen specimen, Finding finding) {
        int line = finding.source().map(range -> range.start().line()).orElse(-1);
        assertEquals(specimen.defect().text().line().orElseThrow(), line, finding::toString);
    }

    private static void assertSpot(Spot spot, Finding finding) {
        ElfPlace place = finding.module().orElseThrow(() -> new AssertionError("no place in the module: " + finding));
        assertEquals(spot.section(), place.section().orElse(""), finding::toString);
        if (spot.offset() >= 0) {
            assertEquals(spot.offset(), place.offset().orElse(-1), finding::toString);
        }
    }

    /** What klpls quotes the kernel has printed; and it quotes something where the kernel refuses. */
    private static void assertQuoted(Specimen specimen, List<Finding> findings) {
        Outcome outcome = outcome(specimen);
        boolean says = specimen.defect().fate() == Fate.REFUSED || specimen.defect().fate() == Fate.WARNS;
        for (Finding finding : findings) {
            if (!specimen.defect().onlyInSource() && specimen.defect().fate() != Fate.UNDEFINED) {
                assertEquals(says, finding.kernelMessage().isPresent(), finding::toString);
            }
            finding.kernelMessage().ifPresent(line -> assertTrue(outcome.says(line), () -> line + "\n" + outcome));
        }
    }
}
