package org.klpls.c.pp;

import java.nio.file.Path;
import java.util.Optional;

import org.klpls.c.text.SourceText;

/** Where texts come from: the disk, or an editor that holds newer ones. Safe for all threads. */
public interface SourceFiles {
    /**
     * What tells one state of a file from another.
     *
     * @param changed nanoseconds since the epoch, or an editor's version number
     * @param size bytes, or UTF-16 units of an editor's text
     */
    record Stamp(long changed, long size) {}

    /** Whether reading takes so long that it pays to do it beforehand, on another thread. */
    default boolean takeTime() {
        return false;
    }

    /** The state of a regular file; empty if there is none or it cannot be read. */
    Optional<Stamp> stamp(Path file);

    /** The state of a folder: another one after a file in it has come or gone. Empty if there is none. */
    Optional<Stamp> folder(Path folder);

    /** The text of a file; empty if it cannot be read. */
    Optional<SourceText> read(Path file);
}
