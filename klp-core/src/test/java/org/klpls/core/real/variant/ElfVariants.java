package org.klpls.core.real.variant;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.klpls.core.elf.ElfDraft;
import org.klpls.core.elf.ElfDraft.SectionField;
import org.klpls.core.elf.ElfHeader;
import org.klpls.core.elf.ElfSymbol;
import org.klpls.core.elf.SectionHeader;

/** What ELF allows a relocatable file to have and modules seldom have, truthful and lying; and signatures behind it. */
final class ElfVariants {
    private static final int SHT_NOTE = 7;
    private static final int SHT_GROUP = 17;
    private static final long SHF_GROUP = 0x200;
    private static final long SHF_COMPRESSED = 0x800;
    /** From here on ELF wants extended numbering; the kernel counts on in 16 bits. */
    private static final int MANY = 65_400;

    /** CMS SignedData of `openssl cms -sign -nocerts -noattr -keyid`: sha256, by a key that no kernel has. */
    private static final String BY_KEY = "3081b006092a864886f70d010702a081a230819f020103310d300b06096086480165030402013"
            + "00b06092a864886f70d010701317e307c0201038014692fdb1e343d2133f085633b63d3f8facefb13b0300b06096086480165"
            + "03040201300a06082a8648ce3d04030204483046022100e0b8792ef477877f060419518ccc9cc3b960b4817ee39e9b4b308dd3"
            + "16afb778022100f1f6d4105f4e1328ecd5353d63ac7232705c4f3d83f544a9a8836cc1a81649c0";
    /** The same of `openssl smime`: sha512, the signer told by issuer and serial number, as kernels are signed. */
    private static final String BY_SERIAL = "3081c506092a864886f70d010702a081b73081b4020101310f300d060960864801650304020"
            + "30500300b06092a864886f70d01070131819030818d0201013024300c310a300806035504030c016b02140439e20a458419b2"
            + "93bd5adbf3a1e9a878c55ed1300d06096086480165030402030500300a06082a8648ce3d0403040447304502200d8abb318662"
            + "d5fa8eb642590bcfdf7ba6e437f0abd443f8202db47615963d5d02210088e15952f56d4ffb0d7f80b130dfe10487618187228658"
            + "360d824f6daa3e728a";

    private ElfVariants() {}

    static List<Variant> all() {
        return Stream.of(numbering(), tables(), contents(), signatures()).flatMap(List::stream).toList();
    }

    private static List<Variant> numbering() {
        return List.of(of("extended_numbering", draft -> extended(draft, true, true)),
                of("extended_count_alone", draft -> extended(draft, true, false)),
                of("extended_names_alone", draft -> extended(draft, false, true)),
                of("no_count_and_an_empty_section_0", draft -> draft.lastly(file -> file.putShort(60, (short) 0))),
                of("sections_65400", ElfVariants::manySections));
    }

    /** What stands in section 0 where e_shnum or e_shstrndx cannot tell it. */
    private static void extended(ElfDraft draft, boolean count, boolean names) {
        int sections = draft.sections.size();
        int table = draft.index(".shstrtab");
        draft.lastly(file -> {
            if (count) {
                file.putShort(60, (short) 0);
                draft.put(file, 0, SectionField.SIZE, sections);
            }
            if (names) {
                file.putShort(62, (short) ElfHeader.SHN_XINDEX);
                draft.put(file, 0, SectionField.LINK, table);
            }
        });
    }

    private static void manySections(ElfDraft draft) {
        while (draft.sections.size() < MANY) {
            draft.section(".comment", SectionHeader.SHT_PROGBITS, 0);
        }
    }

    private static List<Variant> tables() {
        return List.of(of("symtab_shndx_unused", draft -> indices(draft, new byte[4 * draft.symbols.size()])),
                of("symtab_shndx_used", draft -> {
                    ElfDraft.Symbol symbol = draft.symbol("klpp_types");
                    ByteBuffer table = ByteBuffer.allocate(4 * draft.symbols.size()).order(ByteOrder.LITTLE_ENDIAN);
                    table.putInt(4 * draft.symbolIndex("klpp_types"), symbol.shndx);
                    symbol.shndx = ElfSymbol.SHN_XINDEX;
                    indices(draft, table.array());
                }), of("symtab_shndx_too_short", draft -> {
                    draft.symbol("klpp_types").shndx = ElfSymbol.SHN_XINDEX;
                    indices(draft, new byte[4]);
                }), of("group", draft -> group(draft, draft.index(".text"))),
                of("group_of_what_is_not_there", draft -> group(draft, 9999)),
                of("two_symbol_tables", draft -> draft.section(".symtab2", SectionHeader.SHT_SYMTAB, 0)
                        .data(new byte[ElfSymbol.SIZE]).link = draft.index(".strtab")),
                of("two_string_tables", draft -> draft.section(".strtab2", SectionHeader.SHT_STRTAB, 0)
                        .data(new byte[]{0, 'x', 0})));
    }

