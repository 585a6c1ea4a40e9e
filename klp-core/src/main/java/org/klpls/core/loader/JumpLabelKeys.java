package org.klpls.core.loader;

import java.util.Optional;
import org.klpls.core.elf.SectionHeader;
import org.klpls.core.kernel.KernelChange;
import org.klpls.core.model.ElfPlace;

/** The static keys that jump labels belong to, which the kernel links with them. Source: kernel/jump_label.c, v6.1. */
final class JumpLabelKeys {
    /** struct jump_entry with relative members, and where its key is. Source: include/linux/jump_label.h, v6.1. */
    private static final int ENTRY_SIZE = 16;
    private static final int KEY = 8;
    private static final long FLAGS = 3;
    /** sizeof(struct static_key). Source: the same. */
    private static final int KEY_SIZE = 16;

    private final Loading loading;
    private final RelocationContext context;
    private final MemoryMap map;

    private JumpLabelKeys(Loading loading, RelocationContext context) {
        this.loading = loading;
        this.context = context;
        this.map = MemoryMap.of(loading.image(), context.layout());
    }

    static void run(Loading loading, RelocationContext context) {
        if (loading.version().has(KernelChange.RELATIVE_JUMP_LABELS)) {
            loading.loadedSection(SiteTable.JUMP_LABELS.section())
                    .ifPresent(s -> new JumpLabelKeys(loading, context).entries(s));
        }
    }

    private void entries(SectionHeader section) {
        long base = context.layout().address(section.index()).orElse(0L);
        for (long offset = 0; base != 0 && offset + ENTRY_SIZE <= section.size(); offset += ENTRY_SIZE) {
            long at = base + offset + KEY;
            if (context.memory().holds(at, Long.BYTES) && !context.unknown().contains(at)) {
                long key = at + (context.memory().read(at, Long.BYTES) & ~FLAGS);
                if (!isKey(key)) {
                    loading.happens(new FinalizeEvent.KeyOutside(
                            ElfPlace.of(loading.module().path(), section.name(), offset), map.name(key)));
                }
            }
        }
    }

    private boolean isKey(long key) {
        Optional<SectionHeader> section = map.spot(key).map(MemoryMap.Spot::section);
        return section.isPresent()
                ? map.spot(key + KEY_SIZE - 1).map(MemoryMap.Spot::section).equals(section)
                : KernelImage.holds(key) || loading.running().holds(key);
    }
}
