package org.klpls.core.module;

import java.util.Optional;
import org.klpls.core.elf.SectionHeader;

/**
 * A section that the kernel treats as livepatch relocations (SHF_RELA_LIVEPATCH), or that by its name was meant to be.
 *
 * @param objname what the kernel reads as the object's name; empty where the name is wrong
 * @param flagged whether SHF_RELA_LIVEPATCH is set
 */
public record KlpRelocationSection(SectionHeader header, Optional<String> objname, boolean flagged) {
    /** Whether this section is one; the flag alone decides for the kernel, the name tells what was meant. */
    static boolean isOne(SectionHeader section) {
        return section.has(SectionHeader.SHF_RELA_LIVEPATCH) || section.name().startsWith(KlpNames.SECTION_PREFIX);
    }

    /** What the kernel reads as the object's name; empty where the name is wrong. */
    public static Optional<String> scannedName(SectionHeader section) {
        return KlpNames.scanSection(section.name());
    }

    static KlpRelocationSection of(SectionHeader section) {
        return new KlpRelocationSection(section, scannedName(section),
                section.has(SectionHeader.SHF_RELA_LIVEPATCH));
    }
}
