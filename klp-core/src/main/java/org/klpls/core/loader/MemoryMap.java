package org.klpls.core.loader;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.klpls.core.elf.ElfImage;
import org.klpls.core.elf.ElfSymbol;
import org.klpls.core.elf.SectionHeader;
import org.klpls.core.model.ElfPlace;
import org.klpls.core.module.ModuleSymbols;

/** Which place of the module's file came to lie at an address. */
final class MemoryMap {
    private final ElfImage image;
    private final ModuleLayout layout;
    private final TreeMap<Long, SectionHeader> sections = new TreeMap<>();
    private final Once<ModuleSymbols> symbols;

    private MemoryMap(ElfImage image, ModuleLayout layout) {
        this.image = image;
        this.layout = layout;
        this.symbols = Once.of(() -> ModuleSymbols.of(image));
    }

    static MemoryMap of(ElfImage image, ModuleLayout layout) {
        MemoryMap map = new MemoryMap(image, layout);
        for (SectionHeader section : image.sections()) {
            layout.address(section.index()).filter(_ -> section.size() > 0)
                    .ifPresent(address -> map.sections.put(address, section));
        }
        return map;
    }

    /** The section that holds an address, and the offset in it. */
    record Spot(SectionHeader section, long offset) {}

    Optional<Spot> spot(long address) {
        Map.Entry<Long, SectionHeader> below = sections.floorEntry(address);
        return below == null || Long.compareUnsigned(address - below.getKey(), below.getValue().size()) >= 0
                ? Optional.empty()
                : Optional.of(new Spot(below.getValue(), address - below.getKey()));
    }

    /** Where a section that is loaded lies. */
    long address(SectionHeader section) {
        return layout.address(section.index()).orElseThrow();
    }

    /** The function or object that starts exactly at this address. */
    Optional<ElfSymbol> symbol(long address) {
        return spot(address).flatMap(s -> symbols.get().at(s.section().index(), s.offset()));
    }

    /** Where the function or object starts that holds this address. */
    Optional<Long> functionStart(long address) {
        return spot(address).flatMap(s -> symbols.get().covering(s.section().index(), s.offset())
                .map(n -> address - s.offset() + n.value()));
    }

    ElfPlace place(long address) {
        return spot(address).map(s -> {
            ElfPlace place = ElfPlace.of(image.path(), s.section().name(), s.offset());
            return symbols.get().covering(s.section().index(), s.offset()).map(n -> place.withSymbol(n.name()))
                    .orElse(place);
        }).orElseGet(() -> ElfPlace.of(image.path()));
    }

    /** A function or object of the module, else its section and offset, else the address. */
    String name(long address) {
        return symbol(address).map(ElfSymbol::name)
                .or(() -> spot(address).map(s -> s.section().name() + "+0x" + Long.toHexString(s.offset())))
                .orElseGet(() -> "0x" + Long.toHexString(address));
    }
}
