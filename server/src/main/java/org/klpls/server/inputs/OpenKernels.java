package org.klpls.server.inputs;

import java.io.IOException;
import java.nio.file.Files;
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
import org.klpls.core.kernel.input.KernelInputs;
import org.klpls.core.kernel.input.KernelSource;

/**
 * Kernels that were read before, for a process that lives long. A kernel is read again when one of its files changes;
 * many who ask at the same time wait for one reading.
 */
public final class OpenKernels {
    /** A kernel takes some tens of megabytes; who works on more at a time waits for a reading now and then. */
    private static final int KEPT = 3;

    private final Function<List<String>, KernelReading> reader;
    private final Map<Key, CompletableFuture<KernelReading>> readings = new LinkedHashMap<>(KEPT, 0.75f, true);

    /** What was named, and how the files looked that it stood for. */
    private record Key(List<String> inputs, List<Optional<Stamp>> stamps) {}

    private record Stamp(Path file, long size, FileTime modified) {}

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
        for (String input : inputs) {
            List<KernelSource> sources = KernelInputs.resolve(input).sources();
            sources.forEach(source -> files(source).forEach(file -> stamps.add(stamp(file))));
        }
        return new Key(List.copyOf(inputs), List.copyOf(stamps));
    }

    /** What is written anew when the kernel, the build or the folder of modules is another one. */
    private static List<Path> files(KernelSource source) {
        return switch (source) {
            case KernelSource.BuildFolder(Path folder) -> List.of(folder, folder.resolve("Module.symvers"),
                    folder.resolve(".config"), folder.resolve("include/generated/utsrelease.h"));
            case KernelSource.Modules(Path folder) -> List.of(folder, folder.resolve("modules.dep"));
            case KernelSource.Image _,KernelSource.SymbolList _,KernelSource.Symvers _,KernelSource.Config _,KernelSource.Index _ ->
                List.of(source.path());
        };
    }

    private static Optional<Stamp> stamp(Path file) {
        try {
            return Optional.of(new Stamp(file, Files.size(file), Files.getLastModifiedTime(file)));
        } catch (IOException _) {
            // Not there, or not now.
            return Optional.empty();
        }
    }
}
