package org.klpls.core.kernel.input;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.klpls.core.elf.ElfImage;
import org.klpls.core.elf.ElfSymbol;
import org.klpls.core.elf.SectionHeader;
import org.klpls.core.elf.ShIndex;

/**
 * Sizes of a module's symbols: to the next one in the section, or to the section's end.
 * Source: kernel/module/kallsyms.c find_kallsyms_symbol(), v6.1, which does so with addresses.
 */
final class ModuleSizes {
    private final ElfImage image;
    private final Map<ShIndex, TreeSet<Long>> values;

    private ModuleSizes(ElfImage image, Map<ShIndex, TreeSet<Long>> values) {
        this.image = image;
        this.values = values;
    }

    static ModuleSizes of(ElfImage image, List<ElfSymbol> symbols) {
        Map<ShIndex, TreeSet<Long>> values = new HashMap<>();
        for (ElfSymbol symbol : symbols) {
            if (!symbol.name().isEmpty()) {
                symbol.section().ifPresent(s -> values.computeIfAbsent(s, _ -> new TreeSet<>()).add(symbol.value()));
            }
        }
        return new ModuleSizes(image, values);
    }

    /** In bytes; -1 where the symbol lies in no section. */
    long of(ElfSymbol symbol) {
        Optional<SectionHeader> section = symbol.section().flatMap(image::section);
        if (section.isEmpty()) {
            return -1;
        }
        Long next = values.getOrDefault(section.get().index(), new TreeSet<>()).higher(symbol.value());
        return (next != null ? next : section.get().size()) - symbol.value();
    }
}
