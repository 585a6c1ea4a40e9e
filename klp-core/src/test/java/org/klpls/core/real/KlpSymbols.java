package org.klpls.core.real;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.klpls.core.elf.ElfDraft;
import org.klpls.core.elf.ElfSymbol;
import org.klpls.core.elf.SectionHeader;

/**
 * A livepatch that reaches kernel symbols which are not exported: built with them undefined, then given klp symbols and
 * klp relocation sections. Source: Documentation/livepatch/module-elf-format.rst, v6.1.
 */
public final class KlpSymbols {
    /** Uses a variable and two functions of vmlinux; "show" is ambiguous, and its second occurrence is meant. */
    static final LivepatchText SOURCE = LivepatchText.GOOD.functions("""
            extern char *saved_command_line;
            extern int uptime_proc_show(struct seq_file *m, void *v);
            extern void show(void);

            static char **klpp_line __used = &saved_command_line;

            static int klpp_cmdline_proc_show(struct seq_file *m, void *v)
            {
            	seq_printf(m, "%s %px\\n", saved_command_line, show);
            	return uptime_proc_show(m, v);
            }
            """);

    static final String TEXT = ".klp.rela.vmlinux..text";
    static final String DATA = ".klp.rela.vmlinux..data";

    static final String LINE = ".klp.sym.vmlinux.saved_command_line,0";
    static final String UPTIME = ".klp.sym.vmlinux.uptime_proc_show,1";
    static final String SHOW = ".klp.sym.vmlinux.show,2";

    private static final Map<String, String> KLP_NAMES = new LinkedHashMap<>(
            Map.of("saved_command_line", LINE, "uptime_proc_show", UPTIME, "show", SHOW));

    private KlpSymbols() {}

    /** Makes the undefined symbols of {@link #SOURCE} klp symbols. */
    static void convert(ElfDraft draft) {
        convert(draft, "vmlinux", KLP_NAMES);
    }

    /**
     * Makes undefined symbols klp symbols, and moves their relocations of allocated sections to klp sections.
     *
     * @param object whose klp relocation sections they come into
     * @param klpNames by the names that the symbols have
     */
    public static void convert(ElfDraft draft, String object, Map<String, String> klpNames) {
        List<Integer> converted = new ArrayList<>();
        klpNames.forEach((name, klpName) -> {
            ElfDraft.Symbol symbol = draft.symbol(name);
            symbol.name = klpName;
            symbol.shndx = ElfSymbol.SHN_LIVEPATCH;
            converted.add(draft.symbolIndex(klpName));
        });
        for (ElfDraft.Section section : List.copyOf(draft.sections)) {
            if (section.type != SectionHeader.SHT_RELA || section.name.startsWith(".klp.")) {
                continue;
            }
            ElfDraft.Section target = draft.sections.get(section.info);
            List<ElfDraft.Entry> klp = section.relas().stream().filter(e -> converted.contains(e.symbol())).toList();
            if (klp.isEmpty() || (target.flags & SectionHeader.SHF_ALLOC) == 0) {
                continue;
            }
            section.relas(section.relas().stream().filter(e -> !converted.contains(e.symbol())).toList());
            draft.relocations(".klp.rela." + object + "." + target.name,
                    SectionHeader.SHF_ALLOC | SectionHeader.SHF_RELA_LIVEPATCH, target.name).relas(klp);
        }
    }
}
