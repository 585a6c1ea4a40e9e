package org.klpls.core.loader;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.klpls.core.elf.ElfImage;
import org.klpls.core.elf.SectionHeader;
import org.klpls.core.kernel.KernelChange;
import org.klpls.core.model.ElfPlace;
import org.klpls.core.model.KlpObject;
import org.klpls.core.model.ObjectName;
import org.klpls.core.module.KlpNames;
import org.klpls.core.module.KlpRelocationSection;
import org.klpls.core.rule.Skipped;

/**
 * All relocation sections in the order of their numbers: ordinary ones and those for vmlinux interleaved, those for
 * modules left for later. Source: kernel/module/main.c apply_relocations(), v6.1.
 */
final class ApplyRelocations {
    private final Loading loading;
    private final ElfImage image;
    private final KlpApplySectionRelocs klp;
    private final ApplyRelocateAdd ordinary;
    private final SymbolValues values;
    private int relocations;

    private ApplyRelocations(Loading loading, RelocationContext context) {
        this.values = context.values();
        this.loading = loading;
        this.image = loading.image();
        this.klp = new KlpApplySectionRelocs(loading, context);
        this.ordinary = new ApplyRelocateAdd(loading, context);
    }

    static void run(Loading loading, RelocationContext context) {
        ApplyRelocations step = new ApplyRelocations(loading, context);
        step.image.sections().stream().skip(1).forEach(step::section);
        loading.did(Stage.RELOCATIONS,
                step.ordinary.applied() + " ordinary ones applied, of " + step.relocations + " sections");
    }

    private void section(SectionHeader section) {
        boolean livepatch = section.has(SectionHeader.SHF_RELA_LIVEPATCH);
        Optional<SectionHeader> target = image.section(section.info());
        if (livepatch) {
            KlpRelocationSection.scannedName(section).ifPresent(objname -> checkLivepatchSection(section, objname));
        }
        if (livepatch && !loading.version().has(KernelChange.VMLINUX_RELOCATIONS_AT_LOAD)) {
            return;
        }
        if (target.isEmpty() || !target.get().isAlloc()) {
            if (livepatch) {
                loading.happens(new RelocationEvent.SectionBadTarget(place(section), section.name(), section.info(),
                        new Consequence.GoesWrongLater()));
            }
        } else if (livepatch) {
            klp.run(section, ObjectName.VMLINUX);
        } else if (section.type() == SectionHeader.SHT_REL) {
            loading.happens(new RelocationEvent.RelSection(place(section), loading.name()));
        } else if (section.type() == SectionHeader.SHT_RELA) {
            if (section.name().startsWith(KlpNames.SECTION_PREFIX)) {
                boolean resolved = image.relocations(section).relas()
                        .allMatch(rela -> values.knows(rela.symbol().value()));
                loading.happens(new RelocationEvent.SectionNotFlagged(place(section), section.name(), resolved
                        ? new Consequence.GoesOn()
                        : new Consequence.GoesWrongLater()));
            }
            ordinary.run(section);
            relocations++;
        }
    }

    /** What no step of the kernel looks at. */
    private void checkLivepatchSection(SectionHeader section, String objname) {
        boolean vmlinux = objname.equals("vmlinux");
        if (!section.isAlloc()) {
            loading.happens(new RelocationEvent.SectionNotAlloc(place(section), section.name(),
                    vmlinux ? new Consequence.GoesOn() : new Consequence.GoesWrongLater()));
        }
        boolean patchesKnown = loading.patches().skipped().isEmpty() && !loading.patches().patches().isEmpty();
        if (!vmlinux && patchesKnown && !patchedModules().contains(objname)) {
            loading.happens(new RelocationEvent.SectionOrphan(place(section), section.name(), objname));
            return;
        }
        if (!vmlinux && !loading.version().has(KernelChange.RELOCATIONS_CLEARED)
                && image.relocations(section).count() > 0) {
            loading.happens(new RelocationEvent.NotReloadable(place(section), section.name(), objname));
        }
        if (!vmlinux && loading.loaded(objname).isEmpty()) {
            klp.willRun(section, objname);
            if (loading.kernel().knows(new ObjectName.Module(objname))) {
                return;
            }
            loading.skip(new Skipped(section.name(), objname
                    + " is not loaded: what the kernel will do with these relocations when it comes is not judged",
                    "give --loaded " + objname + ".ko"));
        }
    }

    private Set<String> patchedModules() {
        return loading.patches().patches().stream().flatMap(p -> p.objects().entries().stream())
                .map(KlpObject::objectName).map(ObjectName::text).collect(Collectors.toSet());
    }

    private ElfPlace place(SectionHeader section) {
        return ElfPlace.of(loading.module().path(), section.name(), 0);
    }
}
