package org.klpls.core.module;

import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.klpls.core.elf.ElfImage;
import org.klpls.core.elf.ElfSymbol;
import org.klpls.core.elf.ShIndex;

/** Functions and data objects of a module by the place where they lie. */
public final class ModuleSymbols {
    private final Map<ShIndex, NavigableMap<Long, ElfSymbol>> bySection;

    private ModuleSymbols(Map<ShIndex, NavigableMap<Long, ElfSymbol>> bySection) {
        this.bySection = bySection;
    }

    public static ModuleSymbols of(ElfImage image) {
        Map<ShIndex, NavigableMap<Long, ElfSymbol>> bySection = new HashMap<>();
        image.symbols().symbols().filter(ModuleSymbols::isFunctionOrObject).forEach(symbol -> bySection
                .computeIfAbsent(symbol.section().orElseThrow(), _ -> new TreeMap<>())
                .putIfAbsent(symbol.value(), symbol));
        return new ModuleSymbols(bySection);
    }

    /** The first function or object of the symbol table that starts exactly here. */
    public Optional<ElfSymbol> at(ShIndex section, long offset) {
        return Optional.ofNullable(bySection.getOrDefault(section, new TreeMap<>()).get(offset));
    }

    /** The function or object whose bytes include this place. */
    public Optional<ElfSymbol> covering(ShIndex section, long offset) {
        Map.Entry<Long, ElfSymbol> below = bySection.getOrDefault(section, new TreeMap<>()).floorEntry(offset);
        return below == null || offset - below.getKey() >= below.getValue().size()
                ? Optional.empty()
                : Optional.of(below.getValue());
    }

    private static boolean isFunctionOrObject(ElfSymbol symbol) {
        return symbol.section().isPresent() && !symbol.name().isEmpty()
                && (symbol.type() == ElfSymbol.STT_FUNC || symbol.type() == ElfSymbol.STT_OBJECT);
    }
}
