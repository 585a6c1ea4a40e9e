package org.klpls.c.testing;

import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;

/**
 * What a fuzz target of a reader may take: no exception, and a second of CPU for each 100 KB begun. The time is looked at only while
 * Jazzer makes up inputs, never when the committed ones are tried again.
 */
public final class FuzzBounds {
    private static final boolean FUZZING = System.getenv().getOrDefault("JAZZER_FUZZ", "").length() > 0;
    /** Jazzer counts every branch: code is some ten times slower under it. */
    private static final long LIMIT = 10 * TimeUnit.SECONDS.toNanos(1);
    private static final int BYTES_A_SECOND = 100_000;

    private FuzzBounds() {}

    /** Runs a reader on an input of this many bytes. A slow run is tried twice more: others use the machine too. */
    public static void hold(int bytes, Runnable reader) {
        long limit = LIMIT * (bytes / BYTES_A_SECOND + 1);
        long taken = time(reader);
        for (int again = 0; FUZZING && taken > limit && again < 2; again++) {
            taken = Math.min(taken, time(reader));
        }
        if (FUZZING && taken > limit) {
            throw new AssertionError(taken / 1_000_000 + " ms for " + bytes + " bytes");
        }
    }

    private static long time(Runnable reader) {
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        reader.run();
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
    }
}
