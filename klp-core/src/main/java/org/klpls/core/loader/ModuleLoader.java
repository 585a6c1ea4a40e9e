package org.klpls.core.loader;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.klpls.core.elf.SymIndex;
import org.klpls.core.elf.SymbolTable;
import org.klpls.core.kernel.KernelFact;
import org.klpls.core.kernel.TargetKernel;
import org.klpls.core.module.LivepatchModule;
import org.klpls.core.module.ModulePatches;
import org.klpls.core.module.ModuleReading;
import org.klpls.core.reloc.ModuleMemory;
import org.klpls.core.rule.Skipped;

/** The kernel's verdict on a module, before insmod. Source: kernel/module/main.c load_module(), v6.1. */
public final class ModuleLoader {
    private ModuleLoader() {}

    /**
     * Loads the module into a kernel where some modules are, and enables its patches. The kernel's verdict ends where
     * the kernel would stop; events behind that are told all the same, unless the file is no module at all.
     *
     * @param loaded modules that are there before, in the order in which they came
     */
    public static Verdict verify(LivepatchModule module, TargetKernel kernel, List<LivepatchModule> loaded) {
        return verify(module, kernel, loaded, module.patches(Optional.of(kernel)));
    }

    /** The same with the module's patches already read, and perhaps with no kernel: then much is skipped. */
    public static Verdict verify(LivepatchModule module, Optional<TargetKernel> kernel, ModulePatches patches) {
        return verify(module, kernel.orElseGet(UnknownKernel::new), List.of(), patches);
    }

    private static Verdict verify(LivepatchModule module, TargetKernel kernel, List<LivepatchModule> loaded,
            ModulePatches patches) {
        List<LoadedModule> there = place(loaded);
        Loading loading = new Loading(module, kernel, there, patches);
        ModuleSigCheck.run(loading);
        ElfValidityCheck.run(loading);
        if (!loading.isStopped()) {
            SetupLoadInfo.run(loading);
        }
        if (!loading.isStopped()) {
            load(loading, end(there));
        }
        return loading.verdict();
    }

    /** The kernel's verdict on a file that could not be read as a module. */
    public static Verdict unreadable(ModuleReading reading) {
        ElfEvent.Invalid event = ElfValidityCheck.refusal(reading.problems().getFirst());
        return new Verdict(Outcome.REJECTED, Stage.ELF, Optional.of(Errno.ENOEXEC), event.kernelMessages(),
                List.of(event), List.of());
    }

    private static void load(Loading loading, long base) {
        if (!loading.kernel().facts().contains(KernelFact.SYMBOLS)) {
            loading.skip(new Skipped("symbols of vmlinux", "the kernel given does not tell its symbols",
                    "give --kernel a vmlinuz, a System.map or a kallsyms dump"));
        }
        CheckModstructVersion.run(loading);
        CheckModinfo.run(loading);
        ModuleEnforceRwxSections.run(loading);
        checkSymbolNames(loading);
        ModuleLayout layout = LayoutSections.of(loading.module(), base);
        if (!layout.fitsModuleArea()) {
            loading.happens(new ElfEvent.TooLarge(loading.place(), Math.max(layout.coreSize(), layout.initSize())));
            return;
        }
        ModuleMemory memory = MoveModule.run(loading.image(), layout);
        SymbolValues values = SimplifySymbols.run(loading, layout);
        RelocationContext context = new RelocationContext(layout, memory, values);
        ApplyRelocations.run(loading, context);
        DoInitModule.run(loading, context);
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

    private static List<LoadedModule> place(List<LivepatchModule> modules) {
        List<LoadedModule> placed = new ArrayList<>();
        for (LivepatchModule module : modules) {
            if (module.image().symbolTableSection().isPresent()) {
                placed.add(new LoadedModule(module, LayoutSections.of(module, end(placed))));
            }
        }
        return placed;
    }

    private static long end(List<LoadedModule> placed) {
        return placed.isEmpty() ? ModuleLayout.MODULES_START : placed.getLast().layout().end();
    }
}
