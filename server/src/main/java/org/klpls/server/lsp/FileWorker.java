package org.klpls.server.lsp;

import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.klpls.core.check.Cancellation;

/**
 * Does one file's jobs, one after the other. The newest job wins: it takes the place of one that waits, and asks one that
 * runs to stop. There is no fixed delay: a job starts at once when the file is idle. Where jobs pile up, the next one
 * starts 1.5 times the last one's cost after the change that asked for it, so that quick typing does not cost a core.
 */
final class FileWorker {
    private static final Logger LOG = Logger.getLogger(FileWorker.class.getName());
    private static final double WAIT_PER_COST = 1.5;

    private final ScheduledExecutorService executor;
    private Optional<Job> waiting = Optional.empty();
    private long askedAt;
    private long lastCost;
    private boolean busy;

    /** What is to be done for a file. Throws CancellationException when it stopped because it was asked to. */
    @FunctionalInterface
    interface Job {
        void run(Cancellation cancellation);
    }

    FileWorker(ScheduledExecutorService executor) {
        this.executor = executor;
    }

    synchronized void submit(Job job) {
        waiting = Optional.of(job);
        askedAt = System.nanoTime();
        if (!busy) {
            busy = true;
            executor.execute(this::runWaiting);
        }
    }

    synchronized boolean isIdle() {
        return !busy;
    }

    private void runWaiting() {
        try {
            takeWaiting().ifPresent(this::run);
        } finally {
            scheduleNext();
        }
    }

    private synchronized Optional<Job> takeWaiting() {
        Optional<Job> job = waiting;
        waiting = Optional.empty();
        return job;
    }

    private synchronized boolean isSuperseded() {
        return waiting.isPresent();
    }

    private void run(Job job) {
        long start = System.nanoTime();
        try {
            job.run(this::isSuperseded);
            finished(System.nanoTime() - start);
        } catch (CancellationException _) {
            LOG.finest("superseded by a newer snapshot");
        } catch (Exception | VirtualMachineError e) {
            // The edge of a request: the next snapshot is checked all the same, also where this one needed too much memory or
            // stack. An InternalError is how the JVM tells that a mapped file, such as a kernel's index, has become shorter.
            LOG.log(Level.SEVERE, "a check failed", e);
        }
    }

    private synchronized void finished(long cost) {
        lastCost = cost;
    }

    private synchronized void scheduleNext() {
        if (waiting.isEmpty()) {
            busy = false;
            return;
        }
        long start = askedAt + (long) (WAIT_PER_COST * lastCost);
        executor.schedule(this::runWaiting, Math.max(0, start - System.nanoTime()), TimeUnit.NANOSECONDS);
    }
}
