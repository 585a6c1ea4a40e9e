package org.klpls.server.inputs;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * A kernel index that was put beside a livepatch for everybody who checks it: a file {@code *.klpidx} in the folder of
 * the input, or in the one above it. Of several, the first by name.
 */
final class KernelBeside {
    private static final String SUFFIX = "*.klpidx";

    private KernelBeside() {}

    /** @param input a source or a module */
    static Optional<Path> of(Path input) {
        Path folder = input.toAbsolutePath().normalize().getParent();
        if (folder == null) {
            return Optional.empty();
        }
        return firstIn(folder).or(() -> Optional.ofNullable(folder.getParent()).flatMap(KernelBeside::firstIn));
    }

    private static Optional<Path> firstIn(Path folder) {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, SUFFIX)) {
            files.forEach(found::add);
        } catch (IOException | DirectoryIteratorException _) {
            // A folder that cannot be listed holds nothing that was put there for us.
            return Optional.empty();
        }
        return found.isEmpty() ? Optional.empty() : Optional.of(Collections.min(found));
    }
}
