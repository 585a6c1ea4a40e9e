package org.klpls.core.loader;

import org.klpls.core.kernel.KernelChange;
import org.klpls.core.kernel.KernelVersion;

/**
 * Tables of places in code that the kernel looks at, and changes, when a module is loaded. What it does with a place that is
 * none was seen on 6.1.
 */
enum SiteTable {
    /** struct alt_instr, 12 bytes up to 6.2, then 14. Source: arch/x86/include/asm/alternative.h. */
    ALTERNATIVES(".altinstructions", 12, 4, true, true),
    /** struct paravirt_patch_site, which holds a plain address. Source: arch/x86/include/asm/paravirt_types.h, v6.1. */
    PARAVIRT(".parainstructions", 16, 8, true, true),
    /** Source: arch/x86/kernel/alternative.c apply_retpolines(), v6.1. */
    RETPOLINES(".retpoline_sites", 4, 4, true, false),
    /** Source: arch/x86/kernel/alternative.c apply_returns(), v6.1. */
    RETURNS(".return_sites", 4, 4, true, false),
    /** struct static_call_site. Source: arch/x86/kernel/static_call.c __static_call_validate(), v6.1. */
    STATIC_CALLS(".static_call_sites", 8, 4, false, false),
    /** struct exception_table_entry; looked at when an instruction faults. Source: arch/x86/include/asm/extable.h, v6.1. */
    EXCEPTIONS("__ex_table", 12, 4, false, true),
    /** struct jump_entry; only looked at once its key is changed. Source: kernel/jump_label.c, v6.1. */
    JUMP_LABELS("__jump_table", 16, 4, false, false);

    private static final int ALTERNATIVE_FLAGS_GROWTH = 2;

    private final String section;
    private final int size;
    private final int width;
    private final boolean readsPart;
    private final boolean losesPart;

    SiteTable(String section, int size, int width, boolean readsPart, boolean losesPart) {
        this.section = section;
        this.size = size;
        this.width = width;
        this.readsPart = readsPart;
        this.losesPart = losesPart;
    }

    String section() {
        return section;
    }

    /** Bytes of an entry. */
    int size(KernelVersion version) {
        return this == ALTERNATIVES && version.has(KernelChange.ALTERNATIVE_FLAGS)
                ? size + ALTERNATIVE_FLAGS_GROWTH
                : size;
    }

    /** Bytes of the first member, which tells the place: 8 for an address, 4 for its distance from the member. */
    int width() {
        return width;
    }

    /** Whether a part of an entry at the end is taken for a whole one. */
    boolean readsPart() {
        return readsPart;
    }

    /** Whether code needs each entry, so that one of which a part is missing does harm. */
    boolean losesPart() {
        return losesPart;
    }
}
