package org.klpls.core.loader;

import java.util.Optional;
import org.klpls.core.kernel.Export;
import org.klpls.core.module.SymbolVersions;

/**
 * The CRC that the module has of a symbol, against the one of who exports it.
 * Source: kernel/module/version.c check_version(), v6.1.
 */
final class CheckVersion {
    private CheckVersion() {}

    /** Empty where the kernel is content. */
    static Optional<SymbolEvent.Why> run(Loading loading, Export export) {
        SymbolVersions versions = loading.module().versions();
        if (export.crc().isEmpty()) {
            return Optional.empty();
        }
        if (!versions.section()) {
            ForceLoad.run(loading, export.name(), (consequence, messages) -> new ModinfoEvent.NoVersions(
                    loading.place(), consequence, messages));
            return Optional.empty();
        }
        Optional<Long> crc = versions.crc(export.name());
        if (crc.isEmpty()) {
            return Optional.of(SymbolEvent.Why.CRC_MISSING);
        }
        return crc.get() == Integer.toUnsignedLong(export.crc().getAsInt())
                ? Optional.empty()
                : Optional.of(SymbolEvent.Why.CRC_DIFFERS);
    }
}