    private static void indices(ElfDraft draft, byte[] table) {
        ElfDraft.Section section = draft.section(".symtab_shndx", SectionHeader.SHT_SYMTAB_SHNDX, 0).data(table);
        section.link = draft.index(".symtab");
        section.entsize = 4;
    }

    private static void group(ElfDraft draft, int member) {
        ByteBuffer content = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putInt(1).putInt(member);
        ElfDraft.Section group = draft.section(".group", SHT_GROUP, 0).data(content.array());
        group.link = draft.index(".symtab");
        group.info = draft.symbolIndex("init_module");
        group.entsize = 4;
        draft.section(".text").flags |= SHF_GROUP;
    }

    private static List<Variant> contents() {
        byte[] zlib = HexFormat.of()
                .parseHex("010000000000000003000000000000000100000000000000" + "789c4b4c4a0600024d0127");
        byte[] lying = zlib.clone();
        Arrays.fill(lying, 8, 16, (byte) 0x7f);
        return List.of(of("compressed_debug_info", draft -> debug(draft, ".debug_str", SHF_COMPRESSED, zlib)),
                of("compressed_debug_info_lying", draft -> debug(draft, ".debug_str", SHF_COMPRESSED, lying)),
                of("zdebug", draft -> debug(draft, ".zdebug_str", 0,
                        "ZLIB\0\0\0\0\0\0\0\3garbage".getBytes(StandardCharsets.ISO_8859_1))),
                of("text_said_to_be_compressed", draft -> draft.section(".text").flags |= SHF_COMPRESSED),
                of("note_longer_than_its_section", draft -> draft
                        .section(".note.odd", SHT_NOTE, SectionHeader.SHF_ALLOC).align(4)
                        .data(new byte[]{-1, -1, -1, 0x7f, -1, -1, -1, 0x7f, 1, 0, 0, 0, 'x', 0, 0, 0})),
                of("note_not_loaded", draft -> draft.section(".note.odd", SHT_NOTE, 0).data(new byte[5])),
                of("section_of_a_type_of_its_own",
                        draft -> draft.section(".odd", 0x7fff_0001, SectionHeader.SHF_ALLOC).data(new byte[8])));
    }

    private static void debug(ElfDraft draft, String name, long flags, byte[] content) {
        draft.section(name, SectionHeader.SHT_PROGBITS, flags).data(content);
    }

    private static List<Variant> signatures() {
        byte[] key = HexFormat.of().parseHex(BY_KEY);
        byte[] serial = HexFormat.of().parseHex(BY_SERIAL);
        return List.of(signed("signature_by_key", key, key.length),
                signed("signature_by_serial", serial, serial.length),
                signed("signature_cut", Arrays.copyOf(key, 100), 100),
                signed("signature_with_bytes_behind_it", Edits.concat(key, new byte[3]), key.length + 3),
                signed("signature_shorter_than_it_says", key, key.length + 1),
                signed("signature_longer_than_it_says", key, key.length - 1),
                signed("signature_hash_unknown", changed(key, 36, 0x7f), key.length),
                signed("signature_signers_hash_unknown", changed(key, 92, 0x7f), key.length),
                signed("signature_outer_length_lies", changed(key, 2, 0xff), key.length),
                signed("signature_inner_length_lies", changed(key, 54, 0x10), key.length),
                signed("signature_of_other_content", changed(key, 13, 0x01), key.length),
                Variant.ofFile("elf_signature_as_long_as_the_module", Bases.KLP,
                        file -> Edits.concat(file, mark(file.length))),
                Variant.ofFile("elf_signature_as_long_as_all_but_a_byte", Bases.KLP,
                        file -> Edits.concat(file, mark(file.length - 1))),
                Variant.ofFile("elf_signature_twice", Bases.KLP, file -> Edits.concat(
                        Edits.concat(Edits.concat(file, key), mark(key.length)), Edits.concat(key, mark(key.length)))));
    }

    private static byte[] changed(byte[] bytes, int at, int value) {
        byte[] other = bytes.clone();
        other[at] = (byte) value;
        return other;
    }

    private static Variant signed(String name, byte[] signature, int length) {
        return Variant.ofFile("elf_" + name, Bases.KLP,
                file -> Edits.concat(Edits.concat(file, signature), mark(length)));
    }

    /** struct module_signature of a PKCS#7 message of this length, and the mark. */
    private static byte[] mark(int length) {
        byte[] struct = ByteBuffer.allocate(12).put(2, (byte) 2).putInt(8, length).array();
        return Edits.concat(struct, "~Module signature appended~\n".getBytes(StandardCharsets.US_ASCII));
    }

    private static Variant of(String name, Consumer<ElfDraft> change) {
        return Variant.of("elf_" + name, Bases.KLP, change);
    }
}
