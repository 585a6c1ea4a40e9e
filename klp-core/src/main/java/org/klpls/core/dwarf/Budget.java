package org.klpls.core.dwarf;

import java.util.concurrent.atomic.AtomicLong;

/**
 * How much more may be read in tables that many entries can point at. Honest files read each table about once; where
 * all entries point at one long table, the work would grow with the square of the file's size.
 */
final class Budget {
    private final AtomicLong left;

    Budget(long bytes) {
        left = new AtomicLong(bytes);
    }

    /** Whether so many bytes may still be read; then they are counted. */
    boolean take(long bytes) {
        return left.addAndGet(-bytes) >= 0;
    }

    boolean isSpent() {
        return left.get() < 0;
    }
}
