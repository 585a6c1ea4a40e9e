package org.klpls.c.types;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The debug info that gcc wrote into one object file, as a tree: DWARF 5 of one compile unit, 32 bit, little-endian. A reader
 * for tests: it trusts the file. Source: the DWARF 5 standard, chapter 7.
 */
final class DebugInfo {
    /** Numbers of tags and attributes that tests ask for. */
    static final int ARRAY = 0x01, ENUMERATION = 0x04, PARAMETER = 0x05, MEMBER = 0x0d, POINTER = 0x0f,
            STRUCT = 0x13, SUBROUTINE = 0x15, TYPEDEF = 0x16, UNION = 0x17, UNSPECIFIED_PARAMETERS = 0x18,
            SUBRANGE = 0x21, BASE = 0x24, CONST = 0x26, ENUMERATOR = 0x28, SUBPROGRAM = 0x2e, VARIABLE = 0x34,
            VOLATILE = 0x35, RESTRICT = 0x37, UNSPECIFIED = 0x3b, ATOMIC = 0x47;
    static final int NAME = 0x03, BYTE_SIZE = 0x0b, BIT_SIZE = 0x0d, CONST_VALUE = 0x1c, PROTOTYPED = 0x27,
            UPPER_BOUND = 0x2f, ABSTRACT_ORIGIN = 0x31, COUNT = 0x37, MEMBER_LOCATION = 0x38, DECL_FILE = 0x3a,
            DECL_LINE = 0x3b, DECLARATION = 0x3c, ENCODING = 0x3e, EXTERNAL = 0x3f, SPECIFICATION = 0x47,
            TYPE = 0x49, BIT_OFFSET = 0x6b, ALIGNMENT = 0x88, VECTOR = 0x2107;

    /** @param values numbers, texts, and null for what no test asks for; references are offsets of entries */
    record Die(int offset, int tag, Map<Integer, Object> values, List<Die> children) {
        Optional<String> text(int attribute) {
            return Optional.ofNullable((String) values.get(attribute));
        }

        Optional<Long> number(int attribute) {
            return values.get(attribute) instanceof Long number ? Optional.of(number) : Optional.empty();
        }

        boolean has(int attribute) {
            return values.containsKey(attribute);
        }

        List<Die> children(int tag) {
            return children.stream().filter(it -> it.tag == tag).toList();
        }
    }

    private record Form(int attribute, int form, long implicit) {}

    private record Abbreviation(int tag, boolean hasChildren, List<Form> forms) {}

    private final ByteBuffer elf;
    private final Map<String, Integer> sections = new LinkedHashMap<>();
    private final Map<Integer, Abbreviation> abbreviations = new HashMap<>();
    private final Map<Integer, Die> byOffset = new HashMap<>();
    private final ByteBuffer info;
    private final ByteBuffer strings;
    private final ByteBuffer lineStrings;
    private final List<Path> files = new ArrayList<>();
    private final Die root;

    DebugInfo(Path object) throws IOException {
        elf = little(Files.readAllBytes(object));
        readSections();
        info = section(".debug_info");
        strings = section(".debug_str");
        lineStrings = section(".debug_line_str");
        readAbbreviations(section(".debug_abbrev"));
        readFiles(section(".debug_line"));
        info.position(12);
        root = die().orElseThrow();
    }

    Die root() {
        return root;
    }

    Optional<Die> type(Die die) {
        return reference(die, TYPE);
    }

    Optional<Die> reference(Die die, int attribute) {
        return die.number(attribute).map(it -> byOffset.get(it.intValue()));
    }

    Optional<Path> file(Die die) {
        return die.number(DECL_FILE).map(it -> files.get(it.intValue()));
    }

