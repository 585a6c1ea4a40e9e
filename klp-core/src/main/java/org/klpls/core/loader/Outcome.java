package org.klpls.core.loader;

import java.util.Locale;

/** What comes of loading a module. */
public enum Outcome {
    /** It loads, patches and unloads. */
    ACCEPTED,
    /** The kernel refuses it. */
    REJECTED,
    /** The kernel does not refuse it, and then crashes, hangs, corrupts memory or silently does not patch. */
    UNSAFE;

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
