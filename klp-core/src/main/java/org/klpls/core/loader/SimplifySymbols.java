package org.klpls.core.loader;

import java.util.List;
import java.util.Optional;
import org.klpls.core.elf.ElfSymbol;
import org.klpls.core.elf.SymIndex;
import org.klpls.core.elf.SymbolTable;
import org.klpls.core.kernel.KernelChange;
import org.klpls.core.kernel.KernelFact;
import org.klpls.core.kernel.KernelSymbol;
import org.klpls.core.model.ElfPlace;
import org.klpls.core.model.ObjectName;

/**
 * Gives each symbol its address. It looks at all of them, and fails with the error of the last bad one.
 * Source: kernel/module/main.c simplify_symbols(), v6.1.
 */
final class SimplifySymbols {
    /** A place in the area that per-cpu addresses count from; modules get theirs behind the kernel's. */
    private static final long PERCPU_BASE = 0x30000;
    /**
     * Where the kernel's copy of the file could lie, which is freed when the module is loaded: in the area of vmalloc(), far
     * from modules. Source: Documentation/x86/x86_64/mm.rst, v6.1.
     */
    private static final long FILE_COPY = 0xffff_c900_0100_0000L;

    private final Loading loading;
    private final ModuleLayout layout;
    private final SymbolTable symbols;
    private final SymbolValues values;
    private final ResolveSymbol resolveSymbol;
    private final int percpu;
    private Optional<LoadEvent> last = Optional.empty();
    private int resolved;
    private int livepatch;

    private SimplifySymbols(Loading loading, RelocationContext context) {
        this.loading = loading;
        this.layout = context.layout();
        this.symbols = loading.image().symbols();
        this.values = context.values();
        this.resolveSymbol = new ResolveSymbol(loading);
        this.percpu = loading.loadedSection(PercpuModalloc.SECTION).map(s -> s.index().value()).orElse(-1);
    }

    static void run(Loading loading, RelocationContext context) {
        SimplifySymbols step = new SimplifySymbols(loading, context);
        if (step.symbols.count() > 0) {
            step.values.set(new SymIndex(0), 0);
        }
        for (long i = 1; i < step.symbols.count(); i++) {
            step.simplify(new SymIndex(i));
        }
        step.last.ifPresent(loading::stopAfter);
        loading.did(Stage.SYMBOLS, step.resolved + " resolved"
                + (step.livepatch == 0 ? "" : ", " + step.livepatch + " klp symbols"));
    }

    private void simplify(SymIndex index) {
        switch (symbols.shndx(index)) {
            case ElfSymbol.SHN_COMMON -> {
                ElfSymbol symbol = symbols.get(index);
                if (!symbol.name().startsWith("__gnu_lto")) {
                    bad(symbol, new SymbolEvent.Common(loading.place(symbol), loading.name(), symbol.name()));
                }
            }
            case ElfSymbol.SHN_ABS -> values.set(index, symbols.value(index));
            case ElfSymbol.SHN_LIVEPATCH -> livepatch++;
            case ElfSymbol.SHN_UNDEF -> resolve(symbols.get(index));
            default -> defined(index);
        }
    }

    private void defined(SymIndex index) {
        int count = loading.image().header().sectionCount();
        int shndx = symbols.shndx(index);
        if (shndx >= count) {
            ElfSymbol symbol = symbols.get(index);
            bad(symbol, new SymbolEvent.BadSectionIndex(loading.place(symbol), loading.name(), symbol.name(), shndx,
                    count - 1, loading.version().has(KernelChange.SECTION_INDEX_CHECKED)));
            return;
        }
        Optional<Long> base = layout.address(shndx).or(() -> Optional.of(PERCPU_BASE).filter(_ -> shndx == percpu))
                .or(() -> loading.image().section(shndx).filter(s -> !s.isAlloc()).map(s -> FILE_COPY + s.offset()));
        base.ifPresent(b -> values.set(index, b + symbols.value(index)));
    }

    private void resolve(ElfSymbol symbol) {
        boolean exportsKnown = loading.kernel().facts().contains(KernelFact.EXPORTS);
        if (!exportsKnown && loading.running().exporter(symbol.name()).isEmpty()) {
            return;
        }
        ElfPlace place = loading.place(symbol);
        switch (resolveSymbol.run(place, symbol.name())) {
            case ResolveSymbol.Found found -> {
                resolved++;
                address(symbol.name(), found.export().owner()).ifPresent(a -> values.set(symbol.index(), a));
            }
            case ResolveSymbol.Refused refused -> {
                if (isOptional(symbol) && isAbsent(refused.why())) {
                    values.set(symbol.index(), symbol.value());
                } else {
                    bad(symbol, new SymbolEvent.Unknown(place, loading.name(), symbol.name(), refused.why(),
                            refused.export()));
                }
            }
        }
    }

    /** Where resolve_symbol() gives NULL and no error. */
    private static boolean isAbsent(SymbolEvent.Why why) {
        return switch (why) {
            case NOT_EXPORTED, GPL_ONLY, OWNER_NOT_LOADED, PROPRIETARY_OWNER -> true;
            case CRC_DIFFERS, CRC_MISSING, NAMESPACE_NOT_IMPORTED -> false;
        };
    }

    /** Source: kernel/module/main.c ignore_undef_symbol(), v6.1. */
    private static boolean isOptional(ElfSymbol symbol) {
        return symbol.binding() == ElfSymbol.STB_WEAK || symbol.name().equals("_GLOBAL_OFFSET_TABLE_");
    }

    /** The export's address: of namesakes in vmlinux the global one. */
    private Optional<Long> address(String name, ObjectName owner) {
        List<KernelSymbol> all = switch (owner) {
            case ObjectName.Vmlinux vmlinux -> loading.kernel().occurrences(vmlinux, name);
            case ObjectName.Module module -> loading.loaded(module.name()).map(m -> m.occurrences(name))
                    .orElse(List.of());
        };
        return all.stream().filter(s -> Character.isUpperCase(s.type())).findFirst().or(() -> all.stream().findFirst())
                .map(KernelSymbol::address);
    }

    private void bad(ElfSymbol symbol, SymbolEvent event) {
        boolean _ = loading.isFirstReportOf(symbol.index());
        loading.happensYetGoesOn(event);
        last = Optional.of(event);
    }
}