    private static ByteBuffer little(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private int header(int index) {
        return (int) elf.getLong(0x28) + index * 64;
    }

    private void readSections() {
        int count = elf.getShort(0x3c);
        int names = (int) elf.getLong(header(elf.getShort(0x3e)) + 24);
        for (int i = 0; i < count; i++) {
            sections.putIfAbsent(text(elf, names + elf.getInt(header(i))), i);
        }
    }

    private int number(String section) {
        return Optional.ofNullable(sections.get(section)).orElseThrow(() -> new IllegalStateException("no " + section));
    }

    /** With its relocations applied; all of them are absolute. */
    private ByteBuffer section(String name) {
        int at = header(number(name));
        byte[] bytes = new byte[(int) elf.getLong(at + 32)];
        elf.get((int) elf.getLong(at + 24), bytes);
        ByteBuffer section = little(bytes);
        if (sections.containsKey(".rela" + name)) {
            int rela = header(number(".rela" + name));
            int symbols = (int) elf.getLong(header(elf.getInt(rela + 40)) + 24);
            int start = (int) elf.getLong(rela + 24);
            int end = start + (int) elf.getLong(rela + 32);
            for (int entry = start; entry < end; entry += 24) {
                long info = elf.getLong(entry + 8);
                long value = elf.getLong(symbols + (int) (info >>> 32) * 24 + 8) + elf.getLong(entry + 16);
                int offset = (int) elf.getLong(entry);
                if ((int) info == 1) {
                    section.putLong(offset, value);
                } else {
                    section.putInt(offset, (int) value);
                }
            }
        }
        return section;
    }

    private static String text(ByteBuffer bytes, int start) {
        int end = start;
        while (bytes.get(end) != 0) {
            end++;
        }
        byte[] text = new byte[end - start];
        bytes.get(start, text);
        return new String(text, StandardCharsets.UTF_8);
    }

    private static String text(ByteBuffer bytes) {
        String text = text(bytes, bytes.position());
        bytes.position(bytes.position() + text.getBytes(StandardCharsets.UTF_8).length + 1);
        return text;
    }

    private static long unsigned(ByteBuffer bytes) {
        long value = 0;
        int shift = 0;
        byte next;
        do {
            next = bytes.get();
            value |= (long) (next & 0x7f) << shift;
            shift += 7;
        } while (next < 0);
        return value;
    }

    private static long signed(ByteBuffer bytes) {
        long value = 0;
        int shift = 0;
        byte next;
        do {
            next = bytes.get();
            value |= (long) (next & 0x7f) << shift;
            shift += 7;
        } while (next < 0);
        return shift < 64 && (next & 0x40) != 0 ? value | -1L << shift : value;
    }

    private void readAbbreviations(ByteBuffer bytes) {
        for (int code = (int) unsigned(bytes); code != 0; code = (int) unsigned(bytes)) {
            int tag = (int) unsigned(bytes);
            boolean hasChildren = bytes.get() != 0;
            List<Form> forms = new ArrayList<>();
            while (true) {
                int attribute = (int) unsigned(bytes);
                int form = (int) unsigned(bytes);
                long implicit = form == 0x21 ? signed(bytes) : 0;
                if (attribute == 0) {
                    break;
                }
                forms.add(new Form(attribute, form, implicit));
            }
            abbreviations.put(code, new Abbreviation(tag, hasChildren, forms));
        }
    }

    /** Directories and files of the line table's header; only DWARF 5 names them by form. */
    private void readFiles(ByteBuffer bytes) {
        bytes.position(4);
        if (bytes.getShort() != 5) {
            throw new IllegalStateException("no DWARF 5");
        }
        bytes.position(bytes.position() + 2 + 4 + 5);
        int opcodes = bytes.get() & 0xff;
        bytes.position(bytes.position() + opcodes - 1);
        List<Path> folders = new ArrayList<>();
        for (Object[] entry : entries(bytes)) {
            Path folder = Path.of((String) entry[0]);
            folders.add(folders.isEmpty() ? folder : folders.getFirst().resolve(folder));
        }
        for (Object[] entry : entries(bytes)) {
            files.add(folders.get(((Long) entry[1]).intValue()).resolve((String) entry[0]).normalize());
        }
    }

    private List<Object[]> entries(ByteBuffer bytes) {
        int formats = bytes.get();
        long[] kinds = new long[formats];
        int[] forms = new int[formats];
        for (int i = 0; i < formats; i++) {
            kinds[i] = unsigned(bytes);
            forms[i] = (int) unsigned(bytes);
        }
        List<Object[]> entries = new ArrayList<>();
        long count = unsigned(bytes);
        for (long n = 0; n < count; n++) {
            Object[] entry = {"", 0L};
            for (int i = 0; i < formats; i++) {
                Object value = value(bytes, forms[i], 0);
                if (kinds[i] == 1 || kinds[i] == 2) {
                    entry[(int) kinds[i] - 1] = value;
                }
            }
            entries.add(entry);
        }
        return entries;
    }

    private Optional<Die> die() {
        int offset = info.position();
        int code = (int) unsigned(info);
        if (code == 0) {
            return Optional.empty();
        }
        Abbreviation abbreviation = Optional.ofNullable(abbreviations.get(code)).orElseThrow();
        Map<Integer, Object> values = HashMap.newHashMap(abbreviation.forms.size());
        for (Form form : abbreviation.forms) {
            values.put(form.attribute, value(info, form.form, form.implicit));
        }
        Die die = new Die(offset, abbreviation.tag, values, new ArrayList<>(0));
        byOffset.put(offset, die);
        if (abbreviation.hasChildren) {
            for (Optional<Die> child = die(); child.isPresent(); child = die()) {
                die.children.add(child.get());
            }
        }
        return Optional.of(die);
    }

    private Object value(ByteBuffer bytes, int form, long implicit) {
        return switch (form) {
            case 0x01, 0x07, 0x20 -> bytes.getLong();
            case 0x05 -> (long) (bytes.getShort() & 0xffff);
            case 0x06, 0x13 -> bytes.getInt() & 0xffffffffL;
            case 0x17 -> skipped(bytes, 4);
            case 0x08 -> text(bytes);
            case 0x0b -> (long) (bytes.get() & 0xff);
            case 0x0c -> bytes.get() != 0 ? 1L : 0L;
            case 0x0d -> signed(bytes);
            case 0x0e -> text(strings, bytes.getInt());
            case 0x0f -> unsigned(bytes);
            case 0x18, 0x09 -> skipped(bytes, (int) unsigned(bytes));
            case 0x0a -> skipped(bytes, bytes.get() & 0xff);
            case 0x03 -> skipped(bytes, bytes.getShort() & 0xffff);
            case 0x19 -> 1L;
            case 0x1e -> skipped(bytes, 16);
            case 0x1f -> text(lineStrings, bytes.getInt());
            case 0x21 -> implicit;
            default -> throw new IllegalStateException("form " + form);
        };
    }

    /** A location or a long constant. */
    private static byte[] skipped(ByteBuffer bytes, int length) {
        bytes.position(bytes.position() + length);
        return new byte[0];
    }
}
