package org.klpls.core.real.livepatch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.klpls.c.testing.RealThings;

/**
 * One of the project's own livepatches: a folder of {@code resources/livepatches/STYLE} with sources and Kbuild file.
 *
 * @param targets the modules that it patches and those they need, in the order to be loaded, by file name
 */
record Livepatch(String style, String name, Path folder, List<String> targets) {
    static final Path ROOT = RealThings.projectRoot().resolve("klp-core/src/test/resources/livepatches");

    static List<Livepatch> all() {
        return folders(ROOT).stream().flatMap(style -> folders(style).stream().map(Livepatch::of))
                .toList();
    }

    /** So many of each style, picked by a seed; all with {@code -Dklpls.livepatches=all}. */
    static List<Livepatch> sample(int ofEachStyle) {
        if (System.getProperty("klpls.livepatches", "").equals("all")) {
            return all();
        }
        Random random = new Random(Long.getLong("klpls.seed", 1));
        List<Livepatch> sample = new ArrayList<>();
        new TreeMap<>(all().stream().collect(Collectors.groupingBy(Livepatch::style))).values().forEach(style -> {
            List<Livepatch> shuffled = new ArrayList<>(style);
            Collections.shuffle(shuffled, random);
            sample.addAll(shuffled.subList(0, Math.min(ofEachStyle, shuffled.size())));
        });
        return sample;
    }

    /** All that it is built of: its own, and what its style has for all. */
    List<Path> files() {
        return Stream.concat(files(folder.resolveSibling(".").normalize()), files(folder)).toList();
    }

    private static Stream<Path> files(Path folder) {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Livepatch of(Path folder) {
        Path style = folder.resolveSibling(".").normalize();
        Path targets = folder.resolve("targets");
        try {
            return new Livepatch(style.getFileName().toString(), folder.getFileName().toString(), folder,
                    Files.exists(targets) ? Files.readAllLines(targets) : List.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> folders(Path parent) {
        try (Stream<Path> all = Files.list(parent)) {
            return all.filter(Files::isDirectory).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return style + "/" + name;
    }
}
