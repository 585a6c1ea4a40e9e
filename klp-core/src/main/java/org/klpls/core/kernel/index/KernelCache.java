package org.klpls.core.kernel.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A folder of indexes by key. Whatever goes wrong with it costs time only: then the kernel is read again. What was not used for long, or
 * is more than the folder should hold, goes when something is added; who has such a file mapped keeps its content.
 */
public record KernelCache(Path folder) {
    /** {@code $XDG_CACHE_HOME/klpls/kernels}, or {@code ~/.cache/klpls/kernels}. */
    public static KernelCache ofUser() {
        String xdg = System.getenv("XDG_CACHE_HOME");
        Path base = xdg != null && xdg.startsWith("/")
                ? Path.of(xdg)
                : Path.of(System.getProperty("user.home", "/"), ".cache");
        return new KernelCache(base.resolve("klpls").resolve("kernels"));
    }

    /** What is kept under this key; empty too where the file is damaged or of another version. */
    public Optional<IndexedKernel> get(String key) {
        if (!Files.isRegularFile(file(key))) {
            return Optional.empty();
        }
        return switch (IndexFile.open(file(key))) {
            case IndexFile.Opened.Kernel(IndexedKernel kernel) -> {
                KeptFiles.use(file(key));
                yield Optional.of(kernel);
            }
            case IndexFile.Opened.Failure _ -> Optional.empty();
        };
    }

    /** Keeps a kernel, if the folder can be written. */
    public void put(String key, IndexedKernel kernel) {
        try {
            IndexFile.write(kernel, file(key), IndexFile.Encoding.PLAIN);
            KeptFiles.in(folder).purge(file(key));
        } catch (IOException _) {
            // A full disk or a folder of another user: the next run reads the kernel again.
        }
    }

    private Path file(String key) {
        return folder.resolve(key + KeptFiles.SUFFIX);
    }
}
