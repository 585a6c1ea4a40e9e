package org.klpls.core.elf;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * An ELF64 relocatable file that can be changed and written: made from nothing, or from a real module. Section and
 * symbol names become string tables when it is written; everything else is written as it stands, true or not.
 */
public final class ElfDraft {
    private static final int HEADER_FIELDS = 16;

    /** One section; {@code size} counts only for SHT_NOBITS, others have that of their data. */
    public static final class Section {
        public String name;
        public int type;
        public long flags;
        public long size;
        public int link;
        public int info;
        public long align = 1;
        public long entsize;
        public byte[] data = {};

        Section(String name, int type, long flags) {
            this.name = name;
            this.type = type;
            this.flags = flags;
        }

        public Section data(byte[] bytes) {
            data = bytes;
            return this;
        }

        public Section align(long bytes) {
            align = bytes;
            return this;
        }

        public void put64(int offset, long value) {
            ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN).putLong(offset, value);
        }

        /** Entries of a relocation section, to be changed and set again. */
        public List<Entry> relas() {
            ByteBuffer buffer = ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN);
            List<Entry> entries = new ArrayList<>();
            while (buffer.remaining() >= Rela.SIZE) {
                long offset = buffer.getLong();
                int type = buffer.getInt();
                int symbol = buffer.getInt();
                entries.add(new Entry(offset, type, symbol, buffer.getLong()));
            }
            return entries;
        }

        public void relas(List<Entry> entries) {
            ByteBuffer buffer = ByteBuffer.allocate(entries.size() * Rela.SIZE).order(ByteOrder.LITTLE_ENDIAN);
            for (Entry e : entries) {
                buffer.putLong(e.offset()).putInt(e.type()).putInt(e.symbol()).putLong(e.addend());
            }
            data = buffer.array();
        }

        public void changeRela(int i, java.util.function.UnaryOperator<Entry> change) {
            List<Entry> entries = relas();
            entries.set(i, change.apply(entries.get(i)));
            relas(entries);
        }
    }

    /** A relocation entry. */
    public record Entry(long offset, int type, int symbol, long addend) {
        public Entry at(long newOffset) {
            return new Entry(newOffset, type, symbol, addend);
        }

        public Entry ofType(int newType) {
            return new Entry(offset, newType, symbol, addend);
        }

        public Entry to(int newSymbol) {
            return new Entry(offset, type, newSymbol, addend);
        }

        public Entry plus(long newAddend) {
            return new Entry(offset, type, symbol, newAddend);
        }
    }

    /** One symbol; a name offset that is set counts instead of the name. */
    public static final class Symbol {
        public String name;
        public int info;
        public int other;
        public int shndx;
        public long value;
        public long size;
        public int nameOffset = -1;

        Symbol(String name, int info, int shndx, long value, long size) {
            this.name = name;
            this.info = info;
            this.shndx = shndx;
            this.value = value;
            this.size = size;
        }
    }

    /** The fields of Elf64_Ehdr behind e_ident. Source: elf(5). */
    public enum HeaderField {
        CLASS(4, 1), DATA(5, 1), IDENT_VERSION(6, 1), OSABI(7, 1), TYPE(16, 2), MACHINE(18, 2), VERSION(20, 4),
        ENTRY(24,
                8),
        PHOFF(32, 8), SHOFF(40, 8), FLAGS(48, 4), EHSIZE(52, 2), PHENTSIZE(54, 2), PHNUM(56, 2), SHENTSIZE(
                58, 2),
        SHNUM(60, 2), SHSTRNDX(62, 2);

        private final int offset;
        private final int width;

        HeaderField(int offset, int width) {
            this.offset = offset;
            this.width = width;
        }
    }

    /** The fields of Elf64_Shdr. Source: elf(5). */
    public enum SectionField {
        NAME(0, 4), TYPE(4, 4), FLAGS(8, 8), ADDR(16, 8), OFFSET(24, 8), SIZE(32, 8), LINK(40, 4), INFO(44, 4),
        ALIGN(48,
                8),
        ENTSIZE(56, 8);

        private final int offset;
        private final int width;

        SectionField(int offset, int width) {
            this.offset = offset;
            this.width = width;
        }
    }

    public final List<Section> sections = new ArrayList<>();
    public final List<Symbol> symbols = new ArrayList<>();
    private final List<Consumer<ByteBuffer>> lastEdits = new ArrayList<>();
    private byte[] header = new byte[ElfHeader.SIZE];
    private byte[] tail = {};

    private ElfDraft() {}

    /** An x86-64 relocatable with the null section and the null symbol; the tables are added when it is written. */
    public static ElfDraft empty() {
        ElfDraft draft = new ElfDraft();
        ByteBuffer h = ByteBuffer.wrap(draft.header).order(ByteOrder.LITTLE_ENDIAN);
        h.put(new byte[]{0x7f, 'E', 'L', 'F', 2, 1, 1}).position(HEADER_FIELDS);
        h.putShort((short) ElfHeader.ET_REL).putShort((short) ElfHeader.EM_X86_64).putInt(1);
        h.putShort(52, (short) ElfHeader.SIZE).putShort(58, (short) SectionHeader.SIZE);
        draft.sections.add(new Section("", SectionHeader.SHT_NULL, 0));
        draft.symbols.add(new Symbol("", 0, 0, 0, 0));
        draft.section(".symtab", SectionHeader.SHT_SYMTAB, 0).align(8).link = 2;
        draft.section(".strtab", SectionHeader.SHT_STRTAB, 0);
        draft.section(".shstrtab", SectionHeader.SHT_STRTAB, 0);
        return draft;
    }

    public static ElfDraft of(byte[] bytes) {
        ElfImage image = ElfReader.read(java.nio.file.Path.of("draft.ko"), ElfBytes.of(bytes)).image().orElseThrow();
        ElfDraft draft = new ElfDraft();
        draft.header = image.file().slice(0, ElfHeader.SIZE).toArray();
        for (SectionHeader s : image.sections()) {
            Section section = new Section(s.name(), (int) s.type(), s.flags());
            section.size = s.size();
            section.link = (int) s.link();
            section.info = (int) s.info();
            section.align = s.addralign();
            section.entsize = s.entsize();
            section.data = image.content(s).toArray();
            draft.sections.add(section);
        }
        image.symbols().symbols().forEach(s -> {
            Symbol symbol = new Symbol(s.name(), s.info(), s.shndx(), s.value(), s.size());
            symbol.other = s.other();
            draft.symbols.add(symbol);
        });
        return draft;
    }

    public Section section(String name, int type, long flags) {
        Section section = new Section(name, type, flags);
        sections.add(section);
        return section;
    }

    /** A relocation section for {@code target}, with the type and link that the linker gives it. */
    public Section relocations(String name, long flags, String target) {
        Section section = section(name, SectionHeader.SHT_RELA, flags).align(8);
        section.link = symtab();
        section.info = index(target);
        section.entsize = Rela.SIZE;
        return section;
    }

    public Section section(String name) {
        return sections.get(index(name));
    }

    public int index(String name) {
        return indexOf(sections, s -> s.name.equals(name), name);
    }

    /** Adds a symbol and gives its number. */
    public int symbol(String name, int info, int shndx, long value, long size) {
        symbols.add(new Symbol(name, info, shndx, value, size));
        return symbols.size() - 1;
    }

    public Symbol symbol(String name) {
        return symbols.get(symbolIndex(name));
    }

    public int symbolIndex(String name) {
        return indexOf(symbols, s -> s.name.equals(name), name);
    }

    /** A change of the written file: for what cannot be said of sections and symbols. */
    public ElfDraft lastly(Consumer<ByteBuffer> edit) {
        lastEdits.add(edit);
        return this;
    }

    /** A field of the ELF header, changed in the written file. */
    public ElfDraft field(HeaderField field, long value) {
        return lastly(b -> put(b, field.offset, field.width, value));
    }

    /** A field of a section header, changed in the written file. */
    public ElfDraft field(String section, SectionField field, long value) {
        int index = index(section);
        return lastly(b -> put(b, index, field, value));
    }

    /** The same in a file that is being written. */
    public void put(ByteBuffer file, int section, SectionField field, long value) {
        put(file, (int) file.getLong(40) + section * SectionHeader.SIZE + field.offset, field.width, value);
    }

    private static void put(ByteBuffer file, int at, int width, long value) {
        for (int i = 0; i < width; i++) {
            file.put(at + i, (byte) (value >>> (Byte.SIZE * i)));
        }
    }

    /** Changes a 32-bit field of a section header, 4 * {@code field} bytes into it, in the written file. */
    public ElfDraft sectionField(String section, int byteOffset, long value) {
        int index = index(section);
        return lastly(b -> b.putLong((int) b.getLong(40) + index * SectionHeader.SIZE + byteOffset, value));
    }

    public ElfDraft tail(byte[] bytes) {
        tail = bytes;
        return this;
    }

    public byte[] build() {
        writeSymbols();
        int[] nameOffsets = writeSectionNames();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(header);
        ByteBuffer table = ByteBuffer.allocate(sections.size() * SectionHeader.SIZE).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < sections.size(); i++) {
            Section s = sections.get(i);
            pad(out, Math.min(Math.max(s.align, 1), 4096));
            long offset = i == 0 ? 0 : out.size();
            long size = s.type == SectionHeader.SHT_NOBITS ? s.size : s.data.length;
            if (s.type != SectionHeader.SHT_NOBITS) {
                out.writeBytes(s.data);
            }
            table.putInt(nameOffsets[i]).putInt(s.type).putLong(s.flags).putLong(0).putLong(offset).putLong(size)
                    .putInt(s.link).putInt(s.info).putLong(i == 0 ? 0 : s.align).putLong(s.entsize);
        }
        pad(out, 8);
        int tableOffset = out.size();
        out.writeBytes(table.array());
        out.writeBytes(tail);
        byte[] bytes = out.toByteArray();
        ByteBuffer file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        file.putLong(40, tableOffset).putShort(60, (short) sections.size()).putShort(62, (short) index(".shstrtab"));
        lastEdits.forEach(edit -> edit.accept(file));
        return bytes;
    }

    private void writeSymbols() {
        Section symtab = sections.get(symtab());
        ByteArrayOutputStream strings = new ByteArrayOutputStream();
        strings.write(0);
        ByteBuffer table = ByteBuffer.allocate(symbols.size() * ElfSymbol.SIZE).order(ByteOrder.LITTLE_ENDIAN);
        for (Symbol s : symbols) {
            table.putInt(s.nameOffset >= 0 ? s.nameOffset : add(strings, s.name));
            table.put((byte) s.info).put((byte) s.other).putShort((short) s.shndx).putLong(s.value).putLong(s.size);
        }
        symtab.data = table.array();
        symtab.entsize = ElfSymbol.SIZE;
        section(".strtab").data = strings.toByteArray();
    }

    private int[] writeSectionNames() {
        ByteArrayOutputStream strings = new ByteArrayOutputStream();
        strings.write(0);
        int[] offsets = sections.stream().mapToInt(s -> add(strings, s.name)).toArray();
        section(".shstrtab").data = strings.toByteArray();
        return offsets;
    }

    private int symtab() {
        return indexOf(sections, s -> s.name.equals(".symtab"), ".symtab");
    }

    private static int add(ByteArrayOutputStream strings, String text) {
        if (text.isEmpty()) {
            return 0;
        }
        int at = strings.size();
        strings.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
        strings.write(0);
        return at;
    }

    private static void pad(ByteArrayOutputStream out, long align) {
        while (out.size() % align != 0) {
            out.write(0);
        }
    }

    private static <T> int indexOf(List<T> all, Predicate<T> wanted, String name) {
        for (int i = 0; i < all.size(); i++) {
            if (wanted.test(all.get(i))) {
                return i;
            }
        }
        throw new IllegalArgumentException("the draft has no " + name);
    }
}
