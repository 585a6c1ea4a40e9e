package org.klpls.core.dwarf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.klpls.core.elf.ElfBytes;
import org.klpls.core.elf.ElfHeader;
import org.klpls.core.elf.ElfImage;
import org.klpls.core.elf.ElfSymbol;
import org.klpls.core.elf.Rela;
import org.klpls.core.elf.RelocationTable;
import org.klpls.core.elf.SectionHeader;
import org.klpls.core.elf.SymbolTable;

/** Finds the debug sections of a file, and makes them readable: decompressed, and relocated where they are of an object file. */
final class DebugSections {
    /** Source: gABI, sh_flags. */
    private static final long SHF_COMPRESSED = 0x800;
    /** Source: arch/x86/include/asm/elf.h, v6.1. */
    private static final int R_X86_64_64 = 1;
    private static final int R_X86_64_32 = 10;
    private static final int R_X86_64_32S = 11;

    private final ElfImage image;
    private final SectionLayout layout;
    private final List<String> problems = new ArrayList<>();

    private DebugSections(ElfImage image, SectionLayout layout) {
        this.image = image;
        this.layout = layout;
    }

    /** @param problems clauses that name a section each */
    record Reading(DwarfSections sections, List<String> problems) {
        Reading {
            problems = List.copyOf(problems);
        }
    }

    static Reading read(ElfImage image, SectionLayout layout) {
        DebugSections reader = new DebugSections(image, layout);
        DwarfSections sections = new DwarfSections(reader.content("info"), reader.content("abbrev"),
                reader.content("str"), reader.content("line_str"), reader.content("line"), reader.content("ranges"),
                reader.content("rnglists"), reader.content("addr"), reader.content("str_offsets"));
        return new Reading(sections, reader.problems);
    }

    private ElfBytes content(String name) {
        Optional<SectionHeader> plain = image.section(".debug_" + name);
        Optional<SectionHeader> section = plain.or(() -> image.section(".zdebug_" + name));
        if (section.isEmpty()) {
            return ElfBytes.EMPTY;
        }
        ElfBytes raw = image.content(section.get());
        boolean isCompressed = section.get().has(SHF_COMPRESSED);
        Optional<ElfBytes> content = plain.isEmpty()
                ? Decompression.zdebug(raw)
                : isCompressed ? Decompression.compressed(raw) : Optional.of(raw);
        if (content.isEmpty()) {
            problems.add("its " + section.get().name() + " cannot be decompressed");
            return ElfBytes.EMPTY;
        }
        return relocated(section.get(), content.get());
    }

    private ElfBytes relocated(SectionHeader section, ElfBytes content) {
        if (image.header().type() != ElfHeader.ET_REL) {
            return content;
        }
        List<SectionHeader> tables = image.sections()
                .stream()
                .filter(s -> s.type() == SectionHeader.SHT_RELA && s.info() == section.index().value())
                .toList();
        if (tables.isEmpty()) {
            return content;
        }
        byte[] bytes = content.toArray();
        tables.forEach(table -> apply(image.relocations(table), bytes));
        return ElfBytes.of(bytes);
    }

    private void apply(RelocationTable table, byte[] bytes) {
        SymbolTable symbols = image.symbols();
        for (long i = 0; i < table.count(); i++) {
            Rela rela = table.get(i);
            int size = switch ((int) rela.type()) {
                case R_X86_64_64 -> Long.BYTES;
                case R_X86_64_32, R_X86_64_32S -> Integer.BYTES;
                default -> 0;
            };
            boolean isInside = rela.offset() >= 0 && rela.offset() <= bytes.length - size;
            if (size > 0 && isInside && symbols.has(rela.symbol())) {
                ElfSymbol symbol = symbols.get(rela.symbol());
                put(bytes, (int) rela.offset(), size, layout.address(symbol) + rela.addend());
            }
        }
    }

    private static void put(byte[] bytes, int at, int size, long value) {
        for (int i = 0; i < size; i++) {
            bytes[at + i] = (byte) (value >>> 8 * i);
        }
    }
}
