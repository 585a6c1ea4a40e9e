package org.klpls.c.build;

import java.nio.file.Path;

/**
 * A source, and the Kbuild file that names it.
 *
 * @param object the source's path in that file's folder, without suffix
 */
public record ModulePart(KbuildFile kbuild, String object) {
    /** A Kbuild file names sources in folders so far below. */
    private static final int LEVELS = 3;

    /** By the nearest Kbuild file that names the source; where none does, by that of its folder. */
    public static ModulePart of(Path file) {
        Path source = file.toAbsolutePath().normalize();
        Path folder = source.getParent();
        if (folder == null) {
            return new ModulePart(KbuildFile.parse(source, ""), "");
        }
        Path above = folder;
        for (int level = 0; level <= LEVELS && above != null; level++) {
            String object = object(above, source);
            KbuildFile kbuild = KbuildFile.of(above);
            if (kbuild.names(object)) {
                return new ModulePart(kbuild, object);
            }
            above = above.getParent();
        }
        return new ModulePart(KbuildFile.of(folder), object(folder, source));
    }

    /**
     * A source's path in a folder, without suffix.
     *
     * @param source below the folder
     */
    public static String object(Path folder, Path source) {
        String path = folder.relativize(source).toString();
        int dot = path.lastIndexOf('.');
        return dot > path.lastIndexOf('/') ? path.substring(0, dot) : path;
    }

    /** The module that the source becomes, or a part of it. */
    String module() {
        return kbuild.module(object);
    }
}
