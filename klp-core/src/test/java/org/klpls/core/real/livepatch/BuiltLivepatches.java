package org.klpls.core.real.livepatch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.klpls.core.testing.kernel.BuiltModules;
import org.klpls.core.testing.kernel.KernelModuleBuild;
import org.klpls.core.testing.kernel.StockKernel;

/** Livepatches built for one kernel, each as a folder with sources, module, and the flags that Kbuild left. */
final class BuiltLivepatches {
    private final Path folder;

    private BuiltLivepatches(Path folder) {
        this.folder = folder;
    }

    /** @param folder where copies go that the test may change */
    static BuiltLivepatches of(StockKernel kernel, List<Livepatch> livepatches, Path folder) {
        SortedMap<String, List<Path>> folders = new TreeMap<>();
        livepatches.forEach(livepatch -> folders.put(livepatch.name(), livepatch.files()));
        BuiltModules built = KernelModuleBuild.buildFolders(kernel, "livepatches", folders);
        for (Livepatch livepatch : livepatches) {
            copy(built.folder().resolve(livepatch.name()), folder.resolve(livepatch.name()));
        }
        return new BuiltLivepatches(folder);
    }

    Path folder(Livepatch livepatch) {
        return folder.resolve(livepatch.name());
    }

    Path module(Livepatch livepatch) {
        return list(folder(livepatch)).stream().filter(file -> file.toString().endsWith(".ko")).findFirst()
                .orElseThrow(() -> new AssertionError("no module was built of " + livepatch));
    }

    private static void copy(Path from, Path to) {
        try {
            Files.createDirectories(to);
            for (Path file : list(from)) {
                String name = file.getFileName().toString();
                if (name.endsWith(".ko")) {
                    Files.write(to.resolve(name), KlpConvert.convert(Files.readAllBytes(file)));
                } else if (isSource(name)) {
                    Files.copy(file, to.resolve(name));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isSource(String name) {
        return !name.endsWith(".mod.c") && !name.endsWith(".mod.o.cmd")
                && (name.endsWith(".c") || name.endsWith(".h") || name.endsWith(".o.cmd") || name.equals("Kbuild")
                        || name.endsWith(".csv"));
    }

    private static List<Path> list(Path folder) {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
