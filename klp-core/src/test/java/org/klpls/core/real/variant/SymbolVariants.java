package org.klpls.core.real.variant;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.klpls.core.elf.ElfDraft;
import org.klpls.core.elf.ElfSymbol;

/** Symbols, and the names of klp symbols. */
final class SymbolVariants {
    private static final String LONG = "n".repeat(600);

    /** Names for the klp symbol of saved_command_line. */
    private static final Map<String, String> NAMES = new TreeMap<>(Map.ofEntries(
            Map.entry("plain", "saved_command_line"), Map.entry("empty", ""), Map.entry("prefix_alone", ".klp.sym."),
            Map.entry("prefix_misspelt", ".klp.symbol.vmlinux.saved_command_line,0"),
            Map.entry("prefix_upper_case", ".KLP.sym.vmlinux.saved_command_line,0"),
            Map.entry("blank_before", " .klp.sym.vmlinux.saved_command_line,0"),
            Map.entry("without_object", ".klp.sym.saved_command_line,0"),
            Map.entry("object_empty", ".klp.sym..saved_command_line,0"),
            Map.entry("object_upper_case", ".klp.sym.VMLINUX.saved_command_line,0"),
            Map.entry("object_with_blank", ".klp.sym.vm linux.saved_command_line,0"),
            Map.entry("object_with_comma", ".klp.sym.vm,linux.saved_command_line,0"),
            Map.entry("object_with_dot", ".klp.sym.vm.linux.saved_command_line,0"),
            Map.entry("object_of_55", ".klp.sym." + "m".repeat(55) + ".saved_command_line,0"),
            Map.entry("object_of_56", ".klp.sym." + "m".repeat(56) + ".saved_command_line,0"),
            Map.entry("object_not_loaded", ".klp.sym.klp_target.saved_command_line,0"),
            Map.entry("symbol_empty", ".klp.sym.vmlinux.,0"),
            Map.entry("symbol_unknown", ".klp.sym.vmlinux.no_such_symbol,0"),
            Map.entry("symbol_with_dot", ".klp.sym.vmlinux.saved.command,0"),
            Map.entry("symbol_with_blank_behind", ".klp.sym.vmlinux.saved_command_line ,0"),
            Map.entry("symbol_upper_case", ".klp.sym.vmlinux.SAVED_COMMAND_LINE,0"),
            Map.entry("symbol_of_511", ".klp.sym.vmlinux." + LONG.substring(0, 511) + ",0"),
            Map.entry("symbol_of_512", ".klp.sym.vmlinux." + LONG.substring(0, 512) + ",0"),
            Map.entry("symbol_of_600", ".klp.sym.vmlinux." + LONG + ",0"),
            Map.entry("symbol_of_5000", ".klp.sym.vmlinux." + "n".repeat(5000) + ",0"),
            Map.entry("without_sympos", ".klp.sym.vmlinux.saved_command_line"),
            Map.entry("without_comma", ".klp.sym.vmlinux.saved_command_line 0"),
            Map.entry("sympos_empty", ".klp.sym.vmlinux.saved_command_line,"),
            Map.entry("sympos_1", ".klp.sym.vmlinux.saved_command_line,1"),
            Map.entry("sympos_2_of_one", ".klp.sym.vmlinux.saved_command_line,2"),
            Map.entry("sympos_99_of_one", ".klp.sym.vmlinux.saved_command_line,99"),
            Map.entry("sympos_negative", ".klp.sym.vmlinux.saved_command_line,-1"),
            Map.entry("sympos_signed", ".klp.sym.vmlinux.saved_command_line,+1"),
            Map.entry("sympos_letter", ".klp.sym.vmlinux.saved_command_line,x"),
            Map.entry("sympos_leading_zeros", ".klp.sym.vmlinux.saved_command_line,0001"),
            Map.entry("sympos_with_blank_before", ".klp.sym.vmlinux.saved_command_line, 1"),
            Map.entry("sympos_with_garbage_behind", ".klp.sym.vmlinux.saved_command_line,1abc"),
            Map.entry("sympos_hexadecimal", ".klp.sym.vmlinux.saved_command_line,0x1"),
            Map.entry("sympos_of_20_digits", ".klp.sym.vmlinux.saved_command_line,18446744073709551615"),
            Map.entry("sympos_past_64_bits", ".klp.sym.vmlinux.saved_command_line,18446744073709551617"),
            Map.entry("ambiguous_zero", ".klp.sym.vmlinux.show,0"),
            Map.entry("ambiguous_99", ".klp.sym.vmlinux.show,99"),
            Map.entry("function_traced", ".klp.sym.vmlinux.vprintk,0"),
            Map.entry("exported", ".klp.sym.vmlinux.seq_printf,0"),
            Map.entry("init_function", ".klp.sym.vmlinux.start_kernel,0"),
            Map.entry("absolute", ".klp.sym.vmlinux.cpu_tss_rw,0"),
            Map.entry("the_module_itself", ".klp.sym.klp_base.funcs,0")));

