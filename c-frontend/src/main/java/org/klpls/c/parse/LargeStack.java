package org.klpls.c.parse;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Runs what nests deeper than an ordinary thread's stack may hold. */
final class LargeStack {
    /** Only what is touched is taken from memory. */
    private static final long BYTES = 64L << 20;

    private LargeStack() {}

    /** Calls on a thread of its own, and waits for it. */
    static <T> T call(Callable<T> work) throws ParseException {
        FutureTask<T> task = new FutureTask<>(work);
        Thread thread = new Thread(null, task, "deeply nested C", BYTES);
        thread.setDaemon(true);
        thread.start();
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return task.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ParseException wrong) {
                throw wrong;
            }
            throw new IllegalStateException(e.getCause());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
