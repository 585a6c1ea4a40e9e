package org.klpls.core.elf;

import java.util.OptionalLong;
import org.klpls.core.model.ElfPlace;

/**
 * Why a file could not be read as ELF, or which part of it could not, told to whoever gave the file.
 *
 * @param fileSize in bytes, where the file is too short
 */
public record ElfProblem(Kind kind, ElfPlace place, String message, OptionalLong fileSize) {
    public ElfProblem(Kind kind, ElfPlace place, String message) {
        this(kind, place, message, OptionalLong.empty());
    }

    /** What stands in the way. The first six leave no image at all. */
    public enum Kind {
        NO_FILE, TOO_LARGE, TOO_SHORT, BAD_MAGIC, BAD_SECTION_HEADER_SIZE, SECTION_TABLE_OUTSIDE_FILE, NO_SECTION_NAMES,
        SECTION_OUTSIDE_FILE
    }
}
