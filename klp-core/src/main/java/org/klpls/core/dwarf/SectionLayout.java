package org.klpls.core.dwarf;

import org.klpls.core.elf.ElfHeader;
import org.klpls.core.elf.ElfImage;
import org.klpls.core.elf.ElfSymbol;
import org.klpls.core.elf.SectionHeader;
import org.klpls.core.elf.ShIndex;

/**
 * Addresses for the sections of an object file, which has none before it is loaded: one section after the other. In a linked
 * file addresses are what they are.
 */
public final class SectionLayout {
    /** Not 0: that is where the linker puts what it throws away. */
    private static final long FIRST = 0x1000;
    private static final long ALIGNMENT = 0x1000;
    private static final long LARGEST = 1L << 40;

    private final ElfImage image;
    private final long[] begins;

    private SectionLayout(ElfImage image, long[] begins) {
        this.image = image;
        this.begins = begins;
    }

    public static SectionLayout of(ElfImage image) {
        long[] begins = new long[image.sections().size()];
        long next = FIRST;
        for (SectionHeader section : image.sections()) {
            boolean isPlaced = section.isAlloc() && section.size() >= 0 && section.size() <= LARGEST - next;
            if (isPlaced) {
                begins[section.index().value()] = next;
                next = (next + section.size() + ALIGNMENT) & -ALIGNMENT;
            }
        }
        return new SectionLayout(image, begins);
    }

    boolean isNeeded() {
        return image.header().type() == ElfHeader.ET_REL;
    }

    /** Where a section begins; 0 for one that is not loaded. */
    public long address(ShIndex section) {
        int index = section.value();
        return index >= 0 && index < begins.length ? begins[index] : 0;
    }

    /** The address of a symbol of this file; 0 where it is undefined. */
    public long address(ElfSymbol symbol) {
        if (!isNeeded()) {
            return symbol.value();
        }
        if (symbol.shndx() == ElfSymbol.SHN_ABS) {
            return symbol.value();
        }
        return symbol.section().map(s -> address(s) + symbol.value()).orElse(0L);
    }
}
