package org.klpls.core.dwarf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.klpls.core.elf.ElfBytes;
import org.klpls.core.elf.ElfHeader;
import org.klpls.core.elf.ElfImage;
import org.klpls.core.elf.ElfSymbol;
import org.klpls.core.elf.Rela;
import org.klpls.core.elf.RelocationTable;
import org.klpls.core.elf.SectionHeader;
import org.klpls.core.elf.ShIndex;
import org.klpls.core.elf.SymbolTable;

/** Finds the debug sections of a file, and makes them readable: decompressed, and relocated where they are of an object file. */
final class DebugSections {
    /** Source: gABI, sh_flags. */
    private static final long SHF_COMPRESSED = 0x800;
    /** A kernel's largest debug section has some hundred MB. */
    private static final long LARGEST = 1 << 30;
    private static final List<String> WANTED = List.of("info", "abbrev", "str", "line_str", "line", "ranges",
            "rnglists", "addr", "str_offsets");
    /** Source: arch/x86/include/asm/elf.h, v6.1. */
    private static final int R_X86_64_64 = 1;
    private static final int R_X86_64_32 = 10;
    private static final int R_X86_64_32S = 11;

    private final ElfImage image;
    private final SectionLayout layout;
    private final Map<ShIndex, ElfBytes> contents = new HashMap<>();
    /** Bytes of sections of the same name that go before a section. */
    private final Map<ShIndex, Long> before = new HashMap<>();
    private final Map<Long, List<SectionHeader>> tablesOf = new HashMap<>();
    /** Several sections that lie in the same place could have the same entries applied over and over. */
    private long relocationsLeft;
    /** Bytes of copies that may still be made: of what is decompressed, relocated or joined. */
    private long copiesLeft = LARGEST;
    private final List<String> problems = new ArrayList<>();

    private DebugSections(ElfImage image, SectionLayout layout) {
        this.image = image;
        this.layout = layout;
        relocationsLeft = image.file().size() / 8;
    }

    /** @param problems clauses that name a section each */
    record Reading(DwarfSections sections, List<String> problems) {
        Reading {
            problems = List.copyOf(problems);
        }
    }

    static Reading read(ElfImage image, SectionLayout layout) {
        DebugSections reader = new DebugSections(image, layout);
        reader.measure();
        List<ElfBytes> found = WANTED.stream().map(reader::content).toList();
        DwarfSections sections = new DwarfSections(found.get(0), found.get(1), found.get(2), found.get(3), found.get(4),
                found.get(5), found.get(6), found.get(7), found.get(8));
        return new Reading(sections, reader.problems);
    }

    private void measure() {
        if (image.header().type() != ElfHeader.ET_REL) {
            return;
        }
        Map<String, Long> sizes = new HashMap<>();
        for (SectionHeader section : image.sections()) {
            if (section.type() == SectionHeader.SHT_RELA) {
                tablesOf.computeIfAbsent(section.info(), _ -> new ArrayList<>()).add(section);
            } else if (WANTED.stream().anyMatch(name -> isNamed(section, name))) {
                long size = decompressed(section).size();
                before.put(section.index(), sizes.merge(section.name(), size, Long::sum) - size);
            }
        }
    }

    /**
     * All sections of that name, one after the other: in an object file there is one for each group of sections that may be
     * left out.
     */
    private ElfBytes content(String name) {
        List<SectionHeader> plain = named(".debug_" + name);
        List<SectionHeader> all = plain.isEmpty() ? named(".zdebug_" + name) : plain;
        List<ElfBytes> parts = all.stream().map(section -> relocated(section, decompressed(section))).toList();
        if (parts.size() <= 1) {
            return parts.isEmpty() ? ElfBytes.EMPTY : parts.getFirst();
        }
        long size = parts.stream().mapToLong(ElfBytes::size).sum();
        if (!mayCopy(all.getFirst(), size)) {
            return ElfBytes.EMPTY;
        }
        byte[] joined = new byte[(int) size];
        int at = 0;
        for (ElfBytes part : parts) {
            part.copyTo(joined, at);
            at += (int) part.size();
        }
        return ElfBytes.of(joined);
    }

    private boolean mayCopy(SectionHeader section, long size) {
        copiesLeft -= size;
        if (copiesLeft < 0) {
            problems.add("its " + section.name() + " is too large");
        }
        return copiesLeft >= 0;
    }

    private static boolean isNamed(SectionHeader section, String name) {
        return section.name().equals(".debug_" + name) || section.name().equals(".zdebug_" + name);
    }

    private List<SectionHeader> named(String name) {
        return image.sections().stream().filter(s -> s.name().equals(name)).toList();
    }

    private ElfBytes decompressed(SectionHeader section) {
        return contents.computeIfAbsent(section.index(), _ -> {
            ElfBytes raw = image.content(section);
            boolean isOld = section.name().startsWith(".z");
            if (!isOld && !section.has(SHF_COMPRESSED)) {
                return raw;
            }
            Optional<ElfBytes> content = isOld
                    ? Decompression.zdebug(raw, copiesLeft)
                    : Decompression.compressed(raw, copiesLeft);
            if (content.isEmpty()) {
                problems.add("its " + section.name() + " cannot be decompressed");
            }
            copiesLeft -= content.map(ElfBytes::size).orElse(0L);
            return content.orElse(ElfBytes.EMPTY);
        });
    }

    private ElfBytes relocated(SectionHeader section, ElfBytes content) {
        if (image.header().type() != ElfHeader.ET_REL) {
            return content;
        }
        List<SectionHeader> tables = tablesOf.getOrDefault((long) section.index().value(), List.of());
        if (tables.isEmpty() || !mayCopy(section, content.size())) {
            return tables.isEmpty() ? content : ElfBytes.EMPTY;
        }
        byte[] bytes = content.toArray();
        tables.forEach(table -> apply(image.relocations(table), bytes));
        return ElfBytes.of(bytes);
    }

    /** An offset in a debug section counts from the first one of its name. */
    private long address(ElfSymbol symbol) {
        Optional<SectionHeader> section = symbol.section().flatMap(image::section);
        if (section.isEmpty() || section.get().isAlloc()) {
            return layout.address(symbol);
        }
        return symbol.value() + before.getOrDefault(section.get().index(), 0L);
    }

    private void apply(RelocationTable table, byte[] bytes) {
        SymbolTable symbols = image.symbols();
        for (long i = 0; i < table.count() && relocationsLeft > 0; i++, relocationsLeft--) {
            Rela rela = table.get(i);
            int size = switch ((int) rela.type()) {
                case R_X86_64_64 -> Long.BYTES;
                case R_X86_64_32, R_X86_64_32S -> Integer.BYTES;
                default -> 0;
            };
            boolean isInside = rela.offset() >= 0 && rela.offset() <= bytes.length - size;
            if (size > 0 && isInside && symbols.has(rela.symbol())) {
                ElfSymbol symbol = symbols.get(rela.symbol());
                put(bytes, (int) rela.offset(), size, address(symbol) + rela.addend());
            }
        }
    }

    private static void put(byte[] bytes, int at, int size, long value) {
        for (int i = 0; i < size; i++) {
            bytes[at + i] = (byte) (value >>> 8 * i);
        }
    }
}
