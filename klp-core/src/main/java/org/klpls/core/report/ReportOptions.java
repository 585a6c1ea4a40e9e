package org.klpls.core.report;

import java.nio.file.Path;

/**
 * How a report is written.
 *
 * @param version of klpls
 * @param colour ANSI colours in text
 * @param base folder that paths are shown relative to, where they lie in it
 */
public record ReportOptions(String version, boolean colour, Path base) {

    /** The path as users should read it: relative where it lies below the base, else absolute. With '/' everywhere. */
    String show(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        Path root = base.toAbsolutePath().normalize();
        Path shown = absolute.startsWith(root) && !absolute.equals(root) ? root.relativize(absolute) : absolute;
        return shown.toString().replace('\\', '/');
    }
}