    private static final Map<String, Integer> SECTION_NUMBERS = new TreeMap<>(
            Map.of("undefined", ElfSymbol.SHN_UNDEF, "absolute", ElfSymbol.SHN_ABS, "common", 0xfff2, "text", 3,
                    "out_of_range", 500, "reserved_ff00", 0xff00, "reserved_ff21", 0xff21, "xindex", 0xffff,
                    "symtab_itself", 40));

    private SymbolVariants() {}

    static Stream<Variant> all() {
        return Stream.of(names(), klpSymbols(), others()).flatMap(List::stream);
    }

    private static List<Variant> names() {
        List<Variant> variants = new ArrayList<>();
        NAMES.forEach((name, klpName) -> variants.add(variant("klp_name_" + name,
                draft -> draft.symbol(Bases.LINE).name = klpName)));
        return variants;
    }

    private static List<Variant> klpSymbols() {
        List<Variant> variants = new ArrayList<>();
        SECTION_NUMBERS.forEach((name, number) -> {
            variants.add(variant("klp_symbol_" + name, draft -> draft.symbol(Bases.LINE).shndx = number));
            variants.add(variant("used_symbol_" + name, draft -> draft.symbol("seq_printf").shndx = number));
            variants.add(variant("own_symbol_" + name, draft -> draft.symbol("klpp_types").shndx = number));
            variants.add(variant("init_symbol_" + name, draft -> draft.symbol("init_module").shndx = number));
        });
        for (int info : new int[]{0x00, 0x01, 0x02, 0x10, 0x11, 0x12, 0x20, 0x22, 0x36, 0xff}) {
            variants.add(variant("klp_symbol_info_" + Integer.toHexString(info),
                    draft -> draft.symbol(Bases.LINE).info = info));
        }
        variants.add(variant("klp_symbol_value", draft -> draft.symbol(Bases.LINE).value = 0x1234));
        variants.add(variant("klp_symbol_size", draft -> draft.symbol(Bases.LINE).size = 1L << 40));
        variants.add(variant("klp_symbol_other", draft -> draft.symbol(Bases.LINE).other = 0xff));
        variants.add(variant("klp_symbol_undefined_and_weak", draft -> {
            draft.symbol(Bases.LINE).shndx = ElfSymbol.SHN_UNDEF;
            draft.symbol(Bases.LINE).info = 0x20;
        }));
        variants.add(variant("klp_symbol_name_outside", draft -> draft.symbol(Bases.LINE).nameOffset = 0x7fff_ff00));
        variants.add(variant("klp_symbol_unused_with_bad_name",
                draft -> draft.symbol(".klp.sym.nonsense", 0x10, ElfSymbol.SHN_LIVEPATCH, 0, 0)));
        variants.add(variant("klp_symbol_twice",
                draft -> draft.symbol(Bases.LINE, 0x10, ElfSymbol.SHN_LIVEPATCH, 0, 0)));
        return variants;
    }

    private static List<Variant> others() {
        return List.of(variant("used_symbol_renamed", draft -> draft.symbol("seq_printf").name = "seq_printg"),
                variant("used_symbol_not_exported", draft -> draft.symbol("seq_printf").name = "cmdline_proc_show"),
                variant("used_symbol_weak_and_absent", draft -> {
                    draft.symbol("klpp_absent").name = "klpp_absent_too";
                }),
                variant("used_symbol_absent_and_global", draft -> draft.symbol("klpp_absent").info = 0x10),
                variant("used_symbol_local", draft -> draft.symbol("seq_printf").info = 0),
                variant("used_symbol_without_name", draft -> draft.symbol("seq_printf").name = ""),
                variant("used_symbol_name_of_5000", draft -> draft.symbol("seq_printf").name = "n".repeat(5000)),
                variant("got_symbol_absent", draft -> draft.symbol("_GLOBAL_OFFSET_TABLE_", 0x10, 0, 0, 0)),
                variant("lto_common", draft -> draft.symbol("__gnu_lto_slim", 0x11, 0xfff2, 1, 1)),
                variant("symbol_names_outside", draft -> draft.symbol("__x86_return_thunk").nameOffset = 0x7fff_ff00),
                variant("init_symbol_absent", draft -> draft.symbol("init_module").name = "init_nodule"),
                variant("two_bad_ones", draft -> {
                    draft.symbol("seq_printf").name = "seq_printg";
                    draft.symbol("__x86_return_thunk").name = "__x86_return_thunj";
                }),
                variant("symbols_behind_the_table", draft -> draft.symbol("klpp_types").value = 1L << 40));
    }

    private static Variant variant(String name, Consumer<ElfDraft> change) {
        return Variant.of("symbol_" + name, Bases.KLP, change);
    }
}
