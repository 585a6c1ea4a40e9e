package org.klpls.core.elf;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What an executable holds whose section table was cut off or taken away: its program headers stand at its beginning, and tell what
 * lies where in memory. Source: elf(5), Elf64_Ehdr and Elf64_Phdr.
 */
public final class ElfSegments {
    private static final int TABLE = 32;
    private static final int ENTRY_SIZE = 54;
    private static final int COUNT = 56;
    private static final int PROGRAM_HEADER = 56;
    private static final int PT_LOAD = 1;
    private static final int PT_NOTE = 4;
    private static final int PF_X = 1;
    private static final int SHT_NOTE = 7;

    private ElfSegments() {}

    /** Each part as a section, as far as the file goes; notes are called {@code .notes}, others have no name. Empty where there is none. */
    public static Optional<ElfImage> read(Path path, ElfBytes file) {
        if (!file.holds(0, ElfHeader.SIZE) || file.u16(ENTRY_SIZE) != PROGRAM_HEADER) {
            return Optional.empty();
        }
        List<SectionHeader> sections = new ArrayList<>();
        for (long i = 0; i < file.u16(COUNT); i++) {
            long at = file.u64(TABLE) + i * PROGRAM_HEADER;
            if (!file.holds(at, PROGRAM_HEADER)) {
                break;
            }
            section(file, at, sections.size()).ifPresent(sections::add);
        }
        return sections.isEmpty()
                ? Optional.empty()
                : Optional.of(new ElfImage(path, file, JelfHeaders.header(file), sections));
    }

    private static Optional<SectionHeader> section(ElfBytes file, long at, int index) {
        long type = file.u32(at);
        long offset = file.u64(at + 8);
        long size = file.u64(at + 32);
        if (type != PT_LOAD && type != PT_NOTE || !file.holds(offset, 0) || size <= 0) {
            return Optional.empty();
        }
        long flags = SectionHeader.SHF_ALLOC
                | ((file.u32(at + 4) & PF_X) != 0 ? SectionHeader.SHF_EXECINSTR : 0);
        return Optional.of(new SectionHeader(new ShIndex(index), type == PT_NOTE ? ".notes" : "", 0,
                type == PT_NOTE ? SHT_NOTE : SectionHeader.SHT_PROGBITS, flags, file.u64(at + 16), offset,
                Math.min(size, file.size() - offset), 0, 0, 1, 0));
    }
}
