package org.klpls.core.loader;

import java.util.List;
import org.klpls.core.model.Modinfo;

/** The parts without which nothing is a module. Source: kernel/module/main.c setup_load_info(), v6.1. */
final class SetupLoadInfo {
    private SetupLoadInfo() {}

    static void run(Loading loading) {
        SectionNames.ofLoaded(loading);
        String name = loading.module().modinfo().first("name").map(Modinfo.Entry::value)
                .orElse("(missing .modinfo section or name field)");
        if (loading.image().symbolTableSection().isEmpty()) {
            loading.happens(new ElfEvent.Invalid("mod-stripped", loading.place(),
                    List.of(name + ": module has no symbols (stripped?)")));
        } else if (loading.image().sections().stream()
                .noneMatch(s -> s.isAlloc() && s.name().equals(ThisModule.SECTION))) {
            loading.happens(new ElfEvent.Invalid("mod-no-this-module", loading.place(),
                    List.of(name + ": No module found in object")));
        }
    }
}
