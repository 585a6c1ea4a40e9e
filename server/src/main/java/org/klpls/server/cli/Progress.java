package org.klpls.server.cli;

import java.io.PrintStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Shows a person at a terminal that long work goes on: a bar on standard error that moves while the work is done and is
 * gone after it. Nothing at all is shown where standard error is no terminal, or when the work is short.
 */
final class Progress implements AutoCloseable {
    private static final long SHORT_MILLIS = 300;
    private static final long STEP_MILLIS = 100;
    private static final int WIDTH = 20;
    private static final String ERASE = "\r\u001b[K";

    private final String work;
    private final PrintStream terminal;
    private volatile String detail = "";
    private final CountDownLatch done = new CountDownLatch(1);
    private final CountDownLatch erased = new CountDownLatch(1);

    private Progress(String work, PrintStream terminal) {
        this.work = work;
        this.terminal = terminal;
    }

    /** Shown until it is closed, if a person looks. */
    static Progress of(String work) {
        return Terminal.isStandardError() ? shown(work, System.err) : hidden(work);
    }

    static Progress shown(String work, PrintStream terminal) {
        Progress progress = new Progress(work, terminal);
        Thread.ofPlatform().daemon().name("progress").start(progress::draw);
        return progress;
    }

    private static Progress hidden(String work) {
        Progress progress = new Progress(work, System.err);
        progress.erased.countDown();
        return progress;
    }

    private void draw() {
        try {
            if (!done.await(SHORT_MILLIS, TimeUnit.MILLISECONDS)) {
                int step = 0;
                do {
                    terminal.print(ERASE + work + "  [" + bar(step++) + "]" + detail);
                    terminal.flush();
                } while (!done.await(STEP_MILLIS, TimeUnit.MILLISECONDS));
                terminal.print(ERASE);
                terminal.flush();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            erased.countDown();
        }
    }

    /** How long it takes is not known, so a block goes to and fro. */
    static String bar(int step) {
        int at = step % (2 * WIDTH - 2);
        int block = at < WIDTH ? at : 2 * WIDTH - 2 - at;
        return " ".repeat(block) + "#" + " ".repeat(WIDTH - 1 - block);
    }

    /** What is being done at the moment: shown behind the bar. */
    void tell(String what) {
        detail = "  " + what;
    }

    /** Returns when the line is clear again for what comes next. */
    @Override
    public void close() {
        done.countDown();
        try {
            erased.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
