package org.klpls.core.real.variant;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.klpls.core.elf.ElfDraft;
import org.klpls.core.elf.ElfDraft.Entry;
import org.klpls.core.elf.ElfDraft.HeaderField;
import org.klpls.core.elf.ElfDraft.Section;
import org.klpls.core.elf.ElfDraft.SectionField;
import org.klpls.core.elf.SectionHeader;

/** Good modules with one random change of what the loader reads: headers, symbols, relocations, names, modinfo. */
final class Mutations {
    private static final List<String> BASES = List.of(Bases.KLP, Bases.RICH, Bases.PLAIN, Bases.MODOBJ);
    private static final List<String> TEXTS = List.of(".modinfo", "__versions");
    private static final long[] NUMBERS = {0, 1, 2, 3, 4, 7, 8, 16, 24, 63, 64, 255, 256, 4095, 4096, 0xff20, 0xffff,
            0x7fff_ffffL, 0x8000_0000L, 0xffff_ffffL, 1L << 40, Long.MAX_VALUE, -8, -1};

    private final Random random;

    private Mutations(long seed) {
        this.random = new Random(seed);
    }

    /** Endless; the same for the same seed. Names tell seed and number. */
    static Stream<Variant> of(long seed) {
        return Stream.iterate(0, i -> i + 1).map(i -> {
            Mutations one = new Mutations(seed * 1_000_003 + i);
            String base = BASES.get(one.random.nextInt(BASES.size()));
            Consumer<ElfDraft> change = one.change();
            return Variant.of("mutation_" + seed + "_" + i + "_of_" + base, base, change);
        });
    }

    private Consumer<ElfDraft> change() {
        return switch (random.nextInt(7)) {
            case 0 -> header();
            case 1, 2 -> sectionHeader();
            case 3 -> symbol();
            case 4, 5 -> relocation();
            default -> text();
        };
    }

    private Consumer<ElfDraft> header() {
        HeaderField field = HeaderField.values()[random.nextInt(HeaderField.values().length)];
        long value = number();
        return draft -> draft.field(field, value);
    }

    private Consumer<ElfDraft> sectionHeader() {
        SectionField field = SectionField.values()[random.nextInt(SectionField.values().length)];
        long value = number();
        int which = random.nextInt(1 << 16);
        return draft -> {
            int index = which % draft.sections.size();
            draft.lastly(file -> draft.put(file, index, field, value));
        };
    }

    private Consumer<ElfDraft> symbol() {
        int field = random.nextInt(5);
        int which = random.nextInt(1 << 16);
        long value = number();
        int letter = random.nextInt(256);
        return draft -> {
            ElfDraft.Symbol symbol = draft.symbols.get(which % draft.symbols.size());
            switch (field) {
                case 0 -> symbol.info = (int) value & 0xff;
                case 1 -> symbol.other = (int) value & 0xff;
                case 2 -> symbol.shndx = (int) value & 0xffff;
                case 3 -> symbol.size = value;
                default -> symbol.name = changed(symbol.name, which, letter);
            }
        };
    }

    private static String changed(String name, int where, int letter) {
        if (name.isEmpty()) {
            return "x";
        }
        char[] letters = name.toCharArray();
        letters[where % letters.length] = (char) Math.max(1, letter);
        return new String(letters);
    }

    private Consumer<ElfDraft> relocation() {
        int field = random.nextInt(3);
        int section = random.nextInt(1 << 16);
        int which = random.nextInt(1 << 16);
        long value = number();
        return draft -> {
            List<Section> all = draft.sections.stream().filter(s -> s.type == SectionHeader.SHT_RELA)
                    .filter(s -> !s.relas().isEmpty()
                            && (draft.sections.get(s.info).flags & SectionHeader.SHF_ALLOC) != 0)
                    .toList();
            Section chosen = all.get(section % all.size());
            int number = which % chosen.relas().size();
            chosen.changeRela(number, entry -> changed(entry, field, value));
        };
    }

    private static Entry changed(Entry entry, int field, long value) {
        return switch (field) {
            case 0 -> entry.at(value);
            case 1 -> entry.ofType((int) value);
            default -> entry.to((int) value);
        };
    }

    private Consumer<ElfDraft> text() {
        String name = TEXTS.get(random.nextInt(TEXTS.size()));
        int where = random.nextInt(1 << 16);
        int letter = random.nextInt(256);
        return draft -> {
            byte[] data = draft.section(name).data;
            ByteBuffer.wrap(data).put(where % data.length, (byte) letter);
        };
    }

    private long number() {
        return random.nextBoolean() ? NUMBERS[random.nextInt(NUMBERS.length)] : random.nextInt(200);
    }
}
