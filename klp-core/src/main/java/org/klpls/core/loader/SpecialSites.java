package org.klpls.core.loader;

import java.util.Set;
import org.klpls.core.elf.SectionHeader;
import org.klpls.core.model.ElfPlace;

/** The entries of one table of code places. Source: as {@link SiteTable} tells. */
final class SpecialSites {
    /** call, jmp, ret, a conditional jump or nop, and the prefix of what clears rax in place of a call. */
    private static final Set<Integer> BRANCHES = Set.of(0xe8, 0xe9, 0xc3, 0x0f, 0x2e);

    private final Loading loading;
    private final RelocationContext context;
    private final SiteTable table;
    private final MemoryMap map;

    SpecialSites(Loading loading, RelocationContext context, SiteTable table) {
        this.loading = loading;
        this.context = context;
        this.table = table;
        this.map = MemoryMap.of(loading.image(), context.layout());
    }

    void run(SectionHeader section) {
        long base = context.layout().address(section.index()).orElse(0L);
        boolean sized = table != SiteTable.ALTERNATIVES || section.size() % table.size() == 0;
        if (base == 0 || !sized) {
            return;
        }
        long end = table.readsPart() ? section.size() : section.size() - table.size() + 1;
        for (long offset = 0; offset < end; offset += table.size()) {
            long at = base + offset;
            if (!context.memory().holds(at, table.width())) {
                return;
            }
            if (!context.unknown().contains(at)) {
                site(section, offset, target(at));
            }
        }
    }

    private long target(long at) {
        long value = context.memory().read(at, table.width());
        return table.width() == Long.BYTES ? value : at + (int) value;
    }

    private void site(SectionHeader section, long offset, long target) {
        ElfPlace place = ElfPlace.of(loading.module().path(), section.name(), offset);
        boolean code = map.spot(target).filter(s -> s.section().has(SectionHeader.SHF_EXECINSTR)).isPresent();
        if (code) {
            boolean fits = !table.needsBranch() || BRANCHES.contains((int) context.memory().read(target, 1));
            if (!fits) {
                tell(place, section, target, new Consequence.Crashes());
            }
        } else if (isMapped(target)) {
            tell(place, section, target, table.needsBranch() ? new Consequence.Crashes() : notCode());
        } else {
            tell(place, section, target, table == SiteTable.JUMP_LABELS
                    ? new Consequence.GoesWrongLater()
                    : new Consequence.Crashes());
        }
    }

    /** Retpolines and returns are compared with what is expected, and a warning is all; the others are written over. */
    private Consequence notCode() {
        return switch (table) {
            case RETPOLINES, RETURNS -> new Consequence.GoesOn();
            case ALTERNATIVES, PARAVIRT, STATIC_CALLS, JUMP_LABELS -> new Consequence.GoesWrongLater();
        };
    }

    private boolean isMapped(long target) {
        return context.memory().holds(target, 1) || KernelImage.holds(target)
                || loading.running().holds(target);
    }

    private void tell(ElfPlace place, SectionHeader section, long target, Consequence consequence) {
        loading.happens(new FinalizeEvent.NoSuchSite(place, section.name(), map.name(target), consequence));
    }
}
