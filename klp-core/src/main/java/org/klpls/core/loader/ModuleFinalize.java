package org.klpls.core.loader;

import java.util.Optional;
import java.util.Set;
import org.klpls.core.elf.SectionHeader;
import org.klpls.core.kernel.KernelChange;
import org.klpls.core.model.ElfPlace;
import org.klpls.core.model.ObjectName;
import org.klpls.core.module.KlpRelocationSection;

/**
 * Works off the special sections, as they are by now. Source: arch/x86/kernel/module.c module_finalize(), v6.1; jump labels
 * and static calls follow with the notifiers of MODULE_STATE_COMING.
 */
final class ModuleFinalize {
    /** Sections that are worked off when their module is loaded. */
    private static final Set<String> SPECIAL = Set.of(".altinstructions", ".parainstructions", ".smp_locks",
            ".retpoline_sites", ".return_sites", ".ibt_endbr_seal", ".call_sites", ".cfi_sites", "__jump_table",
            ".static_call_sites", "__ex_table", "__bug_table", "__mcount_loc", ".orc_unwind", ".orc_unwind_ip");
    private static final int ORC_IP_SIZE = 4;
    private static final int ORC_ENTRY_SIZE = 6;

    private ModuleFinalize() {}

    static void run(Loading loading, RelocationContext context) {
        for (SectionHeader section : loading.image().sections()) {
            if (section.has(SectionHeader.SHF_RELA_LIVEPATCH) && loading.image().relocations(section).count() > 0) {
                late(loading, section);
            }
        }
        for (SiteTable table : SiteTable.values()) {
            boolean works = switch (table) {
                case PARAVIRT -> !loading.version().has(KernelChange.PARAVIRT_BY_ALTERNATIVES);
                case ALTERNATIVES, RETPOLINES, RETURNS, STATIC_CALLS, EXCEPTIONS, JUMP_LABELS -> true;
            };
            if (works) {
                loading.loadedSection(table.section())
                        .filter(s -> table != SiteTable.EXCEPTIONS || !waits(loading, s))
                        .ifPresent(s -> new SpecialSites(loading, context, table).run(s));
            }
        }
        unwindTables(loading);
        JumpLabelKeys.run(loading, context);
    }

    /** Whether entries are relocated only when a module comes: what stands there until then is told of as a whole. */
    private static boolean waits(Loading loading, SectionHeader table) {
        return loading.image().sections().stream().filter(s -> s.has(SectionHeader.SHF_RELA_LIVEPATCH))
                .filter(s -> s.info() == table.index().value())
                .anyMatch(s -> KlpRelocationSection.scannedName(s)
                        .filter(name -> !name.equals(ObjectName.VMLINUX.text())).isPresent());
    }

    private static void late(Loading loading, SectionHeader section) {
        Optional<String> objname = KlpRelocationSection.scannedName(section)
                .filter(name -> !name.equals(ObjectName.VMLINUX.text()));
        Optional<SectionHeader> target = loading.image().section(section.info())
                .filter(t -> SPECIAL.contains(t.name()));
        if (objname.isPresent() && target.isPresent()) {
            loading.happens(new FinalizeEvent.LateSpecialSection(
                    ElfPlace.of(loading.module().path(), section.name(), 0), section.name(), target.get().name()));
        }
    }

    /** Source: arch/x86/kernel/unwind_orc.c unwind_module_init(), v6.1. */
    private static void unwindTables(Loading loading) {
        Optional<SectionHeader> ips = loading.loadedSection(".orc_unwind_ip");
        Optional<SectionHeader> entries = loading.loadedSection(".orc_unwind");
        if (ips.isPresent() && entries.isPresent()) {
            long count = ips.get().size() / ORC_IP_SIZE;
            boolean fits = ips.get().size() % ORC_IP_SIZE == 0 && entries.get().size() == count * ORC_ENTRY_SIZE;
            if (!fits) {
                loading.happens(new FinalizeEvent.UnwindTablesDiffer(
                        ElfPlace.of(loading.module().path(), entries.get().name(), 0)));
            }
        }
    }
}
