package org.klpls.core.loader;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.klpls.core.elf.ElfImage;
import org.klpls.core.elf.ElfSymbol;
import org.klpls.core.elf.Rela;
import org.klpls.core.elf.SectionHeader;
import org.klpls.core.elf.ShIndex;
import org.klpls.core.elf.SymIndex;
import org.klpls.core.elf.SymbolTable;
import org.klpls.core.kernel.Export;
import org.klpls.core.kernel.KernelSymbol;
import org.klpls.core.kernel.ModuleExports;
import org.klpls.core.model.Licence;
import org.klpls.core.model.Modinfo;
import org.klpls.core.model.ObjectName;
import org.klpls.core.module.LivepatchModule;

/** A module that is there when another one comes, at addresses that it could have. One thread only. */
final class LoadedModule {
    private final LivepatchModule module;
    private final ModuleLayout layout;
    private final boolean coming;
    private final Supplier<Map<String, List<SymIndex>>> symbols = Once.of(this::indexSymbols);
    private final Supplier<Map<String, Export>> exports = Once.of(this::indexExports);
    private final Supplier<long[]> ftraceLocations = Once.of(this::readFtraceLocations);

    private LoadedModule(LivepatchModule module, ModuleLayout layout, boolean coming) {
        this.module = module;
        this.layout = layout;
        this.coming = coming;
    }

    /** Whose init function has run. */
    LoadedModule(LivepatchModule module, ModuleLayout layout) {
        this(module, layout, false);
    }

    /** Whose init function has not yet run, and whose init memory is there. */
    static LoadedModule coming(LivepatchModule module, ModuleLayout layout) {
        return new LoadedModule(module, layout, true);
    }

    String name() {
        return module.name();
    }

    ModuleLayout layout() {
        return layout;
    }

    long percpuSize() {
        return image().sections().stream().filter(s -> s.isAlloc() && s.name().equals(PercpuModalloc.SECTION))
                .findFirst().map(SectionHeader::size).orElse(0L);
    }

    /** Whether it taints the kernel as proprietary. Source: kernel/module/main.c set_license(), v6.1. */
    boolean isProprietary() {
        return !module.modinfo().first("license").map(Modinfo.Entry::value).filter(Licence::isGplCompatible)
                .isPresent();
    }

    /**
     * Symbols of that name in the order of the symbol table, as far as they are there.
     * Source: kernel/module/kallsyms.c module_kallsyms_on_each_symbol() and is_core_symbol(), v6.1.
     */
    List<KernelSymbol> occurrences(String symname) {
        List<KernelSymbol> found = new ArrayList<>();
        for (SymIndex index : symbols.get().getOrDefault(symname, List.of())) {
            ElfSymbol symbol = image().symbols().get(index);
            symbol.section().flatMap(layout::address).filter(base -> coming || layout.isInCore(base))
                    .ifPresent(base -> found.add(symbol(symbol, base, found.size() + 1)));
        }
        return found;
    }

    private KernelSymbol symbol(ElfSymbol symbol, long base, int sympos) {
        boolean code = symbol.section().flatMap(image()::section)
                .filter(s -> s.has(SectionHeader.SHF_EXECINSTR)).isPresent();
        return new KernelSymbol(new ObjectName.Module(name()), symbol.name(), base + symbol.value(),
                code ? 't' : 'd', sympos, OptionalLong.of(symbol.size()));
    }

    Optional<Export> export(String symname) {
        return Optional.ofNullable(exports.get().get(symname));
    }

    /** Whether {@code __mcount_loc} names a place in this function. Source: kernel/trace/ftrace.c ftrace_location(), v6.1. */
    boolean isTraceable(KernelSymbol function) {
        long[] locations = ftraceLocations.get();
        int at = Arrays.binarySearch(locations, function.address());
        int next = at >= 0 ? at : -at - 1;
        return next < locations.length
                && locations[next] - function.address() < Math.max(1, function.size().orElse(1));
    }

    private Map<String, List<SymIndex>> indexSymbols() {
        Map<String, List<SymIndex>> byName = new HashMap<>();
        SymbolTable table = image().symbols();
        for (long i = 1; i < table.count(); i++) {
            SymIndex index = new SymIndex(i);
            byName.computeIfAbsent(table.name(index), _ -> new ArrayList<>(1)).add(index);
        }
        return byName;
    }

    private Map<String, Export> indexExports() {
        return ModuleExports.of(image(), new ObjectName.Module(name())).stream()
                .collect(Collectors.toMap(Export::name, e -> e, (first, _) -> first));
    }

    /** Sorted; all addresses of modules have the same sign. */
    private long[] readFtraceLocations() {
        return image().sections().stream().filter(s -> s.type() == SectionHeader.SHT_RELA)
                .filter(s -> image().section(s.info()).filter(t -> t.name().equals(FtraceModuleInit.SECTION))
                        .isPresent())
                .flatMap(s -> image().relocations(s).relas()).mapToLong(this::target).sorted().toArray();
    }

    private long target(Rela rela) {
        SymbolTable table = image().symbols();
        if (!table.has(rela.symbol())) {
            return 0;
        }
        ElfSymbol symbol = table.get(rela.symbol());
        ShIndex section = symbol.section().orElse(ShIndex.NULL);
        return layout.address(section).map(base -> base + symbol.value() + rela.addend()).orElse(0L);
    }

    private ElfImage image() {
        return module.image();
    }
}
