package org.klpls.core.model;

import java.util.Set;

/** Which licences the kernel takes for the GPL's. Source: include/linux/license.h license_is_gpl_compatible(), v6.1. */
public final class Licence {
    private static final Set<String> GPL_COMPATIBLE = Set.of("GPL", "GPL v2", "GPL and additional rights",
            "Dual BSD/GPL", "Dual MIT/GPL", "Dual MPL/GPL");

    private Licence() {}

    public static boolean isGplCompatible(String license) {
        return GPL_COMPATIBLE.contains(license);
    }
}
