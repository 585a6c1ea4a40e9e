package org.klpls.core.loader;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.klpls.core.module.LivepatchFixture;
import org.klpls.core.module.LivepatchModule;
import org.klpls.core.module.ModuleMutations;
import org.klpls.core.module.ModuleReading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * A good module with one to four things changed at random: a field, a section, a symbol, a relocation, bytes. Whatever comes
 * of it, there is a verdict, and it says why, in little memory. Seeded; {@code -Dklpls.mutations=5000} runs more than the usual sample.
 */
class LoaderMutationsTest {
    private static final int ROUNDS = Integer.getInteger("klpls.mutations", 600);
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    /** All that is allocated for one verdict, more than is ever in use at once, may be this and 4 times the file. */
    private static final long SPARE = 64L << 20;
    private static final long SEED = Long.getLong("klpls.seed", 20);

    @Test
    void everyMutationHasAVerdictAndAReason() {
        RunningKernel booted = RunningKernel.of(LivepatchFixture.kernel());
        for (int round = 0; round < ROUNDS; round++) {
            long seed = SEED * 1_000_000 + round;
            byte[] bytes = ModuleMutations.any(new Random(seed));
            long before = THREADS.getCurrentThreadAllocatedBytes();
            ModuleReading reading = LivepatchModule.of(LivepatchFixture.PATH, bytes);
            Verdict verdict = reading.module().map(m -> booted.load(m).verdict())
                    .orElseGet(() -> ModuleLoader.unreadable(reading));
            long allocated = THREADS.getCurrentThreadAllocatedBytes() - before;
            assertTrue(allocated <= 4L * bytes.length + SPARE, () -> allocated + " bytes of memory, seed " + seed);
            assertEquals(verdict.outcome() == Outcome.REJECTED, verdict.errno().isPresent(), "seed " + seed);
            assertFalse(verdict.outcome() != Outcome.ACCEPTED && verdict.events().isEmpty(), "seed " + seed);
            verdict.unsaid().forEach(reason -> assertFalse(reason.isBlank(), "seed " + seed));
        }
    }

    /** What one mutated livepatch leaves behind meets another module. */
    @Test
    void modulesThatFollowAMutatedOneHaveAVerdictToo() {
        LivepatchModule good = LivepatchFixture.read(LivepatchFixture.good());
        RunningKernel booted = RunningKernel.of(LivepatchFixture.kernel());
        for (int round = 0; round < ROUNDS / 4; round++) {
            Random random = new Random(SEED * 2_000_000 + round);
            LivepatchModule.of(LivepatchFixture.PATH, ModuleMutations.any(random)).module().ifPresent(module -> {
                Verdict verdict = booted.with(module).load(good).verdict();
                assertEquals(verdict.outcome() == Outcome.REJECTED, verdict.errno().isPresent());
            });
        }
    }
}
