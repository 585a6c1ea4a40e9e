package org.klpls.core.loader;

import java.util.Locale;

/** The parts of loading and enabling a livepatch, in their order. */
public enum Stage {
    SIGNATURE, ELF, MODINFO, LAYOUT, SYMBOLS, RELOCATIONS, FINALIZE, INIT, ENABLE, TRANSITION;

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
