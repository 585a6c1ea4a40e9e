package org.klpls.core.kernel.input;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
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

    private record Place(ShIndex section, long offset) {}

    private final ElfImage image;
    private final Set<Place> places;

    private ModuleTraces(ElfImage image, Set<Place> places) {
        this.image = image;
        this.places = places;
    }

    static ModuleTraces of(ElfImage image) {
        Set<Place> places = new HashSet<>();
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
                        symbol.section().ifPresent(s -> places.add(new Place(s, symbol.value() + rela.addend())));
                    });
        }
        return new ModuleTraces(image, places);
    }

    Traceability of(ElfSymbol symbol, Optional<SectionHeader> section) {
        if (section.isEmpty() || !section.get().has(SectionHeader.SHF_EXECINSTR)) {
            return new Traceability.No(Traceability.Reason.NOT_TEXT);
        }
        if (isLocation(section.get(), symbol.value())) {
            boolean isInit = section.get().name().startsWith(".init");
            return isInit ? new Traceability.Freed() : new Traceability.Yes();
        }
        return new Traceability.No(section.get().name().startsWith(".noinstr")
                ? Traceability.Reason.NOINSTR
                : Traceability.Reason.NOTRACE);
    }

    private boolean isLocation(SectionHeader section, long offset) {
        if (places.contains(new Place(section.index(), offset))) {
            return true;
        }
        ElfBytes content = image.content(section);
        return places.contains(new Place(section.index(), offset + ENDBR_SIZE)) && content.holds(offset, ENDBR_SIZE)
                && content.s32(offset) == ENDBR64;
    }
}
