package org.klpls.core.kernel.image;

import org.klpls.core.elf.ElfImage;
import org.klpls.core.elf.ElfSymbol;
import org.klpls.core.elf.SectionHeader;

/** nm's letters. */
public final class SymbolType {
    private SymbolType() {}

    /** As nm gives it for a linked kernel: upper case is global. */
    static char inVmlinux(ElfImage image, ElfSymbol symbol) {
        if (symbol.binding() == ElfSymbol.STB_WEAK) {
            return symbol.type() == ElfSymbol.STT_OBJECT ? 'V' : 'W';
        }
        char letter = letter(image, symbol);
        return symbol.binding() == 0 ? letter : Character.toUpperCase(letter);
    }

    /**
     * As the kernel gives it for a loaded module: upper case is exported, and not to GPL only.
     * Source: kernel/module/kallsyms.c elf_type(); kernel/kallsyms.c s_show(), v6.1.
     */
    public static char inModule(ElfImage image, ElfSymbol symbol, boolean exported) {
        char letter = symbol.binding() == ElfSymbol.STB_WEAK
                ? symbol.type() == ElfSymbol.STT_OBJECT ? 'v' : 'w'
                : letter(image, symbol);
        return exported ? Character.toUpperCase(letter) : letter;
    }

    private static char letter(ElfImage image, ElfSymbol symbol) {
        if (symbol.isUndefined()) {
            return 'u';
        }
        if (symbol.shndx() == ElfSymbol.SHN_ABS) {
            return 'a';
        }
        return symbol.section().flatMap(image::section).map(SymbolType::letter).orElse('?');
    }

    private static char letter(SectionHeader section) {
        if (section.name().startsWith(".data..percpu")) {
            return 'a';
        }
        if (section.has(SectionHeader.SHF_EXECINSTR)) {
            return 't';
        }
        if (section.type() == SectionHeader.SHT_NOBITS) {
            return 'b';
        }
        if (section.isAlloc()) {
            return section.has(SectionHeader.SHF_WRITE) ? 'd' : 'r';
        }
        return section.name().startsWith(".debug") ? 'n' : '?';
    }
}
