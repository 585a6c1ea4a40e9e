package org.klpls.c.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.klpls.c.build.CompileCommand;
import org.klpls.c.build.CompileCommands;
import org.klpls.c.testing.RealThing;
import org.klpls.c.testing.RealThings;
import org.klpls.c.text.SourceText;

/** A file of Debian's kernel source and the flags to compile it with, against the installed headers. */
public record KernelFile(SourceText text, CompileCommand command) {
    /** The file of all figures that say nothing else. */
    public static final String LIVEPATCH = "samples/livepatch/livepatch-sample.c";

    /** @param name relative to the kernel's source tree, which is fetched if it is not there */
    public static KernelFile named(String name) throws IOException {
        RealThings.whyMissing(List.of(RealThing.HEADERS, RealThing.SOURCE)).ifPresent(why -> {
            throw new IllegalStateException(why);
        });
        Path file = RealThings.source().resolve(name);
        CompileCommand derived = new CompileCommands().find(file, Optional.of(RealThings.headers())).command()
                .orElseThrow();
        List<String> arguments = new ArrayList<>(derived.arguments());
        arguments.add("-I" + file.resolveSibling("."));
        return new KernelFile(SourceText.of(file, Files.readString(file)),
                new CompileCommand(derived.directory(), derived.compiler(), arguments, derived.origin()));
    }
}
