package org.klpls.core.module;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.klpls.core.elf.ElfDraft;
import org.klpls.core.elf.ElfSymbol;
import org.klpls.core.elf.SectionHeader;
import org.klpls.core.kernel.FixtureKernel;

/**
 * A small livepatch without a defect, and the kernel that accepts it; tests break the one or the other. It replaces
 * cmdline_proc_show, and reaches saved_command_line and the second init_once by klp symbols.
 */
public final class LivepatchFixture {
    public static final Path PATH = Path.of("fixture.ko");

    public static final int NONE = 0;
    public static final int ABS64 = 1;
    public static final int PC32 = 2;
    public static final int PLT32 = 4;
    public static final int ABS32 = 10;
    public static final int ABS32S = 11;
    public static final int PC64 = 24;

    public static final String KLP_TEXT = ".klp.rela.vmlinux..text";
    public static final String KLP_DATA = ".klp.rela.vmlinux..data";
    public static final String SAVED = ".klp.sym.vmlinux.saved_command_line,0";
    public static final String INIT_ONCE = ".klp.sym.vmlinux.init_once,2";

    private static final long AX = SectionHeader.SHF_ALLOC | SectionHeader.SHF_EXECINSTR;
    private static final long WA = SectionHeader.SHF_ALLOC | SectionHeader.SHF_WRITE;
    private static final long KLP = SectionHeader.SHF_ALLOC | SectionHeader.SHF_RELA_LIVEPATCH;
    private static final int GLOBAL = 0x10;
    private static final int FUNC = 2;
    private static final int OBJECT = 1;

    /** Struct sizes and offsets other than those of any real kernel: nothing may know them by heart. */
    private static final String KERNEL = """
            @release 6.1.0-fixture
            @vermagic 6.1.0-fixture SMP preempt mod_unload modversions\u0020
            @layout klp_patch 48 states:0:8 objs:8:8 mod:16:8 replace:24:1
            @layout klp_object 32 funcs:8:8 name:16:8
            @layout klp_func 40 new_func:0:8 old_name:16:8 old_sympos:24:8
            @layout module 256 state:0:4 name:24:56
            @export klp_enable_patch vmlinux gpl - 11111111
            @export module_layout vmlinux all - 22222222
            @export seq_printf vmlinux all - 33333333
            vmlinux ffffffff81000100 T klp_enable_patch     yes   text    64
            vmlinux ffffffff81000200 T seq_printf           yes   text    64
            vmlinux ffffffff81001000 t cmdline_proc_show    yes   text    48
            vmlinux ffffffff81002000 t init_once            yes   text    32
            vmlinux ffffffff81003000 t init_once            yes   text    32
            vmlinux ffffffff81004000 t do_syscall_64        no    noinstr 64
            vmlinux ffffffff81004100 t native_sched_clock   no    text    64
            vmlinux ffffffff82000000 T start_kernel         freed init    64
            vmlinux ffffffff82800000 D saved_command_line   no    data    8
            """;

    private LivepatchFixture() {}

    public static FixtureKernel kernel() {
        return kernelWith("");
    }

    /** The same kernel with more lines. */
    public static FixtureKernel kernelWith(String lines) {
        return FixtureKernel.of(KERNEL + lines);
    }

    public static LivepatchModule read(ElfDraft draft) {
        return LivepatchModule.of(PATH, draft.build()).module().orElseThrow();
    }

    /** The module without a defect. */
    public static ElfDraft good() {
        ElfDraft draft = ElfDraft.empty();
        // klpp_cmdline: lea saved_command_line; call seq_printf. At 0x20 init: mov $patch,%rdi; jmp klp_enable_patch.
        byte[] text = new byte[0x40];
        put(text, 0, 0x48, 0x8b, 0x15, 0, 0, 0, 0, 0xe8, 0, 0, 0, 0, 0xc3);
        put(text, 0x20, 0x48, 0xc7, 0xc7, 0, 0, 0, 0, 0xe9, 0, 0, 0, 0);
        draft.section(".text", SectionHeader.SHT_PROGBITS, AX).data(text).align(16);
        draft.section(".modinfo", SectionHeader.SHT_PROGBITS, SectionHeader.SHF_ALLOC).data(modinfo(
                "license=GPL", "livepatch=Y", "depends=", "retpoline=Y", "intree=Y", "name=fixture",
                "vermagic=6.1.0-fixture SMP preempt mod_unload modversions "));
        draft.section("__versions", SectionHeader.SHT_PROGBITS, SectionHeader.SHF_ALLOC).data(versions()).align(32);
        draft.section(".rodata.str1.1", SectionHeader.SHT_PROGBITS, SectionHeader.SHF_ALLOC)
                .data("\0cmdline_proc_show\0".getBytes(StandardCharsets.ISO_8859_1));
        // patch at 0, objs at 48 (two entries), funcs at 112 (two entries), p_once at 192
        draft.section(".data", SectionHeader.SHT_PROGBITS, WA).data(new byte[200]).align(32);
        draft.section(".gnu.linkonce.this_module", SectionHeader.SHT_PROGBITS, WA).data(thisModule()).align(64);
        draft.section(".bss", SectionHeader.SHT_NOBITS, WA).align(8).size = 16;
        addSymbolsAndRelocations(draft);
        return draft;
    }

