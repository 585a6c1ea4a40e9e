package org.klpls.core.loader;

/**
 * Tables of places in code that the kernel looks at, and changes, when a module is loaded. What it does with a place that is
 * none was seen on 6.1: it crashes where there is no memory, and where {@link #needsBranch} it stops at other code.
 */
enum SiteTable {
    /** struct alt_instr, 12 bytes up to 6.2. Source: arch/x86/include/asm/alternative.h. */
    ALTERNATIVES(".altinstructions", 12, 4, true, false),
    /** struct paravirt_patch_site, which holds a plain address. Source: arch/x86/include/asm/paravirt_types.h, v6.1. */
    PARAVIRT(".parainstructions", 16, 8, true, false),
    /** Source: arch/x86/kernel/alternative.c apply_retpolines(), v6.1. */
    RETPOLINES(".retpoline_sites", 4, 4, true, false),
    /** Source: arch/x86/kernel/alternative.c apply_returns(), v6.1. */
    RETURNS(".return_sites", 4, 4, true, false),
    /** struct static_call_site. Source: arch/x86/kernel/static_call.c __static_call_validate(), v6.1. */
    STATIC_CALLS(".static_call_sites", 8, 4, false, true),
    /** struct jump_entry; only looked at once its key is changed. Source: kernel/jump_label.c, v6.1. */
    JUMP_LABELS("__jump_table", 16, 4, false, false);

    private final String section;
    private final int size;
    private final int width;
    private final boolean readsPart;
    private final boolean needsBranch;

    SiteTable(String section, int size, int width, boolean readsPart, boolean needsBranch) {
        this.section = section;
        this.size = size;
        this.width = width;
        this.readsPart = readsPart;
        this.needsBranch = needsBranch;
    }

    String section() {
        return section;
    }

    /** Bytes of an entry. */
    int size() {
        return size;
    }

    /** Bytes of the first member, which tells the place: 8 for an address, 4 for its distance from the member. */
    int width() {
        return width;
    }

    /** Whether a part of an entry at the end is taken for a whole one. */
    boolean readsPart() {
        return readsPart;
    }

    /** Whether there must be a call, a jump, or what was made of one. */
    boolean needsBranch() {
        return needsBranch;
    }
}
