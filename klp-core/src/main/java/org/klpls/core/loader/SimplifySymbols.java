package org.klpls.core.loader;

import java.util.List;
import java.util.Optional;
import org.klpls.core.elf.ElfSymbol;
import org.klpls.core.elf.SymIndex;
import org.klpls.core.elf.SymbolTable;
import org.klpls.core.kernel.Export;
import org.klpls.core.kernel.KernelFact;
import org.klpls.core.kernel.KernelSymbol;
import org.klpls.core.model.ObjectName;
import org.klpls.core.rule.Skipped;

/**
 * Gives each symbol its address. It looks at all of them, and fails with the error of the last bad one.
 * Source: kernel/module/main.c simplify_symbols() and resolve_symbol(), v6.1.
 */
final class SimplifySymbols {
    /** A place in the area that per-cpu addresses count from; modules get theirs behind the kernel's. */
    private static final long PERCPU_BASE = 0x30000;
    private static final String PERCPU = ".data..percpu";

    private final Loading loading;
    private final ModuleLayout layout;
    private final SymbolTable symbols;
    private final SymbolValues values;
    private Optional<LoadEvent> last = Optional.empty();

    private SimplifySymbols(Loading loading, ModuleLayout layout) {
        this.loading = loading;
        this.layout = layout;
        this.symbols = loading.image().symbols();
        this.values = new SymbolValues(Math.toIntExact(symbols.count()));
    }

    static SymbolValues run(Loading loading, ModuleLayout layout) {
        SimplifySymbols step = new SimplifySymbols(loading, layout);
        if (!loading.kernel().facts().contains(KernelFact.EXPORTS)) {
            loading.skip(new Skipped("symbols", "the kernel given does not tell what it exports",
                    "give --kernel a vmlinuz, or add the Module.symvers of its build folder"));
        }
        if (step.symbols.count() > 0) {
            step.values.set(new SymIndex(0), 0);
        }
        for (long i = 1; i < step.symbols.count(); i++) {
            step.simplify(step.symbols.get(new SymIndex(i)));
        }
        step.last.ifPresent(loading::stopAfter);
        return step.values;
    }

    private void simplify(ElfSymbol symbol) {
        switch (symbol.shndx()) {
            case ElfSymbol.SHN_COMMON -> {
                if (!symbol.name().startsWith("__gnu_lto")) {
                    bad(symbol, new SymbolEvent.Common(loading.place(symbol), loading.name(), symbol.name()));
                }
            }
            case ElfSymbol.SHN_ABS -> values.set(symbol.index(), symbol.value());
            case ElfSymbol.SHN_LIVEPATCH -> {
            }
            case ElfSymbol.SHN_UNDEF -> resolve(symbol);
            default -> defined(symbol);
        }
    }

    private void defined(ElfSymbol symbol) {
        int count = loading.image().header().sectionCount();
        if (symbol.shndx() >= count) {
            bad(symbol, new SymbolEvent.BadSectionIndex(loading.place(symbol), loading.name(), symbol.name(),
                    symbol.shndx(), count - 1));
            return;
        }
        boolean percpu = loading.image().section(symbol.shndx()).orElseThrow().name().equals(PERCPU);
        Optional<Long> base = percpu ? Optional.of(PERCPU_BASE) : layout.address(symbol.shndx());
        base.ifPresent(b -> values.set(symbol.index(), b + symbol.value()));
    }

    private void resolve(ElfSymbol symbol) {
        Optional<LoadedModule> exporter = loading.exporter(symbol.name());
        if (exporter.isPresent()) {
            exporter.get().occurrences(symbol.name()).stream().findFirst()
                    .ifPresent(s -> values.set(symbol.index(), s.address()));
            return;
        }
        if (!loading.kernel().facts().contains(KernelFact.EXPORTS)) {
            return;
        }
        Optional<SymbolEvent.Why> why = whyNot(symbol.name());
        if (why.isEmpty()) {
            address(symbol.name()).ifPresent(address -> values.set(symbol.index(), address));
        } else if (isOptional(symbol) && isAbsent(why.get())) {
            values.set(symbol.index(), symbol.value());
        } else {
            bad(symbol, new SymbolEvent.Unknown(loading.place(symbol), loading.name(), symbol.name(),
                    why.get()));
        }
    }

    private Optional<SymbolEvent.Why> whyNot(String name) {
        Optional<Export> export = loading.kernel().export(name);
        if (export.isEmpty()) {
            return Optional.of(SymbolEvent.Why.NOT_EXPORTED);
        }
        if (export.get().owner() instanceof ObjectName.Module) {
            return Optional.of(SymbolEvent.Why.OWNER_NOT_LOADED);
        }
        if (export.get().gplOnly() && !CheckModinfo.isGpl(loading)) {
            return Optional.of(SymbolEvent.Why.GPL_ONLY);
        }
        return CheckVersion.run(loading, export.get());
    }

    private static boolean isAbsent(SymbolEvent.Why why) {
        return switch (why) {
            case NOT_EXPORTED, GPL_ONLY, OWNER_NOT_LOADED -> true;
            case CRC_DIFFERS, CRC_MISSING -> false;
        };
    }

    /** Source: kernel/module/main.c ignore_undef_symbol(), v6.1. */
    private static boolean isOptional(ElfSymbol symbol) {
        return symbol.binding() == ElfSymbol.STB_WEAK || symbol.name().equals("_GLOBAL_OFFSET_TABLE_");
    }

    /** The export's address: of namesakes the global one. */
    private Optional<Long> address(String name) {
        List<KernelSymbol> all = loading.kernel().occurrences(ObjectName.VMLINUX, name);
        return all.stream().filter(s -> Character.isUpperCase(s.type())).findFirst().or(() -> all.stream().findFirst())
                .map(KernelSymbol::address);
    }

    private void bad(ElfSymbol symbol, SymbolEvent event) {
        boolean _ = loading.isFirstReportOf(symbol.index());
        loading.happensYetGoesOn(event);
        last = Optional.of(event);
    }
}
