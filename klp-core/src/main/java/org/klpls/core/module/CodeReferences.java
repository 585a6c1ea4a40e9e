package org.klpls.core.module;

import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.klpls.core.elf.ElfImage;
import org.klpls.core.elf.ElfSymbol;
import org.klpls.core.elf.Rela;
import org.klpls.core.elf.SectionHeader;
import org.klpls.core.elf.ShIndex;
import org.klpls.core.elf.SymbolTable;
import org.klpls.core.reloc.RelocationType;

/** The places of a module's data that its code refers to, as the relocations of its code say. */
public final class CodeReferences {
    /** From the relocated place to the next instruction, where nothing is between. */
    private static final int TO_NEXT = 4;
    /** The longest immediate that an instruction has behind its memory operand. */
    private static final int MOST_IMMEDIATE = 4;

    /** Of memory operands relative to the next instruction, as if no immediate stood behind them. */
    private final Map<ShIndex, NavigableSet<Long>> operands = new HashMap<>();
    /** Of immediates, and of memory operands with a base register. */
    private final Map<ShIndex, NavigableSet<Long>> absolute = new HashMap<>();

    private CodeReferences() {}

    public static CodeReferences of(ElfImage image) {
        CodeReferences all = new CodeReferences();
        for (SectionHeader section : image.sections()) {
            if (section.type() == SectionHeader.SHT_RELA && image.section(section.info())
                    .filter(target -> target.isAlloc() && target.has(SectionHeader.SHF_EXECINSTR)).isPresent()) {
                image.relocations(section).relas().forEach(rela -> all.add(rela, image.symbols()));
            }
        }
        return all;
    }

    private void add(Rela rela, SymbolTable symbols) {
        if (!symbols.has(rela.symbol())) {
            return;
        }
        ElfSymbol symbol = symbols.get(rela.symbol());
        long offset = symbol.value() + rela.addend();
        symbol.section().ifPresent(section -> RelocationType.of(rela.type()).ifPresent(type -> {
            switch (type) {
                case PC32 -> operands.computeIfAbsent(section, _ -> new TreeSet<>()).add(offset + TO_NEXT);
                case R_64, R_32, R_32S -> absolute.computeIfAbsent(section, _ -> new TreeSet<>()).add(offset);
                case NONE, PLT32, PC64 -> {
                }
            }
        }));
    }

    /** Whether an instruction has these bytes as its operand, to read or to write them. */
    public boolean isOperand(ShIndex section, long start, long size) {
        return isAny(operands, section, start - MOST_IMMEDIATE, start + size);
    }

    /** Whether code takes an address among these, or starts to count from there: it may go on to what lies behind. */
    public boolean isBase(ShIndex section, long start, long size) {
        return isAny(absolute, section, start, start + size);
    }

    private static boolean isAny(Map<ShIndex, NavigableSet<Long>> places, ShIndex section, long start, long end) {
        NavigableSet<Long> offsets = places.get(section);
        return offsets != null && !offsets.subSet(start, end).isEmpty();
    }
}
