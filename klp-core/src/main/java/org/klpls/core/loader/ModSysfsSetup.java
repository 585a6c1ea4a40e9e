package org.klpls.core.loader;

import java.util.HashSet;
import java.util.Set;
import org.klpls.core.elf.SectionHeader;
import org.klpls.core.model.ElfPlace;

/** Shows the module and its sections in sysfs. Source: kernel/module/sysfs.c mod_sysfs_setup(), v6.1. */
final class ModSysfsSetup {
    private ModSysfsSetup() {}

    static void run(Loading loading, RelocationContext context) {
        if (loading.nameInStruct().filter(String::isEmpty).isPresent()) {
            loading.happens(new FinalizeEvent.EmptyModuleName(
                    ElfPlace.of(loading.module().path(), ThisModule.SECTION, 0)));
        }
        Set<String> names = new HashSet<>();
        for (SectionHeader section : loading.image().sections()) {
            boolean shown = section.size() != 0 && context.layout().address(section.index()).isPresent()
                    && section.isAlloc();
            if (shown && !names.add(section.name())) {
                loading.happens(new FinalizeEvent.SectionsOfOneName(
                        ElfPlace.of(loading.module().path(), section.name(), 0), loading.name(), section.name()));
                return;
            }
        }
    }
}
