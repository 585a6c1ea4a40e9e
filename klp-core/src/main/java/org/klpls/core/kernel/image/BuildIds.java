package org.klpls.core.kernel.image;

import java.util.HexFormat;
import java.util.Optional;
import org.klpls.core.elf.ElfBytes;
import org.klpls.core.elf.ElfImage;

/** Build-ids, in hexadecimal, as they stand in notes. */
public final class BuildIds {
    private static final int NT_GNU_BUILD_ID = 3;
    private static final int SHT_NOTE = 7;
    private static final int LONGEST = 64;

    private BuildIds() {}

    /** That of a file; empty where none of its notes is one. */
    public static Optional<String> of(ElfImage image) {
        return image.sections()
                .stream()
                .filter(s -> s.type() == SHT_NOTE || s.name().equals(".notes"))
                .flatMap(s -> in(image.content(s)).stream())
                .findFirst();
    }

    /** The GNU note of that type. Source: Documentation of ELF notes: namesz, descsz, type, each padded to 4. */
    static Optional<String> in(ElfBytes notes) {
        long at = 0;
        while (notes.holds(at, 12)) {
            long nameSize = notes.u32(at);
            long size = notes.u32(at + 4);
            long description = at + 12 + padded(nameSize);
            if (!notes.holds(description, size)) {
                return Optional.empty();
            }
            boolean isGnu = nameSize == 4 && notes.cString(at + 12).filter("GNU"::equals).isPresent();
            if (isGnu && notes.u32(at + 8) == NT_GNU_BUILD_ID && size <= LONGEST) {
                return Optional.of(HexFormat.of().formatHex(notes.slice(description, size).toArray()));
            }
            at = description + padded(size);
        }
        return Optional.empty();
    }

    private static long padded(long size) {
        return (size + 3) & -4;
    }
}
