package org.klpls.server.lsp;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ScheduledExecutorService;

/** One {@link FileWorker} for each file that has work. */
final class FileWorkers {
    private final ScheduledExecutorService executor;
    private final ConcurrentMap<String, FileWorker> workers = new ConcurrentHashMap<>();

    FileWorkers(ScheduledExecutorService executor) {
        this.executor = executor;
    }

    /** Only enqueues: the reader thread calls this. */
    void submit(String uri, FileWorker.Job job) {
        workers.compute(uri, (_, existing) -> {
            FileWorker worker = existing == null ? new FileWorker(executor) : existing;
            worker.submit(job);
            return worker;
        });
    }

    /** The last job of a file that is closed. Workers of files closed before, idle by now, go. */
    void submitLast(String uri, FileWorker.Job job) {
        workers.keySet().forEach(other -> workers.computeIfPresent(other, (_, w) -> w.isIdle() ? null : w));
        submit(uri, job);
    }
}
