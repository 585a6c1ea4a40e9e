package org.klpls.core.module;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.BiConsumer;
import org.klpls.core.elf.ElfDraft;
import org.klpls.core.elf.ElfSymbol;
import org.klpls.core.elf.SectionHeader;

/** The good module of {@link LivepatchFixture} with some things wrong: a field, a section, a symbol, a relocation, bytes. */
public final class ModuleMutations {
    private static final List<String> TABLES = List.of("", ".symtab", ".strtab", ".shstrtab");
    private static final List<BiConsumer<ElfDraft, Random>> CHANGES = List.of(ModuleMutations::sectionField,
            ModuleMutations::sectionField, ModuleMutations::sectionName, ModuleMutations::sectionBytes,
            ModuleMutations::relocation, ModuleMutations::relocation, ModuleMutations::relocationOrder,
            ModuleMutations::symbol, ModuleMutations::symbolName, ModuleMutations::fileBytes,
            ModuleMutations::removeSection, ModuleMutations::repeatSection);

    private ModuleMutations() {}

    /** Numbers that are read from bytes, and 0 behind their end: so a fuzzer chooses. */
    public static Random choicesOf(byte[] bytes) {
        return new Random(0) {
            private int at;

            @Override
            protected int next(int bits) {
                int number = 0;
                for (int i = 0; i < Integer.BYTES; i++) {
                    number = number << Byte.SIZE | (at < bytes.length ? bytes[at++] & 0xff : 0);
                }
                return number >>> Integer.SIZE - bits;
            }
        };
    }

    /** The module with one to four changes, as these numbers choose them. */
    public static byte[] any(Random random) {
        ElfDraft draft = LivepatchFixture.good();
        int changes = 1 + random.nextInt(4);
        for (int i = 0; i < changes; i++) {
            CHANGES.get(random.nextInt(CHANGES.size())).accept(draft, random);
        }
        return draft.build();
    }

    private static <T> T oneOf(List<T> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }

    /** None of those without which a draft cannot be written. */
    private static ElfDraft.Section ordinary(ElfDraft draft, Random random) {
        return oneOf(draft.sections.stream().filter(s -> !TABLES.contains(s.name)).toList(), random);
    }

    private static long number(Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> random.nextInt(64);
            case 1 -> -1L - random.nextInt(16);
            case 2 -> 1L << random.nextInt(64);
            case 3 -> (1L << random.nextInt(64)) - 1;
            case 4 -> random.nextLong();
            default -> random.nextInt(0x10000);
        };
    }

    private static void sectionField(ElfDraft draft, Random random) {
        ElfDraft.Section section = oneOf(draft.sections, random);
        switch (random.nextInt(7)) {
            case 0 -> section.type = (int) number(random);
            case 1 -> section.flags ^= 1L << random.nextInt(24);
            case 2 -> section.link = (int) number(random);
            case 3 -> section.info = (int) number(random);
            case 4 -> section.align = number(random);
            case 5 -> section.entsize = number(random);
            default -> section.size = number(random);
        }
    }

    private static void sectionName(ElfDraft draft, Random random) {
        ordinary(draft, random).name = oneOf(
                List.of(".other", ".text", ".klp.rela.vmlinux..text", ".klp.rela.", ".modinfo",
                        "__versions", ".gnu.linkonce.this_module", ".init.data", "__mcount_loc", ".altinstructions",
                        ".return_sites", "__jump_table", ".static_call_sites", ".data..percpu", "__ksymtab"),
                random);
    }

    private static void sectionBytes(ElfDraft draft, Random random) {
        ElfDraft.Section section = oneOf(draft.sections, random);
        if (section.data.length > 0) {
            section.data[random.nextInt(section.data.length)] = (byte) random.nextInt();
        }
    }

    private static void relocation(ElfDraft draft, Random random) {
        List<ElfDraft.Section> tables = draft.sections.stream()
                .filter(s -> s.type == SectionHeader.SHT_RELA && !s.relas().isEmpty()).toList();
        if (tables.isEmpty()) {
            return;
        }
        ElfDraft.Section table = oneOf(tables, random);
        int entry = random.nextInt(table.relas().size());
        switch (random.nextInt(4)) {
            case 0 -> table.changeRela(entry, r -> r.at(number(random)));
            case 1 -> table.changeRela(entry, r -> r.ofType((int) number(random)));
            case 2 -> table.changeRela(entry, r -> r.to((int) number(random)));
            default -> table.changeRela(entry, r -> r.plus(number(random)));
        }
    }

    private static void relocationOrder(ElfDraft draft, Random random) {
        ElfDraft.Section section = oneOf(draft.sections, random);
        if (section.type == SectionHeader.SHT_RELA) {
            List<ElfDraft.Entry> entries = new ArrayList<>(section.relas());
            Collections.shuffle(entries, random);
            entries.addAll(List.copyOf(entries));
            section.relas(entries.subList(0, entries.size() * random.nextInt(3) / 2));
        }
    }

    private static void symbol(ElfDraft draft, Random random) {
        ElfDraft.Symbol symbol = oneOf(draft.symbols, random);
        switch (random.nextInt(4)) {
            case 0 -> symbol.shndx = random.nextBoolean() ? ElfSymbol.SHN_LIVEPATCH : (int) number(random) & 0xffff;
            case 1 -> symbol.value = number(random);
            case 2 -> symbol.size = number(random);
            default -> symbol.nameOffset = (int) number(random) & 0xffffff;
        }
    }

    private static void symbolName(ElfDraft draft, Random random) {
        oneOf(draft.symbols, random).name = oneOf(
                List.of("", ".klp.sym.vmlinux.init_once,0", ".klp.sym.vmlinux.init_once,9",
                        ".klp.sym.ext4.x,0", ".klp.sym.", "klp_enable_patch", "init_module", "seq_printf", "nothing"),
                random);
    }

    private static void fileBytes(ElfDraft draft, Random random) {
        int at = random.nextInt(0x400);
        draft.lastly(bytes -> {
            if (at < bytes.limit()) {
                bytes.put(at, (byte) random.nextInt());
            }
        });
    }

    private static void removeSection(ElfDraft draft, Random random) {
        draft.sections.remove(ordinary(draft, random));
    }

    private static void repeatSection(ElfDraft draft, Random random) {
        draft.sections.add(oneOf(draft.sections, random));
    }
}
