package org.klpls.core.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.klpls.c.text.SourceText;

/** Which module was built from which source: by the folder's Kbuild file, else by name. */
public final class BuiltModules {
    private BuiltModules() {}

    /** The modules on disk, beside this source, that it is a part of. */
    public static List<Path> of(Path source) {
        Path folder = source.toAbsolutePath().normalize().getParent();
        if (folder == null) {
            return List.of();
        }
        KbuildFile kbuild = KbuildFile.of(folder);
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.toString().endsWith(".ko")).filter(Files::isRegularFile)
                    .filter(f -> kbuild.isPartOf(stem(source), stem(f))).sorted().toList();
        } catch (IOException _) {
            return List.of();
        }
    }

    /** Of these sources those that this module is made of: beside it, or in any folder where only the name can tell. */
    static List<SourceText> sourcesOf(Path module, List<SourceText> sources) {
        Path folder = module.toAbsolutePath().normalize().getParent();
        KbuildFile kbuild = Optional.ofNullable(folder).map(KbuildFile::of).orElse(new KbuildFile(Map.of()));
        return sources.stream().filter(s -> isBeside(s.path(), module) && kbuild.isPartOf(stem(s.path()), stem(module))
                || stem(s.path()).equals(stem(module))).toList();
    }

    /** Whether the folder's Kbuild file makes a module of this source and others. */
    static boolean isOneOfSeveral(Path source) {
        return Optional.ofNullable(source.toAbsolutePath().normalize().getParent()).map(KbuildFile::of)
                .filter(kbuild -> kbuild.isOneOfSeveral(stem(source))).isPresent();
    }

    /** A Kbuild file speaks of the sources in its own folder: another folder may have some of the same names. */
    private static boolean isBeside(Path source, Path module) {
        return Objects.equals(source.toAbsolutePath().normalize().getParent(),
                module.toAbsolutePath().normalize().getParent());
    }

    private static String stem(Path file) {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }
}
