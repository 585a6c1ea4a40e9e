package org.klpls.core.kernel.image;

import java.util.Locale;
import org.klpls.core.elf.ElfImage;
import org.klpls.core.elf.ElfSymbol;
import org.klpls.core.elf.SectionHeader;

/** nm's letter for a symbol. Source: kernel/module/kallsyms.c elf_type(), v6.1. */
public final class SymbolType {
    private SymbolType() {}

    public static char of(ElfImage image, ElfSymbol symbol) {
        if (symbol.binding() == ElfSymbol.STB_WEAK) {
            return symbol.isUndefined() ? 'w' : symbol.type() == ElfSymbol.STT_OBJECT ? 'V' : 'W';
        }
        if (symbol.isUndefined()) {
            return 'U';
        }
        char letter = symbol.section().flatMap(image::section).map(SymbolType::letter).orElse('a');
        return symbol.binding() == 0 ? letter : String.valueOf(letter).toUpperCase(Locale.ROOT).charAt(0);
    }

    private static char letter(SectionHeader section) {
        if (section.has(SectionHeader.SHF_EXECINSTR)) {
            return 't';
        }
        if (section.isAlloc() && section.type() != SectionHeader.SHT_NOBITS) {
            return section.has(SectionHeader.SHF_WRITE) ? 'd' : 'r';
        }
        return section.type() == SectionHeader.SHT_NOBITS ? 'b' : 'n';
    }
}
