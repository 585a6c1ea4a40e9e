package org.klpls.core.loader;

import org.klpls.core.elf.SectionHeader;
import org.klpls.core.model.ElfPlace;

/** Nothing may be writable and executable. Source: kernel/module/strict_rwx.c module_enforce_rwx_sections(), v6.1. */
final class ModuleEnforceRwxSections {
    private ModuleEnforceRwxSections() {}

    static void run(Loading loading) {
        loading.image().sections().stream()
                .filter(s -> s.has(SectionHeader.SHF_WRITE | SectionHeader.SHF_EXECINSTR)).findFirst()
                .ifPresent(s -> loading.happens(new ElfEvent.WritableAndExecutable(
                        ElfPlace.of(loading.module().path(), s.name(), 0), loading.name(), s.name(),
                        s.index().value())));
    }
}
