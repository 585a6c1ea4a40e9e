package org.klpls.core.kernel.debuginfod;

import java.time.Duration;

/**
 * When to give up on a server.
 *
 * @param patience how long it may take to connect, to answer, and for each {@code least} bytes
 * @param most bytes of a file
 */
public record DownloadLimits(Duration patience, long least, long most) {
    /** Source: debuginfod_find_debuginfo(3), DEBUGINFOD_TIMEOUT: 90 seconds for 100 KiB. */
    public static final DownloadLimits USUAL = new DownloadLimits(Duration.ofSeconds(90), 100 << 10, 8L << 30);

    public DownloadLimits {
        if (patience.isNegative() || patience.isZero() || patience.compareTo(Duration.ofDays(1)) > 0) {
            throw new IllegalArgumentException("patience is more than no time, and a day at most");
        }
    }
}
