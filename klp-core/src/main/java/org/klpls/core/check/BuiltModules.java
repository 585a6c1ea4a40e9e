package org.klpls.core.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.klpls.c.build.KbuildFile;
import org.klpls.c.build.ModulePart;
import org.klpls.c.text.SourceText;

/** Which module was built from which source: by the Kbuild file of its folder or of one above, else by name. */
public final class BuiltModules {
    private BuiltModules() {}

    /** The modules on disk, beside the Kbuild file, that this source is a part of. */
    public static List<Path> of(Path source) {
        ModulePart part = ModulePart.of(source);
        try (Stream<Path> files = Files.list(part.kbuild().folder())) {
            return files.filter(f -> f.toString().endsWith(".ko")).filter(Files::isRegularFile)
                    .filter(f -> part.kbuild().isPartOf(part.object(), stem(f))).sorted().toList();
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
        return sources.stream()
                .filter(s -> isPartOf(kbuild, s.path(), stem(module)) || stem(s.path()).equals(stem(module))).toList();
    }

    /** Whether a Kbuild file makes a module of this source and others. */
    static boolean isOneOfSeveral(Path source) {
        ModulePart part = ModulePart.of(source);
        return part.kbuild().isOneOfSeveral(part.object());
    }

    /** The other C sources of the modules that this one is a part of, as far as they are on the disk. */
    static List<Path> siblings(Path source) {
        ModulePart part = ModulePart.of(source);
        return cFiles(part.kbuild().folder(), part.kbuild().siblings(part.object()));
    }

    /** Of how many objects the module is made that this source is a part of. */
    static int parts(Path source) {
        ModulePart part = ModulePart.of(source);
        return part.kbuild().siblings(part.object()).size() + 1;
    }

    /** The C sources in folders below this one that its Kbuild file names. */
    static List<Path> below(Path folder) {
        return cFiles(folder, KbuildFile.of(folder).below());
    }

    private static List<Path> cFiles(Path folder, Set<String> parts) {
        return parts.stream().map(part -> folder.resolve(part + ".c").normalize()).filter(Files::isRegularFile)
                .toList();
    }

    private static boolean isPartOf(KbuildFile kbuild, Path source, String module) {
        Path file = source.toAbsolutePath().normalize();
        return file.startsWith(kbuild.folder()) && !file.equals(kbuild.folder())
                && kbuild.isPartOf(ModulePart.object(kbuild.folder(), file), module);
    }

    private static String stem(Path file) {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }
}
