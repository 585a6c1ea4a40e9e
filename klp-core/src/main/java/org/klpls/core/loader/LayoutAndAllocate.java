package org.klpls.core.loader;

import java.util.List;
import java.util.Optional;
import org.klpls.core.elf.SymIndex;
import org.klpls.core.elf.SymbolTable;
import org.klpls.core.kernel.KernelChange;

/** Finds out how much memory the module needs, and moves it there. Source: kernel/module/main.c layout_and_allocate(), v6.1. */
final class LayoutAndAllocate {
    private LayoutAndAllocate() {}

    /** Empty where there is no such memory. */
    static Optional<RelocationContext> run(Loading loading) {
        checkSymbolNames(loading);
        ModuleLayout layout = LayoutSections.of(loading.module(), loading.running());
        if (!layout.fitsModuleArea()) {
            loading.happens(new ElfEvent.TooLarge(loading.place(), layout.largest(),
                    loading.version().has(KernelChange.MORE_SAID)
                            ? List.of("execmem: unable to allocate memory")
                            : List.of()));
            return Optional.empty();
        }
        SymbolValues values = new SymbolValues(Math.toIntExact(loading.image().symbols().count()));
        RelocationContext context = new RelocationContext(layout, MoveModule.run(loading, layout), values);
        return Optional.of(context);
    }

    /** layout_symtab() measures all names; one past the end of the file lies anywhere. */
    private static void checkSymbolNames(Loading loading) {
        SymbolTable symbols = loading.image().symbols();
        for (long i = 0; i < symbols.count(); i++) {
            if (!symbols.hasName(new SymIndex(i))) {
                loading.happens(new ElfEvent.SymbolNameOutside(loading.place(symbols.get(new SymIndex(i)))));
                return;
            }
        }
    }
}
