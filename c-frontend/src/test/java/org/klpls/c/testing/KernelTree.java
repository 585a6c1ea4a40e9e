package org.klpls.c.testing;

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

/** A kernel's source with the headers of its build, which tell how each file of it is compiled. */
public record KernelTree(Path source, Path headers) {
    /** Those that files are taken from. */
    public static final List<String> FOLDERS = List.of("kernel", "mm", "fs", "net", "drivers", "lib", "arch/x86");

    /** Needs headers and source. */
    public static KernelTree v6_1() {
        return new KernelTree(RealThings.source(), RealThings.headers());
    }

    /** Needs headers and source of 6.12. */
    public static KernelTree v6_12() {
        return new KernelTree(RealThings.source612(), RealThings.headers612());
    }

    /** All C files of a folder, by their names. */
    public List<Path> in(String folder) throws IOException {
        try (Stream<Path> files = Files.walk(source.resolve(folder))) {
            return files.filter(f -> f.toString().endsWith(".c")).sorted().toList();
        }
    }

    /** Files of all folders by turns, in an order that is random and the same for one seed. */
    public List<Path> files(long seed) throws IOException {
        List<List<Path>> all = new ArrayList<>();
        for (String folder : FOLDERS) {
            List<Path> files = new ArrayList<>(in(folder));
            Collections.shuffle(files, new Random(seed));
            all.add(files);
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

    /** How a file of the tree is compiled; what make would find beside it is found in the source too. */
    public CompileCommand command(Path file) {
        CompileCommand derived = new CompileCommands().find(file, Optional.of(headers)).command().orElseThrow();
        List<String> arguments = new ArrayList<>(derived.arguments());
        arguments.add("-I" + file.resolveSibling("."));
        arguments.add("-DKBUILD_MODFILE=\"one\"");
        return new CompileCommand(derived.directory(), derived.compiler(), arguments, derived.origin());
    }
}
