package org.klpls.core.real.variant;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.klpls.core.elf.ElfDraft;
import org.klpls.core.real.Modinfo;

/** What a module says of itself, the checksums of what it uses, and struct module. */
final class ModinfoVariants {
    private static final int VERSION_SIZE = 64;
    private static final int VERSION_NAME = 8;

    /** Where struct module has its name. Source: include/linux/module.h, v6.1 and v6.12: state, then a list. */
    private static final int MODULE_NAME = 24;

    private ModinfoVariants() {}

    static Stream<Variant> all() {
        return Stream.of(keys(), vermagic(), versions(), structModule()).flatMap(List::stream);
    }

    private static List<Variant> keys() {
        List<Variant> variants = new ArrayList<>();
        for (String key : List.of("license", "livepatch", "vermagic", "name", "retpoline", "depends")) {
            variants.add(variant("without_" + key, draft -> Modinfo.remove(draft, key)));
            variants.add(variant(key + "_empty", draft -> Modinfo.set(draft, key, "")));
        }
        for (String license : List.of("Proprietary", "gpl", "GPL v2", "GPL and additional rights", "Dual MIT/GPL",
                "Dual MPL/GPL", "Dual BSD/GPL", "BSD", "GPL v3", "GPL ")) {
            variants.add(variant("license_" + license.replaceAll("\\W", "_"),
                    draft -> Modinfo.set(draft, "license", license)));
        }
        variants.add(set("livepatch", "N"));
        variants.add(set("intree", "Y"));
        variants.add(set("staging", "Y"));
        variants.add(set("import_ns", "NO_SUCH_SPACE"));
        variants.add(set("depends", "no_such_module"));
        variants.add(set("name", "another_name"));
        variants.add(set("version", "1.2"));
        variants.add(set("srcversion", "0123"));
        variants.add(set("parm", "nonsense"));
        variants.add(set("retpoline", "N"));
        variants.add(variant("no_equals_sign", draft -> Edits.replaceText(draft, Modinfo.SECTION, "livepatch=Y",
                "livepatch:Y")));
        variants.add(variant("livepatch_in_another_key", draft -> Edits.replaceText(draft, Modinfo.SECTION,
                "livepatch=Y", "xivepatch=Y")));
        variants.add(variant("last_string_without_an_end", draft -> {
            byte[] data = draft.section(Modinfo.SECTION).data;
            draft.section(Modinfo.SECTION).data = java.util.Arrays.copyOf(data, data.length - 1);
        }));
        variants.add(variant("license_twice", draft -> Modinfo.add(draft, "license", "Proprietary")));
        variants.add(variant("section_renamed", draft -> draft.section(Modinfo.SECTION).name = ".modinfx"));
        variants.add(variant("section_empty", draft -> draft.section(Modinfo.SECTION).data = new byte[0]));
        return variants;
    }

    private static List<Variant> vermagic() {
        List<Variant> variants = new ArrayList<>();
        for (String word : List.of(" SMP", " preempt", " mod_unload", " modversions")) {
            variants.add(variant("vermagic_without" + word.replace(' ', '_'), draft -> Modinfo.set(draft, "vermagic",
                    Modinfo.value(draft, "vermagic").replaceFirst(word, ""))));
        }
        variants.add(variant("vermagic_of_another_release", draft -> Modinfo.set(draft, "vermagic",
                Modinfo.value(draft, "vermagic").replaceFirst("^\\S+", "5.10.0-1-amd64"))));
        variants.add(variant("vermagic_of_the_release_alone", draft -> Modinfo.set(draft, "vermagic",
                Modinfo.value(draft, "vermagic").replaceFirst(" .*", ""))));
        variants.add(variant("vermagic_without_last_blank", draft -> Modinfo.set(draft, "vermagic",
                Modinfo.value(draft, "vermagic").stripTrailing())));
        variants.add(variant("vermagic_twice", draft -> Modinfo.add(draft, "vermagic", "5.10.0 SMP ")));
        return variants;
    }

    private static List<Variant> versions() {
        List<Variant> variants = new ArrayList<>();
        for (String symbol : List.of("module_layout", "klp_enable_patch", "seq_printf", "__x86_return_thunk",
                "__fentry__")) {
            variants.add(variant("crc_of_" + symbol + "_wrong",
                    draft -> Edits.bytes(draft, "__versions", version(draft, symbol), 4, 0x1234_5678)));
            variants.add(variant("crc_of_" + symbol + "_missing",
                    draft -> draft.section("__versions").data[version(draft, symbol) + VERSION_NAME] ^= 0x20));
        }
        variants.add(variant("crc_of_what_is_not_used",
                draft -> draft.section("__versions").data = Edits.concat(draft.section("__versions").data,
                        new byte[VERSION_SIZE])));
        variants.add(variant("crcs_missing", draft -> draft.section("__versions").name = "__wersions"));
        variants.add(variant("crcs_cut", draft -> draft.section("__versions").data = java.util.Arrays
                .copyOf(draft.section("__versions").data, VERSION_SIZE + VERSION_SIZE / 2)));
        variants.add(variant("crc_wide",
                draft -> Edits.bytes(draft, "__versions", version(draft, "seq_printf") + 4, 4, 1)));
        return variants;
    }

    private static int version(ElfDraft draft, String symbol) {
        byte[] data = draft.section("__versions").data;
        for (int at = 0; at + VERSION_SIZE <= data.length; at += VERSION_SIZE) {
            String name = new String(data, at + VERSION_NAME, VERSION_SIZE - VERSION_NAME,
                    java.nio.charset.StandardCharsets.ISO_8859_1);
            if (name.substring(0, name.indexOf('\0')).equals(symbol)) {
                return at;
            }
        }
        throw new IllegalArgumentException(symbol);
    }

    private static List<Variant> structModule() {
        String section = ".gnu.linkonce.this_module";
        return List.of(
                variant("struct_module_missing", draft -> draft.section(section).name = ".gnu.linkonce.that_module"),
                variant("struct_module_short", draft -> draft.section(section).data = java.util.Arrays
                        .copyOf(draft.section(section).data, 64)),
                variant("struct_module_empty", draft -> draft.section(section).data = new byte[0]),
                variant("struct_module_longer", draft -> draft.section(section).data = java.util.Arrays
                        .copyOf(draft.section(section).data, draft.section(section).data.length + 64)),
                variant("struct_module_not_loaded", draft -> draft.section(section).flags = 0),
                variant("struct_module_without_name", draft -> draft.section(section).data[MODULE_NAME] = 0),
                variant("struct_module_with_another_name", draft -> draft.section(section).data[MODULE_NAME] = 'x'),
                variant("struct_module_name_with_a_slash", draft -> draft.section(section).data[MODULE_NAME] = '/'),
                variant("struct_module_name_of_vmlinux", draft -> {
                    byte[] name = "vmlinux\0".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
                    System.arraycopy(name, 0, draft.section(section).data, MODULE_NAME, name.length);
                }),
                variant("struct_module_without_init", draft -> {
                    ElfDraft.Section relas = draft.section(".rela" + section);
                    relas.relas(relas.relas().subList(1, 2));
                }),
                variant("struct_module_without_relocations",
                        draft -> draft.section(".rela" + section).relas(List.of())),
                variant("struct_module_misaligned", draft -> draft.section(section).align = 1));
    }

    private static Variant set(String key, String value) {
        return variant(key + "_is_" + value, draft -> Modinfo.set(draft, key, value));
    }

    private static Variant variant(String name, Consumer<ElfDraft> change) {
        return Variant.of("modinfo_" + name, Bases.KLP, change);
    }
}
