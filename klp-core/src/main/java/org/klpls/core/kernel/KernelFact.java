package org.klpls.core.kernel;

/** A kind of fact that a source of kernel knowledge may or may not tell. */
public enum KernelFact {
    SYMBOLS, TRACEABLE, EXPORTS, TYPES, CONFIG, MODULES, INLINES;

    /** As it stands in JSON's {@code kernel.facts}. */
    public String id() {
        return switch (this) {
            case TYPES -> "btf";
            case SYMBOLS, TRACEABLE, EXPORTS, CONFIG, MODULES, INLINES -> name().toLowerCase(java.util.Locale.ROOT);
        };
    }
}
