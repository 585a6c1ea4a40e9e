package org.klpls.server.inputs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.klpls.core.kernel.KernelReading;

/**
 * Kernels that were read before, for a process that lives long. A kernel is read again when one of its files changes;
 * many who ask at the same time wait for one reading.
 */
public final class OpenKernels {
    /** A kernel takes some tens of megabytes; who works on more at a time waits for a reading now and then. */
    private static final int KEPT = 3;

    private final Function<List<String>, KernelReading> reader;
    private final Map<Key, CompletableFuture<KernelReading>> readings = new LinkedHashMap<>(KEPT, 0.75f, true);

    /** What was named, and how the files among it looked. */
    private record Key(List<String> inputs, List<Optional<Stamp>> stamps) {}

    private record Stamp(long size, FileTime modified) {}

    public OpenKernels() {
        this(Kernels::named);
    }

    OpenKernels(Function<List<String>, KernelReading> reader) {
        this.reader = reader;
    }

    /** Whether {@link #read} would answer at once. */
    public boolean has(List<String> inputs) {
        Key key = key(inputs);
        synchronized (readings) {
            return readings.containsKey(key);
        }
    }

    /** The same as {@link Kernels#named}. */
    public KernelReading read(List<String> inputs) {
        Key key = key(inputs);
        CompletableFuture<KernelReading> mine = new CompletableFuture<>();
        CompletableFuture<KernelReading> reading;
        synchronized (readings) {
            reading = readings.computeIfAbsent(key, _ -> mine);
            if (readings.size() > KEPT) {
                readings.remove(readings.keySet().iterator().next());
            }
        }
        if (reading == mine) {
            fill(key, mine);
        }
        return reading.join();
    }

    private void fill(Key key, CompletableFuture<KernelReading> reading) {
        try {
            reading.complete(reader.apply(key.inputs()));
        } catch (RuntimeException | Error e) {
            // Not kept: who asks next tries again. Those who wait get the failure.
            synchronized (readings) {
                readings.remove(key);
            }
            reading.completeExceptionally(e);
        }
    }

    private static Key key(List<String> inputs) {
        List<Optional<Stamp>> stamps = new ArrayList<>();
        inputs.forEach(input -> stamps.add(stamp(input)));
        return new Key(List.copyOf(inputs), List.copyOf(stamps));
    }

    private static Optional<Stamp> stamp(String input) {
        try {
            Path path = Path.of(input);
            return Optional.of(new Stamp(Files.size(path), Files.getLastModifiedTime(path)));
        } catch (IOException | InvalidPathException _) {
            // A release, or nothing.
            return Optional.empty();
        }
    }
}
