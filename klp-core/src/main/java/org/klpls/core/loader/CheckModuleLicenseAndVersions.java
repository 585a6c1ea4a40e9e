package org.klpls.core.loader;

import java.util.List;

/** Exports must have CRCs where the kernel has. Source: kernel/module/main.c check_module_license_and_versions(), v6.1. */
final class CheckModuleLicenseAndVersions {
    private CheckModuleLicenseAndVersions() {}

    static void run(Loading loading) {
        boolean versions = loading.kernel().export(CheckModstructVersion.SYMBOL)
                .filter(e -> e.crc().isPresent()).isPresent();
        for (String table : List.of("__ksymtab", "__ksymtab_gpl")) {
            boolean exports = loading.loadedSection(table).filter(s -> s.size() > 0).isPresent();
            String crcs = table.replace("ksymtab", "kcrctab");
            if (versions && exports && loading.loadedSection(crcs).isEmpty()) {
                ForceLoad.run(loading, "no versions for exported symbols",
                        (consequence, messages) -> new ModinfoEvent.ExportsWithoutVersions(loading.place(),
                                consequence, messages));
                return;
            }
        }
    }
}
