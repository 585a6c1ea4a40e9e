package org.klpls.core.loader;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.klpls.core.elf.ElfImage;
import org.klpls.core.elf.ElfSymbol;
import org.klpls.core.elf.Rela;
import org.klpls.core.elf.SectionHeader;
import org.klpls.core.elf.ShIndex;
import org.klpls.core.elf.SymbolTable;
import org.klpls.core.kernel.KernelSymbol;
import org.klpls.core.model.ObjectName;
import org.klpls.core.module.LivepatchModule;

/** A module that is there when the livepatch comes, at addresses that it could have. */
final class LoadedModule {
    private static final String KSYMTAB = "__ksymtab_";

    private final LivepatchModule module;
    private final ModuleLayout layout;

    LoadedModule(LivepatchModule module, ModuleLayout layout) {
        this.module = module;
        this.layout = layout;
    }

    String name() {
        return module.name();
    }

    ModuleLayout layout() {
        return layout;
    }

    /**
     * Symbols of that name in the order of the symbol table, as far as they stay after init.
     * Source: kernel/module/kallsyms.c module_kallsyms_on_each_symbol() and is_core_symbol(), v6.1.
     */
    List<KernelSymbol> occurrences(String symname) {
        List<KernelSymbol> found = new ArrayList<>();
        image().symbols().symbols().filter(s -> s.name().equals(symname)).forEach(s -> s.section()
                .flatMap(layout::address).filter(layout::isInCore)
                .ifPresent(base -> found.add(symbol(s, base, found))));
        return found;
    }

    private KernelSymbol symbol(ElfSymbol symbol, long base, List<KernelSymbol> before) {
        boolean code = symbol.section().flatMap(image()::section)
                .filter(s -> s.has(SectionHeader.SHF_EXECINSTR)).isPresent();
        return new KernelSymbol(new ObjectName.Module(name()), symbol.name(), base + symbol.value(),
                code ? 't' : 'd', before.size() + 1, OptionalLong.of(symbol.size()));
    }

    boolean exports(String symname) {
        return image().symbols().symbols().anyMatch(s -> s.name().equals(KSYMTAB + symname));
    }

    /** Whether {@code __mcount_loc} names a place in this function. Source: kernel/trace/ftrace.c ftrace_location(), v6.1. */
    boolean isTraceable(KernelSymbol function) {
        long end = function.address() + Math.max(1, function.size().orElse(1));
        return image().sections().stream().filter(s -> s.type() == SectionHeader.SHT_RELA)
                .filter(s -> image().section(s.info()).filter(t -> t.name().equals("__mcount_loc")).isPresent())
                .flatMap(s -> image().relocations(s).relas()).mapToLong(this::target)
                .anyMatch(place -> place >= function.address() && place < end);
    }

    private long target(Rela rela) {
        SymbolTable symbols = image().symbols();
        if (!symbols.has(rela.symbol())) {
            return 0;
        }
        ElfSymbol symbol = symbols.get(rela.symbol());
        ShIndex section = symbol.section().orElse(ShIndex.NULL);
        return layout.address(section).map(base -> base + symbol.value() + rela.addend()).orElse(0L);
    }

    private ElfImage image() {
        return module.image();
    }
}
