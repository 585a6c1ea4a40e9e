package org.klpls.server.inputs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.klpls.c.build.CompileCommand;
import org.klpls.c.build.CompileCommands;
import org.klpls.core.model.Modinfo;
import org.klpls.core.module.LivepatchModule;

/** The release of the kernel that something is built for: {@code uname -r} there. */
final class BuiltFor {
    /** What a release may look like: it becomes a part of file names. */
    private static final Pattern RELEASE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._+~-]{0,63}");
    private static final int MOST_BYTES = 256;

    private BuiltFor() {}

    /** By its compile command, which runs in the kernel's build folder. */
    static Optional<String> ofSource(Path source) {
        return new CompileCommands().find(source, Optional.empty()).command().map(CompileCommand::directory)
                .map(folder -> folder.resolve("include/config/kernel.release")).flatMap(BuiltFor::firstLine);
    }

    /** By its vermagic, which begins with the release. */
    static Optional<String> ofModule(Path module) {
        return LivepatchModule.read(module).module().flatMap(m -> m.modinfo().first("vermagic"))
                .map(Modinfo.Entry::value).flatMap(vermagic -> release(vermagic.split(" ", 2)[0]));
    }

    private static Optional<String> firstLine(Path file) {
        try {
            return Files.isRegularFile(file) && Files.size(file) <= MOST_BYTES
                    ? Files.readString(file).lines().findFirst().flatMap(BuiltFor::release)
                    : Optional.empty();
        } catch (IOException _) {
            // Not text, or not ours to read: then it tells nothing.
            return Optional.empty();
        }
    }

    private static Optional<String> release(String text) {
        return Optional.of(text.strip()).filter(t -> RELEASE.matcher(t).matches());
    }
}
