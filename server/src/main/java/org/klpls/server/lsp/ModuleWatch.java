package org.klpls.server.lsp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Looks for modules of open sources that are built, rebuilt or removed. A client's own watcher tells sooner; this one
 * serves clients without, and modules outside the workspace. A change is told of when two looks in a row see the same,
 * so that a module still being written is not read.
 */
final class ModuleWatch {
    private static final long PERIOD_MS = 500;

    private final ScheduledExecutorService executor;
    private final Function<Document, List<Path>> modulesOf;
    private final Consumer<String> rebuilt;
    private final ConcurrentMap<String, Followed> followed = new ConcurrentHashMap<>();

    /** A module on disk at one moment. */
    private record Stamp(long size, long modifiedNanos, @Nullable Object fileKey) {}

    /**
     * @param told the modules that the source was last checked with
     * @param seen the modules at the last look
     */
    private record Followed(Document document, Map<Path, Stamp> told, Map<Path, Stamp> seen) {}

    /** @param rebuilt takes the URI of a source whose modules are others now */
    ModuleWatch(ScheduledExecutorService executor, Function<Document, List<Path>> modulesOf, Consumer<String> rebuilt) {
        this.executor = executor;
        this.modulesOf = modulesOf;
        this.rebuilt = rebuilt;
    }

    void start() {
        executor.scheduleWithFixedDelay(this::look, PERIOD_MS, PERIOD_MS, TimeUnit.MILLISECONDS);
    }

    /** From now on, for a source that is open. */
    void follow(Document document) {
        Map<Path, Stamp> now = stamps(document);
        followed.putIfAbsent(document.uri(), new Followed(document, now, now));
    }

    void forget(String uri) {
        followed.remove(uri);
    }

    /** The client says that this file changed. */
    void changed(Path path) {
        followed.forEach((uri, source) -> {
            if (source.seen().containsKey(path) || modulesOf.apply(source.document()).contains(path)) {
                rebuilt.accept(uri);
            }
        });
    }

    private void look() {
        followed.keySet().forEach(uri -> followed.computeIfPresent(uri, this::look));
    }

    private Followed look(String uri, Followed before) {
        Map<Path, Stamp> now = stamps(before.document());
        boolean settled = now.equals(before.seen());
        if (settled && !now.equals(before.told())) {
            rebuilt.accept(uri);
            return new Followed(before.document(), now, now);
        }
        return new Followed(before.document(), before.told(), now);
    }

    private Map<Path, Stamp> stamps(Document document) {
        Map<Path, Stamp> stamps = new HashMap<>();
        for (Path module : modulesOf.apply(document)) {
            try {
                BasicFileAttributes a = Files.readAttributes(module, BasicFileAttributes.class);
                stamps.put(module, new Stamp(a.size(), a.lastModifiedTime().to(TimeUnit.NANOSECONDS), a.fileKey()));
            } catch (IOException _) {
                // Gone since it was listed: not there.
                stamps.remove(module);
            }
        }
        return stamps;
    }
}
