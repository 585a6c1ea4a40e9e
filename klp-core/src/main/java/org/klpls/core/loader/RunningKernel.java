package org.klpls.core.loader;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.klpls.core.kernel.Export;
import org.klpls.core.kernel.TargetKernel;
import org.klpls.core.module.LivepatchModule;
import org.klpls.core.module.ModulePatches;

/** A kernel with the modules and livepatches that are in it. Immutable: what is loaded makes another one. */
public final class RunningKernel {
    private final TargetKernel kernel;
    private final List<LoadedModule> modules;
    private final List<EnabledPatch> patches;

    private RunningKernel(TargetKernel kernel, List<LoadedModule> modules, List<EnabledPatch> patches) {
        this.kernel = kernel;
        this.modules = List.copyOf(modules);
        this.patches = List.copyOf(patches);
    }

    /** What came of loading a module, and the kernel afterwards: as it was where the module is not in it. */
    public record Load(Verdict verdict, RunningKernel after) {}

    /** Just booted, with no module. */
    public static RunningKernel of(TargetKernel kernel) {
        return new RunningKernel(kernel, List.of(), List.of());
    }

    /** The same kernel with one more module: the next to be loaded, of which it is only known that it is there. */
    public RunningKernel with(LivepatchModule module) {
        if (module.isMarkedLivepatch()) {
            RunningKernel after = load(module).after();
            if (after.modules.size() > modules.size()) {
                return after;
            }
        }
        return module.image().symbolTableSection().isEmpty()
                ? this
                : and(new LoadedModule(module, LayoutSections.of(module, this)), Optional.empty());
    }

    /** Loads a module as insmod does. */
    public Load load(LivepatchModule module) {
        return load(module, module.patches(Optional.of(kernel)));
    }

    /** The same with the module's patches already read. */
    public Load load(LivepatchModule module, ModulePatches patches) {
        return ModuleLoader.load(module, this, patches);
    }

    RunningKernel and(LoadedModule module, Optional<EnabledPatch> patch) {
        List<EnabledPatch> enabled = new ArrayList<>(patches);
        if (patch.filter(EnabledPatch::replace).isPresent()) {
            enabled.clear();
        }
        patch.ifPresent(enabled::add);
        return new RunningKernel(kernel, Stream.concat(modules.stream(), Stream.of(module)).toList(), enabled);
    }

    TargetKernel kernel() {
        return kernel;
    }

    /** klp_patches: the enabled livepatches in the order in which they came. */
    List<EnabledPatch> patches() {
        return patches;
    }

    Optional<LoadedModule> module(String name) {
        return modules.stream().filter(m -> m.name().equals(name)).findFirst();
    }

    /** Whether an address lies in a loaded module. */
    boolean holds(long address) {
        return modules.stream().anyMatch(m -> m.layout().isInCore(address));
    }

    /** Bytes of per-cpu variables that modules have. */
    long percpuSize() {
        return modules.stream().mapToLong(LoadedModule::percpuSize).sum();
    }

    /** The first module that exports this symbol. */
    Optional<LoadedModule> exporter(String symbol) {
        return modules.stream().filter(m -> m.export(symbol).isPresent()).findFirst();
    }

    /** What vmlinux or else a module exports under this name. Source: kernel/module/main.c find_symbol(), v6.1. */
    Optional<Export> export(String symbol) {
        Optional<Export> own = kernel.export(symbol)
                .filter(e -> e.owner().equals(org.klpls.core.model.ObjectName.VMLINUX));
        return own.or(() -> exporter(symbol).flatMap(m -> m.export(symbol)));
    }

    /** The lowest address where the next module can lie. */
    long freeAddress() {
        return modules.isEmpty() ? ModuleLayout.FIRST_MODULE : modules.getLast().layout().end();
    }
}
