package org.klpls.core.real.variant;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

import org.klpls.core.elf.ElfDraft;
import org.klpls.core.elf.ElfDraft.Entry;
import org.klpls.core.elf.ElfDraft.Section;

/** Changes of a draft that many variants are made of. */
final class Edits {
    private static final String STRINGS = ".rodata.str1.1";
    private static final int R_X86_64_64 = 1;

    private Edits() {}

    /** The bytes of a variable from this offset on are this number; what was relocated there no longer is. */
    static void number(ElfDraft draft, String variable, int offset, long value) {
        unrelocate(draft, variable, offset);
        section(draft, variable).put64(place(draft, variable) + offset, value);
    }

    /** A pointer in a variable is to point to this symbol, or to a place behind it. */
    static void pointer(ElfDraft draft, String variable, int offset, String symbol, long addend) {
        number(draft, variable, offset, 0);
        Section relas = draft.section(".rela" + section(draft, variable).name);
        List<Entry> entries = new ArrayList<>(relas.relas());
        entries.add(new Entry(place(draft, variable) + offset, R_X86_64_64, draft.symbolIndex(symbol), addend));
        relas.relas(entries);
    }

    /** A pointer in a variable is to point to this text, which is put behind the module's others. */
    static void string(ElfDraft draft, String variable, int offset, String text) {
        Section strings = draft.section(STRINGS);
        int at = strings.data.length;
        strings.data = concat(strings.data, (text + "\0").getBytes(StandardCharsets.ISO_8859_1));
        pointer(draft, variable, offset, sectionSymbol(draft, STRINGS), at);
    }

    private static void unrelocate(ElfDraft draft, String variable, int offset) {
        int place = place(draft, variable) + offset;
        Section relas = draft.section(".rela" + section(draft, variable).name);
        relas.relas(relas.relas().stream().filter(e -> e.offset() != place).toList());
    }

    private static Section section(ElfDraft draft, String variable) {
        return draft.sections.get(draft.symbol(variable).shndx);
    }

    private static int place(ElfDraft draft, String variable) {
        return (int) draft.symbol(variable).value;
    }

    /** Gives the section symbol a name that it can be asked for by. */
    private static String sectionSymbol(ElfDraft draft, String section) {
        int index = draft.index(section);
        draft.symbols.stream().filter(s -> (s.info & 0xf) == 3 && s.shndx == index).findFirst()
                .orElseThrow().name = section;
        return section;
    }

    /** The entry of a relocation section at this offset of its target, changed. */
    static void entry(ElfDraft draft, String section, long offset, UnaryOperator<Entry> change) {
        Section relas = draft.section(section);
        relas.relas(relas.relas().stream().map(e -> e.offset() == offset ? change.apply(e) : e).toList());
    }

    /** One more entry. */
    static void entry(ElfDraft draft, String section, Entry entry) {
        List<Entry> entries = new ArrayList<>(draft.section(section).relas());
        entries.add(entry);
        draft.section(section).relas(entries);
    }

    /** Writes a number of this many bytes into a section. */
    static void bytes(ElfDraft draft, String section, int offset, int width, long value) {
        byte[] data = draft.section(section).data;
        for (int i = 0; i < width; i++) {
            data[offset + i] = (byte) (value >>> (Byte.SIZE * i));
        }
    }

    static long number(ElfDraft draft, String section, int offset) {
        return ByteBuffer.wrap(draft.section(section).data).order(ByteOrder.LITTLE_ENDIAN).getLong(offset);
    }

    /** Replaces a text by one of the same length, wherever it stands in the section. */
    static void replaceText(ElfDraft draft, String section, String text, String other) {
        String all = new String(draft.section(section).data, StandardCharsets.ISO_8859_1);
        if (text.length() != other.length() || !all.contains(text)) {
            throw new IllegalArgumentException(text + " for " + other + " in " + section);
        }
        draft.section(section).data = all.replace(text, other).getBytes(StandardCharsets.ISO_8859_1);
    }

    static byte[] concat(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
