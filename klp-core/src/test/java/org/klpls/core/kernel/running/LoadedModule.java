package org.klpls.core.kernel.running;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.klpls.core.elf.ElfSymbol;
import org.klpls.core.elf.SectionHeader;
import org.klpls.core.kernel.KernelSymbol;
import org.klpls.core.kernel.TargetKernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

/**
 * A module and where the kernel put its sections.
 *
 * @param addresses by number of the section
 */
record LoadedModule(ModuleUnderTest file, Map<Integer, Long> addresses) {
    /** A symbol as klpls knows it, and the address that its offset comes to. */
    record Placed(KernelSymbol symbol, long address) {}

    /**
     * /sys/module tells nothing of where per-cpu variables were put, so that place is taken from the first of them; the others are compared.
     * Source: kernel/module/main.c simplify_symbols(), v6.1.
     *
     * @param kallsyms lines of /proc/kallsyms
     */
    void placePerCpu(List<String> kallsyms) {
        for (ElfSymbol symbol : file.symbols()) {
            Optional<SectionHeader> section = symbol.section().flatMap(file.image()::section)
                    .filter(s -> s.name().startsWith(".data..percpu"));
            if (section.isPresent()) {
                String line = kallsyms.stream()
                        .filter(l -> l.endsWith(" " + symbol.name() + "\t[" + file.name() + "]"))
                        .findFirst()
                        .orElseThrow();
                addresses.put(section.get().index().value(),
                        Long.parseUnsignedLong(line, 0, 16, 16) - symbol.value());
                return;
            }
        }
    }

    /** The known symbols of this module that live on after its start, in order. */
    List<Placed> placed(TargetKernel kernel) {
        List<ElfSymbol> symbols = file.symbols();
        List<KernelSymbol> known = kernel.symbols(file.object()).toList();
        assertEquals(symbols.stream().map(ElfSymbol::name).toList(), known.stream().map(KernelSymbol::name).toList());
        List<Placed> placed = new ArrayList<>();
        for (int i = 0; i < known.size(); i++) {
            Optional<SectionHeader> section = symbols.get(i).section().flatMap(file.image()::section);
            if (section.filter(LoadedModule::stays).isPresent()) {
                long start = addresses.getOrDefault(section.get().index().value(), 0L);
                placed.add(new Placed(known.get(i), start + known.get(i).address()));
            }
        }
        return placed;
    }

    /**
     * Source: kernel/module/main.c rewrite_section_headers(), which keeps .modinfo and __versions out of memory, and
     * kernel/module/kallsyms.c is_core_symbol(), v6.1.
     */
    private static boolean stays(SectionHeader section) {
        return section.isAlloc() && !section.name().startsWith(".init") && !section.name().equals(".modinfo")
                && !section.name().equals("__versions");
    }
}
