package org.klpls.core.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.klpls.c.text.SourceText;

/** Which module was built from which source: by the Kbuild file of its folder or of one above, else by name. */
public final class BuiltModules {
    /** A Kbuild file names sources in folders so far below. */
    private static final int LEVELS = 3;

    private BuiltModules() {}

    /**
     * Where a source is named.
     *
     * @param part its path in the folder, without suffix
     */
    private record Naming(Path folder, KbuildFile kbuild, String part) {}

    /** The modules on disk, beside the Kbuild file, that this source is a part of. */
    public static List<Path> of(Path source) {
        Optional<Naming> naming = naming(source);
        if (naming.isEmpty()) {
            return List.of();
        }
        Naming named = naming.get();
        try (Stream<Path> files = Files.list(named.folder())) {
            return files.filter(f -> f.toString().endsWith(".ko")).filter(Files::isRegularFile)
                    .filter(f -> named.kbuild().isPartOf(named.part(), stem(f))).sorted().toList();
        } catch (IOException _) {
            return List.of();
        }
    }

    /** Of these sources those that this module is made of: below it, or in any folder where only the name can tell. */
    static List<SourceText> sourcesOf(Path module, List<SourceText> sources) {
        Path folder = module.toAbsolutePath().normalize().getParent();
        if (folder == null) {
            return List.of();
        }
        KbuildFile kbuild = KbuildFile.of(folder);
        return sources.stream().filter(s -> part(folder, s.path()).filter(p -> kbuild.isPartOf(p, stem(module)))
                .isPresent() || stem(s.path()).equals(stem(module))).toList();
    }

    /** Whether a Kbuild file makes a module of this source and others. */
    static boolean isOneOfSeveral(Path source) {
        return naming(source).filter(n -> n.kbuild().isOneOfSeveral(n.part())).isPresent();
    }

    /** The other C sources of the modules that this one is a part of, as far as they are on the disk. */
    static List<Path> siblings(Path source) {
        return naming(source).map(n -> cFiles(n.folder(), n.kbuild().siblings(n.part()))).orElse(List.of());
    }

    /** Of how many objects the module is made that this source is a part of. */
    static int parts(Path source) {
        return naming(source).map(n -> n.kbuild().siblings(n.part()).size() + 1).orElse(1);
    }

    /** The C sources in folders below this one that its Kbuild file names. */
    static List<Path> below(Path folder) {
        return cFiles(folder, KbuildFile.of(folder).below());
    }

    private static List<Path> cFiles(Path folder, Set<String> parts) {
        return parts.stream().map(part -> folder.resolve(part + ".c").normalize()).filter(Files::isRegularFile)
                .toList();
    }

    /** The nearest Kbuild file that names the source; where none does, the one of its folder. */
    private static Optional<Naming> naming(Path source) {
        Path file = source.toAbsolutePath().normalize();
        Path folder = file.getParent();
        for (int level = 0; level <= LEVELS && folder != null; level++) {
            KbuildFile kbuild = KbuildFile.of(folder);
            Optional<String> part = part(folder, file).filter(kbuild::names);
            if (part.isPresent()) {
                return Optional.of(new Naming(folder, kbuild, part.get()));
            }
            folder = folder.getParent();
        }
        return Optional.ofNullable(file.getParent()).map(own -> new Naming(own, KbuildFile.of(own), stem(file)));
    }

    private static Optional<String> part(Path folder, Path source) {
        Path file = source.toAbsolutePath().normalize();
        return file.startsWith(folder) && !file.equals(folder)
                ? Optional.of(folder.relativize(file.resolveSibling(stem(file))).toString())
                : Optional.empty();
    }

    private static String stem(Path file) {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }
}
