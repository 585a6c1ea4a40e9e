package org.klpls.core.rule;

/** What a rule cannot judge without. Lacking needs are told as {@link Skipped}, never passed over in silence. */
public enum Need {
    SOURCE, MODULE, KERNEL_SYMBOLS, KERNEL_TRACEABLE, KERNEL_TYPES, KERNEL_EXPORTS, KERNEL_VERMAGIC, KERNEL_INLINES
}
