package org.klpls.c.types;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.klpls.c.build.CompileCommand;
import org.klpls.c.build.CompileCommands;
import org.klpls.c.parse.CFrontend;
import org.klpls.c.parse.ParseResult;
import org.klpls.c.pp.DiskFiles;
import org.klpls.c.pp.GccFacts;
import org.klpls.c.pp.HeaderCache;
import org.klpls.c.pp.Preprocessor;
import org.klpls.c.testing.RealThings;
import org.klpls.c.text.SourceText;

/** Files of the kernel from all over its tree, in an order that is random and always the same. Needs headers and source. */
final class KernelUnits {
    private static final List<String> FOLDERS = List.of("kernel", "mm", "fs", "net", "drivers", "lib", "arch/x86");

    private final CFrontend frontend = new CFrontend(
            new Preprocessor(new HeaderCache(new DiskFiles()), GccFacts.inUserCache()));

    /** Files of all folders by turns. */
    static List<Path> files(int seed) throws IOException {
        List<List<Path>> all = new ArrayList<>();
        for (String folder : FOLDERS) {
            try (Stream<Path> files = Files.walk(RealThings.source().resolve(folder))) {
                List<Path> sorted = new ArrayList<>(files.filter(f -> f.toString().endsWith(".c")).sorted().toList());
                Collections.shuffle(sorted, new Random(seed));
                all.add(sorted);
            }
        }
        List<Path> turns = new ArrayList<>();
        for (int i = 0; i < all.stream().mapToInt(List::size).max().orElse(0); i++) {
            for (List<Path> folder : all) {
                if (i < folder.size()) {
                    turns.add(folder.get(i));
                }
            }
        }
        return turns;
    }

    static CompileCommand command(Path file) {
        CompileCommand derived = new CompileCommands().find(file, Optional.of(RealThings.headers())).command()
                .orElseThrow();
        List<String> arguments = new ArrayList<>(derived.arguments());
        arguments.add("-I" + file.resolveSibling("."));
        return new CompileCommand(derived.directory(), derived.compiler(), arguments, derived.origin());
    }

    ParseResult parse(Path file) throws IOException {
        return frontend.parse(SourceText.of(file, Files.readString(file)), command(file));
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
