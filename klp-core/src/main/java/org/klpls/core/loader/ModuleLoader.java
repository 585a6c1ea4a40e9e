package org.klpls.core.loader;

import java.util.List;
import java.util.Optional;
import org.klpls.core.kernel.KernelFact;
import org.klpls.core.kernel.TargetKernel;
import org.klpls.core.module.LivepatchModule;
import org.klpls.core.module.ModulePatches;
import org.klpls.core.module.ModuleReading;
import org.klpls.core.rule.Skipped;

/**
 * The kernel's verdict on a module, before insmod: its functions, one class each, in their order.
 * Source: kernel/module/main.c load_module(), v6.1.
 */
public final class ModuleLoader {
    private ModuleLoader() {}

    /**
     * Loads the module into a kernel where some modules are, and enables its patches. The kernel's verdict ends where
     * the kernel would stop; events behind that are told all the same, unless the file is no module at all.
     *
     * @param loaded modules that are there before, in the order in which they came
     */
    public static Verdict verify(LivepatchModule module, TargetKernel kernel, List<LivepatchModule> loaded) {
        RunningKernel there = RunningKernel.of(kernel);
        for (LivepatchModule one : loaded) {
            there = there.with(one);
        }
        return there.load(module).verdict();
    }

    /** The same with the module's patches already read, and perhaps with no kernel: then much is skipped. */
    public static Verdict verify(LivepatchModule module, Optional<TargetKernel> kernel, ModulePatches patches) {
        return load(module, RunningKernel.of(kernel.orElseGet(UnknownKernel::new)), patches).verdict();
    }

    /** The kernel's verdict on a file that could not be read as a module. */
    public static Verdict unreadable(ModuleReading reading) {
        ElfEvent event = ElfValidityCheck.refusal(reading.problems().getFirst());
        Optional<Errno> errno = event.consequence() instanceof Consequence.Refused refused
                ? Optional.of(refused.errno())
                : Optional.empty();
        return new Verdict(Outcome.REJECTED, Stage.ELF, errno, event.kernelMessages(), List.of(event), List.of(),
                List.of());
    }

    static RunningKernel.Load load(LivepatchModule module, RunningKernel there, ModulePatches patches) {
        Loading loading = new Loading(module, there, patches);
        ModuleSigCheck.run(loading);
        ElfValidityCheck.run(loading);
        if (!loading.isStopped()) {
            SetupLoadInfo.run(loading);
        }
        Optional<RunningKernel> after = loading.isStopped() ? Optional.empty() : loadSections(loading);
        Verdict verdict = loading.verdict();
        return new RunningKernel.Load(verdict,
                verdict.outcome() == Outcome.REJECTED ? there : after.orElse(there));
    }

    /** From here on a refusal does not end the look at the module: what is wrong behind it is worth knowing, too. */
    private static Optional<RunningKernel> loadSections(Loading loading) {
        CheckModstructVersion.run(loading);
        CheckModinfo.run(loading);
        ModuleEnforceRwxSections.run(loading);
        Optional<RelocationContext> moved = LayoutAndAllocate.run(loading);
        if (moved.isEmpty()) {
            return Optional.empty();
        }
        RelocationContext context = moved.get();
        AddUnformedModule.run(loading);
        PercpuModalloc.run(loading);
        CheckModinfo.runAfterAllocation(loading);
        FindModuleSections.run(loading);
        CheckModuleLicenseAndVersions.run(loading);
        askForSymbols(loading);
        SimplifySymbols.run(loading, context);
        ApplyRelocations.run(loading, context);
        ModuleFinalize.run(loading, context);
        FtraceModuleInit.run(loading, context);
        CompleteFormation.run(loading, context);
        LoadedModule loaded = new LoadedModule(loading.module(), context.layout());
        LoadedModule coming = LoadedModule.coming(loading.module(), context.layout());
        KlpModuleComing.run(loading, coming);
        loading.comes(coming);
        ModSysfsSetup.run(loading, context);
        Optional<EnabledPatch> patch = DoInitModule.run(loading, context);
        return Optional.of(loading.running().and(loaded, patch));
    }

    private static void askForSymbols(Loading loading) {
        if (!loading.kernel().facts().contains(KernelFact.SYMBOLS)) {
            loading.skip(new Skipped("symbols of vmlinux", "the kernel given does not tell its symbols",
                    "give --kernel a vmlinuz, a System.map or a kallsyms dump"));
        }
        if (!loading.kernel().facts().contains(KernelFact.EXPORTS)) {
            loading.skip(new Skipped("symbols", "the kernel given does not tell what it exports",
                    "give --kernel a vmlinuz, or add the Module.symvers of its build folder"));
        }
    }
}
