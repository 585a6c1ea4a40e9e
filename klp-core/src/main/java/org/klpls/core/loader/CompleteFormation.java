package org.klpls.core.loader;

import java.util.Optional;
import org.klpls.core.kernel.Export;
import org.klpls.core.kernel.ModuleExports;
import org.klpls.core.model.ElfPlace;
import org.klpls.core.model.ObjectName;

/** What it exports, nobody else may. Source: kernel/module/main.c complete_formation(), verify_exported_symbols(), v6.1. */
final class CompleteFormation {
    private CompleteFormation() {}

    static void run(Loading loading) {
        for (Export export : ModuleExports.of(loading.image(), new ObjectName.Module(loading.name()))) {
            Optional<Export> other = loading.running().export(export.name());
            if (other.isPresent()) {
                // module_name(NULL) is "kernel". Source: include/linux/module.h, v6.1.
                String owner = other.get().owner() instanceof ObjectName.Module m ? m.name() : "kernel";
                loading.happens(new FinalizeEvent.DuplicateExport(
                        ElfPlace.of(loading.module().path()).withSymbol(export.name()), loading.name(), export.name(),
                        owner));
                return;
            }
        }
    }
}
