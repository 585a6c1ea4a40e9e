package org.klpls.server.example;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The project's own example livepatch with the kernel that goes with it, copied so that a test may change it. */
public final class Example {
    /** As it stands in the checkout: not to be changed. */
    public static final Example ORIGINAL = new Example(
            Path.of("../docs/examples/cmdline-fix").toAbsolutePath().normalize());

    private final Path folder;

    private Example(Path folder) {
        this.folder = folder;
    }

    public Example copyTo(Path temp) throws IOException {
        Path copy = temp.resolve("cmdline-fix");
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(folder.relativize(file)));
            }
        }
        return new Example(copy);
    }

    public Path folder() {
        return folder;
    }

    public Path source() {
        return folder.resolve("cmdline-fix.c");
    }

    public Path module() {
        return folder.resolve("cmdline-fix.ko");
    }

    /** The facts of the kernel that the example is for. */
    public Path kernel() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> found = files.filter(file -> file.toString().endsWith(".klpidx")).toList();
            if (found.size() != 1) {
                throw new IllegalStateException("the example has not one kernel index but " + found);
            }
            return found.getFirst();
        }
    }

    public String text() throws IOException {
        return Files.readString(source());
    }
}
