package org.klpls.core.elf;

import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * The entries of a relocation section: a view over its bytes. Counted as the kernel counts, by sizeof(Elf64_Rela)
 * whatever sh_entsize says; a trailing part of an entry is none. Source: arch/x86/kernel/module.c
 * __apply_relocate_add(), v6.1.
 */
public final class RelocationTable {
    private final ElfBytes entries;

    RelocationTable(ElfBytes entries) {
        this.entries = entries;
    }

    public long count() {
        return entries.size() / Rela.SIZE;
    }

    public Rela get(long i) {
        return new Rela(i * Rela.SIZE, offset(i), new SymIndex(symbol(i)), type(i), addend(i));
    }

    /** r_offset of an entry. */
    public long offset(long i) {
        return entries.u64(i * Rela.SIZE);
    }

    /** ELF64_R_TYPE of an entry, unsigned. */
    public long type(long i) {
        return entries.u32(i * Rela.SIZE + 8);
    }

    /** ELF64_R_SYM of an entry, unsigned. */
    public long symbol(long i) {
        return entries.u32(i * Rela.SIZE + 12);
    }

    /** r_addend of an entry. */
    public long addend(long i) {
        return entries.u64(i * Rela.SIZE + 16);
    }

    public Stream<Rela> relas() {
        return LongStream.range(0, count()).mapToObj(this::get);
    }
}
