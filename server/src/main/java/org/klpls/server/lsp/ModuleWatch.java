package org.klpls.server.lsp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the folders of open sources for modules that are built, rebuilt or removed. A client's own watcher tells
 * sooner; this one serves clients without, and modules outside the workspace. A module is told of when two looks in a
 * row see the same file, so that one still being written is not read.
 */
final class ModuleWatch {
    private static final long PERIOD_MS = 500;

    private final ScheduledExecutorService executor;
    private final Consumer<String> rebuilt;
    private final ConcurrentMap<String, Followed> followed = new ConcurrentHashMap<>();

    /** A module on disk at one moment. */
    private record Stamp(long size, long modifiedNanos, @Nullable Object fileKey) {}

    /**
     * @param told the state that the source was last checked with
     * @param seen the state at the last look
     */
    private record Followed(Path module, Optional<Stamp> told, Optional<Stamp> seen) {}

    /** @param rebuilt takes the URI of a source whose module is another one now */
    ModuleWatch(ScheduledExecutorService executor, Consumer<String> rebuilt) {
        this.executor = executor;
        this.rebuilt = rebuilt;
    }

    void start() {
        executor.scheduleWithFixedDelay(this::look, PERIOD_MS, PERIOD_MS, TimeUnit.MILLISECONDS);
    }

    /** The module that a source is joined with, there or not yet. */
    void follow(String uri, Path module) {
        followed.compute(uri, (_, before) -> {
            if (before != null && before.module().equals(module)) {
                return before;
            }
            Optional<Stamp> now = stamp(module);
            return new Followed(module, now, now);
        });
    }

    void forget(String uri) {
        followed.remove(uri);
    }

    /** The client says that this file changed. */
    void changed(Path path) {
        followed.forEach((uri, module) -> {
            if (module.module().equals(path)) {
                rebuilt.accept(uri);
            }
        });
    }

    private void look() {
        followed.keySet().forEach(uri -> followed.computeIfPresent(uri, this::look));
    }

    private Followed look(String uri, Followed before) {
        Optional<Stamp> now = stamp(before.module());
        boolean settled = now.equals(before.seen());
        if (settled && !now.equals(before.told())) {
            rebuilt.accept(uri);
            return new Followed(before.module(), now, now);
        }
        return new Followed(before.module(), before.told(), now);
    }

    private static Optional<Stamp> stamp(Path module) {
        try {
            BasicFileAttributes a = Files.readAttributes(module, BasicFileAttributes.class);
            return Optional.of(new Stamp(a.size(), a.lastModifiedTime().to(TimeUnit.NANOSECONDS), a.fileKey()));
        } catch (IOException _) {
            return Optional.empty();
        }
    }
}
