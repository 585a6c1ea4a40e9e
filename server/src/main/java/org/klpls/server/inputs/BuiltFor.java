package org.klpls.server.inputs;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.klpls.c.build.CompileCommand;
import org.klpls.c.build.CompileCommands;
import org.klpls.core.kernel.input.BuildFolderInput;
import org.klpls.core.model.Modinfo;
import org.klpls.core.module.LivepatchModule;

/** The release of the kernel that something is built for: {@code uname -r} there. */
final class BuiltFor {
    /** What a release may look like: it becomes a part of file names. */
    private static final Pattern RELEASE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._+~-]{0,63}");

    private BuiltFor() {}

    /** The kernel's build folder, in which its compile command runs: what it is built for, if that can be told. */
    static Optional<Path> folderOfSource(Path source) {
        return new CompileCommands().find(source, Optional.empty()).command().map(CompileCommand::directory)
                .filter(folder -> ofFolder(folder).isPresent());
    }

    static Optional<String> ofFolder(Path folder) {
        return BuildFolderInput.release(folder).flatMap(BuiltFor::release);
    }

    /** By its vermagic, which begins with the release. */
    static Optional<String> ofModule(Path module) {
        return LivepatchModule.read(module).module().flatMap(m -> m.modinfo().first("vermagic"))
                .map(Modinfo.Entry::value).flatMap(vermagic -> release(vermagic.split(" ", 2)[0]));
    }

    private static Optional<String> release(String text) {
        return Optional.of(text.strip()).filter(t -> RELEASE.matcher(t).matches());
    }
}
