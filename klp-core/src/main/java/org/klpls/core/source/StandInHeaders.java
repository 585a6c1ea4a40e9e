package org.klpls.core.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.klpls.c.build.CompileCommand;
import org.klpls.c.pp.DiskFiles;
import org.klpls.c.pp.SourceFiles;
import org.klpls.c.text.SourceText;

/**
 * Headers for a source whose kernel headers are not there: livepatch's interface and the macros of modules, as far as
 * tables need them; any other header of the kernel is empty. With them a table reads as it does with the real ones,
 * while the rest of the C cannot be judged.
 */
final class StandInHeaders implements SourceFiles {
    /** No folder of this name is on the disk; only this class answers for it. */
    private static final Path ROOT = Path.of("/<klpls headers>");
    private static final Stamp UNCHANGING = new Stamp(0, 0);

    private final DiskFiles disk = new DiskFiles();

    /** How to compile a file with these headers. */
    static CompileCommand command(Path source) {
        Path parent = source.getParent();
        return new CompileCommand(parent == null ? source : parent, "gcc",
                List.of("-nostdinc", "-I" + ROOT, "-include", ROOT + "/linux/livepatch.h", "-D__KERNEL__", "-DMODULE"),
                "built-in headers");
    }

    static boolean isOne(SourceText header) {
        return header.path().startsWith(ROOT);
    }

    @Override
    public Optional<Stamp> stamp(Path file) {
        return file.startsWith(ROOT) ? Optional.of(UNCHANGING) : disk.stamp(file);
    }

    @Override
    public Optional<Stamp> folder(Path folder) {
        return folder.startsWith(ROOT) ? Optional.of(UNCHANGING) : disk.folder(folder);
    }

    @Override
    public Optional<SourceText> read(Path file) {
        if (!file.startsWith(ROOT)) {
            return disk.read(file);
        }
        String name = "headers/" + ROOT.relativize(file).toString().replace('\\', '/');
        try (InputStream in = StandInHeaders.class.getResourceAsStream(name)) {
            String text = in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Optional.of(SourceText.of(file, text));
        } catch (IOException e) {
            throw new IllegalStateException("klpls's own " + name + " cannot be read", e);
        }
    }
}
