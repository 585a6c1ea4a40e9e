package org.klpls.server.inputs;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.klpls.c.build.CompileCommands;

/** Where gcc's flags for a source come from. */
public final class Flags {
    private Flags() {}

    /** As {@code --flags-from} says, a file or a kernel build folder; else by convention beside the source. */
    public static CompileCommands.Found of(Path source, Optional<Path> from) {
        CompileCommands commands = new CompileCommands();
        return from.filter(path -> !Files.isDirectory(path)).map(file -> commands.fromFile(file, source))
                .orElseGet(() -> commands.find(source, from));
    }
}
