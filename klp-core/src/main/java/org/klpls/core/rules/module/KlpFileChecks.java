package org.klpls.core.rules.module;

import java.util.stream.LongStream;
import java.util.stream.Stream;

import org.klpls.core.elf.ElfSymbol;
import org.klpls.core.elf.SectionHeader;
import org.klpls.core.elf.SymIndex;
import org.klpls.core.elf.SymbolTable;
import org.klpls.core.model.ElfPlace;
import org.klpls.core.model.Place;

/** Parts of a module's file that several rules look at, and where they are. */
final class KlpFileChecks {
    private KlpFileChecks() {}

    static Stream<ElfSymbol> livepatchSymbols(ModuleContext context) {
        SymbolTable symbols = context.module().image().symbols();
        return LongStream.range(0, symbols.count()).mapToObj(SymIndex::new)
                .filter(i -> symbols.shndx(i) == ElfSymbol.SHN_LIVEPATCH).map(symbols::get);
    }

    static Place place(ModuleContext context, ElfSymbol symbol) {
        String table = context.module().image().symbolTableSection().map(SectionHeader::name).orElse("");
        return new Place.InModule(ElfPlace.of(context.module().path(), table, symbol.index().value() * ElfSymbol.SIZE)
                .withSymbol(symbol.name()));
    }

    static Place place(ModuleContext context, SectionHeader section) {
        return new Place.InModule(ElfPlace.of(context.module().path(), section.name(), 0));
    }
}
