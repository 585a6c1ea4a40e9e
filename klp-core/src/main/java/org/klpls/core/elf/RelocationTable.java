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
        long at = i * Rela.SIZE;
        return new Rela(at, entries.u64(at), new SymIndex(entries.u32(at + 12)), entries.u32(at + 8),
                entries.u64(at + 16));
    }

    public Stream<Rela> relas() {
        return LongStream.range(0, count()).mapToObj(this::get);
    }
}
