package org.klpls.core.loader;

import java.util.Optional;
import org.klpls.core.elf.SectionHeader;
import org.klpls.core.model.ElfPlace;

/** What the kernel looks up by name. Source: kernel/module/main.c find_module_sections(), v6.1. */
final class FindModuleSections {
    private FindModuleSections() {}

    /** Constructors come in one of two ways, not both; without CONFIG_CONSTRUCTORS nobody looks. */
    static void run(Loading loading) {
        SectionNames.ofAll(loading);
        boolean constructors = loading.isConfigured("CONFIG_CONSTRUCTORS");
        Optional<SectionHeader> old = loading.loadedSection(".ctors");
        if (constructors && old.isPresent() && loading.loadedSection(".init_array").isPresent()) {
            loading.happens(new ElfEvent.TwoKindsOfConstructors(
                    ElfPlace.of(loading.module().path(), old.get().name(), 0), loading.name()));
        }
    }
}
