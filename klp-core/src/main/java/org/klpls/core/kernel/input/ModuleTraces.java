package org.klpls.core.kernel.input;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.klpls.core.elf.ElfBytes;
import org.klpls.core.elf.ElfImage;
import org.klpls.core.elf.ElfSymbol;
import org.klpls.core.elf.SectionHeader;
import org.klpls.core.elf.ShIndex;
import org.klpls.core.elf.SymbolTable;
import org.klpls.core.kernel.Traceability;

/** The ftrace locations of a module: where the relocations of its {@code __mcount_loc} point. */
final class ModuleTraces {
    private static final int ENDBR64 = 0xfa1e0ff3;
    private static final int ENDBR_SIZE = 4;

    private final ElfImage image;
    private final Map<ShIndex, TreeSet<Long>> places;

    private ModuleTraces(ElfImage image, Map<ShIndex, TreeSet<Long>> places) {
        this.image = image;
        this.places = places;
    }

    static ModuleTraces of(ElfImage image) {
        Map<ShIndex, TreeSet<Long>> places = new HashMap<>();
        Optional<SectionHeader> table = image.section("__mcount_loc");
        if (table.isPresent()) {
            SymbolTable symbols = image.symbols();
            image.sections()
                    .stream()
                    .filter(s -> s.type() == SectionHeader.SHT_RELA && s.info() == table.get().index().value())
                    .flatMap(s -> image.relocations(s).relas())
                    .filter(rela -> symbols.has(rela.symbol()))
                    .forEach(rela -> {
                        ElfSymbol symbol = symbols.get(rela.symbol());
                        symbol.section().ifPresent(s -> places.computeIfAbsent(s, _ -> new TreeSet<>())
                                .add(symbol.value() + rela.addend()));
                    });
        }
        return new ModuleTraces(image, places);
    }

    /** @param size bytes to the next symbol */
    Traceability of(ElfSymbol symbol, Optional<SectionHeader> section, long size) {
        if (section.isEmpty() || !section.get().has(SectionHeader.SHF_EXECINSTR)) {
            return new Traceability.No(Traceability.Reason.NOT_TEXT);
        }
        TreeSet<Long> locations = places.getOrDefault(section.get().index(), new TreeSet<>());
        if (isLocation(locations, section.get(), symbol.value())) {
            boolean isInit = section.get().name().startsWith(".init");
            return isInit ? new Traceability.Freed() : new Traceability.Yes();
        }
        if (section.get().name().startsWith(".noinstr")) {
            return new Traceability.No(Traceability.Reason.NOINSTR);
        }
        Long next = locations.ceiling(symbol.value());
        return new Traceability.No(next != null && next - symbol.value() < size
                ? Traceability.Reason.WEAK_LEFTOVER
                : Traceability.Reason.NOTRACE);
    }

    private boolean isLocation(Set<Long> locations, SectionHeader section, long offset) {
        if (locations.contains(offset)) {
            return true;
        }
        ElfBytes content = image.content(section);
        return locations.contains(offset + ENDBR_SIZE) && content.holds(offset, ENDBR_SIZE)
                && content.s32(offset) == ENDBR64;
    }
}
