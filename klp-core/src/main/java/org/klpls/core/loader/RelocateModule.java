package org.klpls.core.loader;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.klpls.core.elf.ElfImage;
import org.klpls.core.elf.SectionHeader;
import org.klpls.core.kernel.KernelChange;
import org.klpls.core.kernel.TargetKernel;
import org.klpls.core.model.ObjectName;
import org.klpls.core.module.KlpRelocationSection;
import org.klpls.core.module.ModulePatches;
import org.klpls.core.reloc.ModuleMemory;

/**
 * Relocates a module at addresses that are given: what load_module() does from simplify_symbols() to
 * apply_relocations(), klp_apply_object_relocs() for the modules that are there, and klp_clear_object_relocs() for those that went. Source: kernel/module/main.c and
 * kernel/livepatch/core.c, v6.1.
 */
public final class RelocateModule {
    private static final ModulePatches NONE = new ModulePatches(List.of(), List.of(), 0, List.of());

    private final Loading loading;
    private final RelocationContext context;

    private RelocateModule(Loading loading, RelocationContext context) {
        this.loading = loading;
        this.context = context;
    }

    /**
     * The module's sections as they are after relocation. Where the kernel would stop, the messages tell why, and the
     * other relocations are applied all the same.
     *
     * @param loaded modules whose exports and symbols it may use, where they lie
     */
    public static RelocatedModule run(PlacedModule module, TargetKernel kernel, List<PlacedModule> loaded) {
        return run(module, kernel, loaded, List.of());
    }

    /**
     * The same after some modules have come and gone again.
     *
     * @param gone modules whose livepatch relocations were applied, and then taken back as this kernel does: not at all before 6.3
     */
    public static RelocatedModule run(PlacedModule module, TargetKernel kernel, List<PlacedModule> loaded,
            List<PlacedModule> gone) {
        RunningKernel there = RunningKernel.of(kernel);
        List<PlacedModule> came = Stream.concat(loaded.stream(), gone.stream()).toList();
        for (PlacedModule one : came) {
            there = there.and(new LoadedModule(one.module(), GivenLayout.of(one.module(), one.addresses())),
                    Optional.empty());
        }
        Loading loading = new Loading(module.module(), there, NONE);
        if (loading.image().symbolTableSection().isEmpty()) {
            return new RelocatedModule(List.of(), List.of());
        }
        ModuleLayout layout = GivenLayout.of(module.module(), module.addresses());
        SymbolValues values = new SymbolValues(Math.toIntExact(loading.image().symbols().count()));
        RelocateModule step = new RelocateModule(loading,
                new RelocationContext(layout, memory(loading.image(), layout), values));
        return step.run(came, gone);
    }

    private static ModuleMemory memory(ElfImage image, ModuleLayout layout) {
        ModuleMemory memory = new ModuleMemory();
        layout.regions().forEach(region -> memory.allocate(region.base(), region.size()));
        for (SectionHeader section : image.sections()) {
            layout.address(section.index()).ifPresent(address -> memory.copy(address, image.content(section)));
        }
        return memory;
    }

    private RelocatedModule run(List<PlacedModule> loaded, List<PlacedModule> gone) {
        SimplifySymbols.run(loading, context);
        ApplyRelocations.run(loading, context);
        KlpApplySectionRelocs klp = new KlpApplySectionRelocs(loading, context);
        for (PlacedModule one : loaded) {
            String name = one.module().name();
            for (SectionHeader section : loading.image().sections()) {
                if (section.has(SectionHeader.SHF_RELA_LIVEPATCH) && isFor(section, name)) {
                    klp.run(section, new ObjectName.Module(name));
                }
            }
        }
        List<String> messages = new ArrayList<>(loading.messages());
        if (loading.version().has(KernelChange.RELOCATIONS_CLEARED)) {
            gone.forEach(one -> messages.addAll(new ClearRelocateAdd(loading, context).run(one.module().name())));
        }
        return new RelocatedModule(sections(), messages);
    }

    private boolean isFor(SectionHeader section, String module) {
        return KlpRelocationSection.scannedName(section).filter(module::equals).isPresent()
                && loading.image().section(section.info()).filter(SectionHeader::isAlloc).isPresent();
    }

    private List<RelocatedModule.Section> sections() {
        List<RelocatedModule.Section> sections = new ArrayList<>();
        for (SectionHeader section : loading.image().sections()) {
            context.layout().address(section.index())
                    .ifPresent(address -> sections.add(new RelocatedModule.Section(section.name(), address,
                            context.memory().bytes(address, section.size()), relocations(section))));
        }
        return sections;
    }

    private long relocations(SectionHeader target) {
        return loading.image().sections().stream().filter(s -> s.type() == SectionHeader.SHT_RELA)
                .filter(s -> s.info() == target.index().value())
                .mapToLong(s -> loading.image().relocations(s).count()).sum();
    }
}
