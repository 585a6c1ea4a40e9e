package org.klpls.core.loader;

import java.util.NavigableSet;
import java.util.OptionalLong;
import java.util.TreeSet;
import org.klpls.core.elf.ElfImage;
import org.klpls.core.elf.Rela;
import org.klpls.core.elf.SectionHeader;
import org.klpls.core.reloc.RelocationType;

/**
 * The addresses of the module that its code refers to, as the relocations of its code say.
 *
 * @param operands of memory operands relative to the next instruction, as if no immediate stood behind them
 * @param absolute of immediates, and of memory operands with a base register
 */
record CodeReferences(NavigableSet<Long> operands, NavigableSet<Long> absolute) {
    /** From the relocated place to the next instruction, where nothing is between. */
    private static final int TO_NEXT = 4;
    /** The longest immediate that an instruction has behind its memory operand. */
    private static final int MOST_IMMEDIATE = 4;

    static CodeReferences of(ElfImage image, RelocationContext context) {
        CodeReferences all = new CodeReferences(new TreeSet<>(), new TreeSet<>());
        for (SectionHeader section : image.sections()) {
            if (section.type() == SectionHeader.SHT_RELA && image.section(section.info()).filter(
                    target -> target.has(SectionHeader.SHF_EXECINSTR)).isPresent()) {
                image.relocations(section).relas().forEach(rela -> all.add(rela, context));
            }
        }
        return all;
    }

    private void add(Rela rela, RelocationContext context) {
        OptionalLong symbol = context.values().knows(rela.symbol().value())
                ? context.values().get(rela.symbol())
                : OptionalLong.empty();
        RelocationType.of(rela.type()).filter(_ -> symbol.isPresent()).ifPresent(type -> {
            long address = symbol.getAsLong() + rela.addend();
            switch (type) {
                case PC32 -> operands.add(address + TO_NEXT);
                case R_64, R_32, R_32S -> absolute.add(address);
                case NONE, PLT32, PC64 -> {
                }
            }
        });
    }

    /** Whether the code may write to the struct at this address: one whose address alone may be taken, to pass it on. */
    boolean mayWriteStruct(long address, long size) {
        return mayWriteOperand(address, size) || !absolute.subSet(address + 1, address + size).isEmpty();
    }

    /** Whether the code may write to this entry of an array: where its address is taken, a loop may. */
    boolean mayWriteEntry(long address, long size) {
        return mayWriteOperand(address, size) || !absolute.subSet(address, address + size).isEmpty();
    }

    private boolean mayWriteOperand(long address, long size) {
        return !operands.subSet(address - MOST_IMMEDIATE, address + size).isEmpty();
    }
}
