package org.klpls.core.real.variant;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.klpls.core.elf.ElfDraft.HeaderField;
import org.klpls.core.elf.ElfDraft.SectionField;

/** The file as a whole, the ELF header, and each section header: one field with one value that it should not have. */
final class FileVariants {
    private static final Map<HeaderField, List<Long>> HEADER = new TreeMap<>(Map.ofEntries(
            Map.entry(HeaderField.CLASS, List.of(0L, 1L, 9L)), Map.entry(HeaderField.DATA, List.of(0L, 2L, 9L)),
            Map.entry(HeaderField.IDENT_VERSION, List.of(0L, 2L)), Map.entry(HeaderField.OSABI, List.of(3L, 255L)),
            Map.entry(HeaderField.TYPE, List.of(0L, 2L, 3L, 4L, 0xffffL)),
            Map.entry(HeaderField.MACHINE, List.of(0L, 3L, 183L, 0xffffL)),
            Map.entry(HeaderField.VERSION, List.of(0L, 7L)), Map.entry(HeaderField.ENTRY, List.of(0x1000L)),
            Map.entry(HeaderField.PHOFF, List.of(64L, -1L)),
            Map.entry(HeaderField.SHOFF, List.of(0L, 1L, 64L, 0x1000_0000L, -64L)),
            Map.entry(HeaderField.FLAGS, List.of(1L)), Map.entry(HeaderField.EHSIZE, List.of(0L, 65L)),
            Map.entry(HeaderField.PHENTSIZE, List.of(1L)), Map.entry(HeaderField.PHNUM, List.of(1L, 0xffffL)),
            Map.entry(HeaderField.SHENTSIZE, List.of(0L, 63L, 65L, 128L)),
            Map.entry(HeaderField.SHNUM, List.of(0L, 1L, 2L, 20L, 0xff00L, 0xffffL)),
            Map.entry(HeaderField.SHSTRNDX, List.of(0L, 3L, 9999L, 0xffffL))));

    private static final List<String> SECTIONS = List.of(".text", ".data", ".bss", ".modinfo", "__versions",
            ".gnu.linkonce.this_module", ".symtab", ".strtab", ".shstrtab", ".rela.data", ".klp.rela.vmlinux..data",
            "__mcount_loc", ".rodata.str1.1");

    private static final long NOBITS = 8;
    private static final long ALLOC = 2;
    private static final long WRITE_EXEC_ALLOC = 7;

    /** Of each of these sections. */
    private static final Map<SectionField, List<Long>> SECTION = new TreeMap<>(Map.of(SectionField.NAME,
            List.of(0L, 0xff_ffffL), SectionField.TYPE, List.of(0L, NOBITS), SectionField.FLAGS,
            List.of(0L, ALLOC, WRITE_EXEC_ALLOC), SectionField.ADDR, List.of(0x1000L), SectionField.OFFSET,
            List.of(0x1000_0000L, -8L), SectionField.SIZE, List.of(0x10_0000_0000L, -1L), SectionField.LINK,
            List.of(0L, 9999L), SectionField.INFO, List.of(9999L), SectionField.ALIGN, List.of(0L, 3L, 0x8000_0000L),
            SectionField.ENTSIZE, List.of(0L, 7L)));

    private FileVariants() {}

    static Stream<Variant> all() {
        return Stream.of(whole(), header(), sections()).flatMap(List::stream);
    }

    private static List<Variant> whole() {
        return List.of(file("empty", 0), file("one_byte", 1), file("shorter_than_a_header", 60),
                file("a_header_alone", 64), Variant.ofFile("file_cut_in_half", Bases.KLP,
                        bytes -> Arrays.copyOf(bytes, bytes.length / 2)),
                Variant.ofFile("file_without_its_last_byte", Bases.KLP,
                        bytes -> Arrays.copyOf(bytes, bytes.length - 1)),
                appended("garbage_behind_it", "garbage"), appended("signature_mark_alone", SIGNED),
                appended("signature_of_nothing", "\0\0\0\0\0\0\0\0\0\0\0\0" + SIGNED),
                appended("signature_not_pkcs7", signature(2, 8, "12345678")),
                appended("signature_longer_than_the_file", signature(2, 0x7fff_ffff, "")),
                appended("signature_of_an_unknown_kind", signature(0, 8, "12345678")),
                appended("signature_garbage", signature(2, 4, "\0\1\2\3")),
                magic("no_magic", 0), magic("magic_without_e", 1), magic("magic_without_f", 3),
                Variant.ofFile("file_is_gzip", Bases.KLP, FileVariants::gzipMagic),
                Variant.ofFile("file_is_text", Bases.KLP,
                        bytes -> "#!/bin/sh\n".repeat(100).getBytes(StandardCharsets.US_ASCII)));
    }

    /** Source: include/linux/module_signature.h MODULE_SIG_STRING, v6.1. */
    private static final String SIGNED = "~Module signature appended~\n";

    private static String signature(int kind, int length, String content) {
        String size = new String(ByteBuffer.allocate(4).putInt(length).array(), StandardCharsets.ISO_8859_1);
        return content + "\0\0" + (char) kind + "\0\0\0\0\0" + size + SIGNED;
    }

    private static Variant appended(String name, String text) {
        return Variant.ofFile("file_" + name, Bases.KLP,
                bytes -> Edits.concat(bytes, text.getBytes(StandardCharsets.ISO_8859_1)));
    }

    private static Variant file(String name, int length) {
        return Variant.ofFile("file_" + name, Bases.KLP, bytes -> Arrays.copyOf(bytes, length));
    }

    private static Variant magic(String name, int index) {
        return Variant.ofFile("file_" + name, Bases.KLP, bytes -> {
            bytes[index] = 'x';
            return bytes;
        });
    }

    private static byte[] gzipMagic(byte[] bytes) {
        ByteBuffer.wrap(bytes).order(ByteOrder.BIG_ENDIAN).putInt(0, 0x1f8b0800);
        return bytes;
    }

    private static List<Variant> header() {
        List<Variant> variants = new ArrayList<>();
        HEADER.forEach((field, values) -> values.forEach(value -> variants.add(Variant.of(
                "header_" + field.name().toLowerCase(java.util.Locale.ROOT) + "_" + hex(value), Bases.KLP,
                draft -> draft.field(field, value)))));
        return variants;
    }

    private static List<Variant> sections() {
        List<Variant> variants = new ArrayList<>();
        for (String section : SECTIONS) {
            SECTION.forEach((field, values) -> values.forEach(value -> variants.add(Variant.of(
                    "section" + section.replaceAll("\\W+", "_").replaceFirst("^_?", "_") + "_"
                            + field.name().toLowerCase(java.util.Locale.ROOT) + "_" + hex(value),
                    Bases.KLP, draft -> draft.field(section, field, value)))));
        }
        return variants;
    }

    private static String hex(long value) {
        return Long.toHexString(value);
    }
}
