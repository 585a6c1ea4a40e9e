package org.klpls.core.testing.kernel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** One thing for the guest to do. The numbers are those of {@code enum job} in guest/init.c. */
public sealed interface Job {
    /** Load the module, wait for its transition, disable it if it is a livepatch, unload it. */
    record Load(Path module) implements Job {}

    /** Load the module and leave it loaded: for a module that is to be patched. */
    record LoadAndKeep(Path module) implements Job {}

    /** Disable the module if it is a livepatch, and unload it. */
    record Unload(String moduleName) implements Job {}

    /** The content of a file of the guest, e.g. {@code /proc/kallsyms}. */
    record Read(String path) implements Job {}

    default int number() {
        return switch (this) {
            case Load _ -> 1;
            case LoadAndKeep _ -> 2;
            case Unload _ -> 3;
            case Read _ -> 4;
        };
    }

    default byte[] bytes() {
        return switch (this) {
            case Load(Path module) -> content(module);
            case LoadAndKeep(Path module) -> content(module);
            case Unload(String name) -> name.getBytes(StandardCharsets.UTF_8);
            case Read(String path) -> path.getBytes(StandardCharsets.UTF_8);
        };
    }

    private static byte[] content(Path module) {
        try {
            return Files.readAllBytes(module);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
