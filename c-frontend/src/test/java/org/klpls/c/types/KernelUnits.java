package org.klpls.c.types;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.klpls.c.build.CompileCommand;
import org.klpls.c.parse.CFrontend;
import org.klpls.c.parse.ParseResult;
import org.klpls.c.pp.DiskFiles;
import org.klpls.c.pp.GccFacts;
import org.klpls.c.pp.HeaderCache;
import org.klpls.c.pp.Preprocessor;
import org.klpls.c.testing.KernelTree;
import org.klpls.c.text.SourceText;

/** Reads files of a kernel as gcc compiles them. */
final class KernelUnits {
    private final CFrontend frontend = new CFrontend(
            new Preprocessor(new HeaderCache(new DiskFiles()), GccFacts.inUserCache()));

    private final KernelTree tree;

    KernelUnits(KernelTree tree) {
        this.tree = tree;
    }

    ParseResult parse(Path file) throws IOException {
        return frontend.parse(SourceText.of(file, Files.readString(file)), tree.command(file));
    }

    /** Runs gcc on a file as it is compiled in the kernel; whether it accepts it. What it says goes to a file. */
    static boolean gcc(CompileCommand command, List<String> more, Path said) {
        List<String> words = new ArrayList<>(List.of(command.compiler()));
        words.addAll(command.arguments());
        words.addAll(more);
        try {
            ProcessBuilder builder = new ProcessBuilder(words).directory(command.directory().toFile())
                    .redirectErrorStream(true).redirectOutput(said.toFile());
            builder.environment().put("LC_ALL", "C");
            return builder.start().waitFor() == 0;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
