package org.klpls.core.real.variant;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.klpls.c.testing.NeedsRealThings;
import org.klpls.c.testing.RealThing;
import org.klpls.core.loader.Outcome;
import org.klpls.core.loader.Verdict;
import org.klpls.core.real.Stock;
import org.klpls.core.testing.kernel.StockKernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

/**
 * What klpls verify accepts the real kernel loads and survives; what it rejects the real kernel refuses. More of them:
 * -Dklpls.mutations=300; others: -Dklpls.mutations.seed=N.
 */
@NeedsRealThings({RealThing.KERNEL, RealThing.HEADERS, RealThing.QEMU})
class MutationsTest {
    private static final int WANTED = Integer.getInteger("klpls.mutations", 40);
    private static final long SEED = Long.getLong("klpls.mutations.seed", 1);

    @TempDir
    static Path folder;

    private static final Map<String, String> EXCEPTIONS = Exceptions.read("mutation-exceptions.txt");
    private static final Map<Outcome, List<Variant>> MUTATIONS = new EnumMap<>(Outcome.class);
    private static final Map<Variant, KernelVerdict> DID = new HashMap<>();
    private static final Map<Variant, Verdict> TOLD = new HashMap<>();

    @BeforeAll
    static void askTheKernel() {
        VariantRuns runs = VariantRuns.in(folder, StockKernel.V6_1);
        for (Outcome outcome : Outcome.values()) {
            MUTATIONS.put(outcome, new ArrayList<>());
        }
        Iterator<Variant> mutations = Mutations.of(SEED).iterator();
        while (of(Outcome.ACCEPTED).size() < WANTED || of(Outcome.REJECTED).size() < WANTED) {
            Variant mutation = mutations.next();
            Verdict verdict = runs.verify(mutation, Stock.kernel());
            if (of(verdict.outcome()).size() < WANTED) {
                of(verdict.outcome()).add(mutation);
                TOLD.put(mutation, verdict);
            }
        }
        List<Variant> all = new ArrayList<>(of(Outcome.ACCEPTED));
        all.addAll(of(Outcome.REJECTED));
        DID.putAll(runs.loadOnly(all));
    }

    private static List<Variant> of(Outcome outcome) {
        return Optional.ofNullable(MUTATIONS.get(outcome)).orElseThrow();
    }

    static List<Variant> accepted() {
        return of(Outcome.ACCEPTED);
    }

    static List<Variant> rejected() {
        return of(Outcome.REJECTED);
    }

    @ParameterizedTest
    @MethodSource("accepted")
    void whatIsAcceptedLoads(Variant mutation) {
        assertOutcome(Outcome.ACCEPTED, mutation);
    }

    @ParameterizedTest
    @MethodSource("rejected")
    void whatIsRejectedDoesNotLoad(Variant mutation) {
        assertOutcome(Outcome.REJECTED, mutation);
    }

    private static void assertOutcome(Outcome wanted, Variant mutation) {
        KernelVerdict did = Optional.ofNullable(DID.get(mutation)).orElseThrow();
        Optional<String> exception = Optional.ofNullable(EXCEPTIONS.get(mutation.name()));
        if (exception.isEmpty()) {
            assertEquals(wanted, did.outcome(),
                    () -> "DIFF " + mutation + " " + did + "\nklpls: " + TOLD.get(mutation));
        } else {
            assertNotEquals(wanted, did.outcome(), () -> "no exception any more: " + exception);
        }
    }
}
