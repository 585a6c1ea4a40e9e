package org.klpls.core.loader;

import java.util.function.Predicate;
import org.klpls.core.elf.ElfHeader;
import org.klpls.core.elf.ElfImage;
import org.klpls.core.elf.SectionHeader;
import org.klpls.core.kernel.KernelChange;
import org.klpls.core.model.ElfPlace;

/**
 * Sections are looked for by their names, and those of sections that were not checked may lie anywhere. Past the pages of
 * the file there is no memory. Source: kernel/module/main.c find_sec() and find_any_sec(), v6.1.
 */
final class SectionNames {
    private SectionNames() {}

    /** As setup_load_info() looks: among sections that are to be loaded. */
    static void ofLoaded(Loading loading) {
        look(loading, SectionHeader::isAlloc);
    }

    /** As find_module_sections() and module_finalize() look: among all. */
    static void ofAll(Loading loading) {
        look(loading, _ -> true);
    }

    private static void look(Loading loading, Predicate<SectionHeader> among) {
        if (loading.version().has(KernelChange.ELF_CHECKED_IN_PARTS)) {
            return;
        }
        ElfImage image = loading.image();
        ElfHeader header = image.header();
        long names = image.section(header.sectionNames()).map(SectionHeader::offset).orElse(0L);
        long end = image.file().size() + ModuleLayout.PAGE - 1 & -ModuleLayout.PAGE;
        image.sections().stream().skip(1).filter(among).filter(s -> names + s.nameOffset() >= end).findFirst()
                .ifPresent(s -> loading.happens(new ElfEvent.SectionNameOutside(
                        ElfPlace.of(loading.module().path()), s.index().value())));
    }
}