    private static void addSymbolsAndRelocations(ElfDraft draft) {
        int text = draft.index(".text");
        int data = draft.index(".data");
        int strings = draft.symbol("", 3, draft.index(".rodata.str1.1"), 0, 0);
        int replacement = draft.symbol("klpp_cmdline_proc_show", FUNC, text, 0, 13);
        int patch = draft.symbol("patch", OBJECT, data, 0, 48);
        int objs = draft.symbol("objs", OBJECT, data, 48, 64);
        int funcs = draft.symbol("funcs", OBJECT, data, 112, 80);
        draft.symbol("p_once", GLOBAL | OBJECT, data, 192, 8);
        int init = draft.symbol("init_module", GLOBAL | FUNC, text, 0x20, 12);
        int module = draft.symbol("__this_module", GLOBAL | OBJECT, draft.index(".gnu.linkonce.this_module"), 0, 256);
        int enable = draft.symbol("klp_enable_patch", GLOBAL, 0, 0, 0);
        int printf = draft.symbol("seq_printf", GLOBAL, 0, 0, 0);
        int saved = draft.symbol(SAVED, GLOBAL, ElfSymbol.SHN_LIVEPATCH, 0, 0);
        int once = draft.symbol(INIT_ONCE, GLOBAL, ElfSymbol.SHN_LIVEPATCH, 0, 0);
        draft.relocations(".rela.text", 0, ".text").relas(List.of(new ElfDraft.Entry(8, PLT32, printf, -4),
                new ElfDraft.Entry(0x23, ABS32S, patch, 0), new ElfDraft.Entry(0x28, PLT32, enable, -4)));
        draft.relocations(".rela.data", 0, ".data").relas(List.of(new ElfDraft.Entry(16, ABS64, module, 0),
                new ElfDraft.Entry(8, ABS64, objs, 0), new ElfDraft.Entry(48 + 8, ABS64, funcs, 0),
                new ElfDraft.Entry(112, ABS64, replacement, 0), new ElfDraft.Entry(112 + 16, ABS64, strings, 1)));
        draft.relocations(".rela.gnu.linkonce.this_module", 0, ".gnu.linkonce.this_module")
                .relas(List.of(new ElfDraft.Entry(128, ABS64, init, 0)));
        draft.relocations(KLP_TEXT, KLP, ".text").relas(List.of(new ElfDraft.Entry(3, PC32, saved, -4)));
        draft.relocations(KLP_DATA, KLP, ".data").relas(List.of(new ElfDraft.Entry(192, ABS64, once, 0)));
    }

    /** Replaces, adds or (with an empty value) removes one key of .modinfo. */
    public static void setModinfo(ElfDraft draft, String key, String pair) {
        ElfDraft.Section section = draft.section(".modinfo");
        List<String> pairs = new ArrayList<>(
                List.of(new String(section.data, StandardCharsets.ISO_8859_1).split("\0")));
        pairs.removeIf(p -> p.startsWith(key + "="));
        if (!pair.isEmpty()) {
            pairs.add(pair);
        }
        section.data = modinfo(pairs.toArray(String[]::new));
    }

    /** Adds an object entry's name, or a func's, to .rodata.str1.1 and gives its offset there. */
    public static int addString(ElfDraft draft, String text) {
        ElfDraft.Section section = draft.section(".rodata.str1.1");
        int at = section.data.length;
        section.data = (new String(section.data, StandardCharsets.ISO_8859_1) + text + "\0")
                .getBytes(StandardCharsets.ISO_8859_1);
        return at;
    }

    private static byte[] modinfo(String... pairs) {
        return (String.join("\0", pairs) + "\0").getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] versions() {
        byte[] all = new byte[3 * 64];
        int at = 0;
        for (String name : List.of("module_layout", "seq_printf", "klp_enable_patch")) {
            int crc = switch (name) {
                case "module_layout" -> 0x22222222;
                case "seq_printf" -> 0x33333333;
                default -> 0x11111111;
            };
            put(all, at, crc & 0xff, crc & 0xff, crc & 0xff, crc & 0xff);
            byte[] text = name.getBytes(StandardCharsets.ISO_8859_1);
            System.arraycopy(text, 0, all, at + 8, text.length);
            at += 64;
        }
        return all;
    }

    private static byte[] thisModule() {
        byte[] module = new byte[256];
        byte[] name = "fixture".getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(name, 0, module, 24, name.length);
        return module;
    }

    private static void put(byte[] bytes, int at, int... values) {
        for (int i = 0; i < values.length; i++) {
            bytes[at + i] = (byte) values[i];
        }
    }
}
