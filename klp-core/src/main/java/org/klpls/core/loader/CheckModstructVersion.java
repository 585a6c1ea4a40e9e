package org.klpls.core.loader;

import org.klpls.core.model.ElfPlace;
import org.klpls.core.module.SymbolVersions;

/**
 * Before it believes the module's struct module, the kernel compares its CRC.
 * Source: kernel/module/version.c check_modstruct_version(), v6.1.
 */
final class CheckModstructVersion {
    static final String SYMBOL = "module_layout";

    private CheckModstructVersion() {}

    static void run(Loading loading) {
        loading.kernel().export(SYMBOL).flatMap(export -> CheckVersion.run(loading, export))
                .ifPresent(why -> loading.happens(new ModinfoEvent.ModuleLayoutDiffers(
                        ElfPlace.of(loading.module().path(), SymbolVersions.SECTION, 0).withSymbol(SYMBOL),
                        message(loading.name(), why))));
    }

    private static String message(String module, SymbolEvent.Why why) {
        return why == SymbolEvent.Why.CRC_MISSING
                ? module + ": no symbol version for " + SYMBOL
                : module + ": disagrees about version of symbol " + SYMBOL;
    }
}
