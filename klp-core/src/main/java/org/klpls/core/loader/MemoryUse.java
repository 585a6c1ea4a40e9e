package org.klpls.core.loader;

/**
 * What a module's sections are put together by, in the order in which the kernel allocates them.
 * Source: include/linux/module.h enum mod_mem_type, v6.4; before, core and init alone were pieces of their own.
 */
enum MemoryUse {
    TEXT(false), DATA(false), RODATA(false), RO_AFTER_INIT(false), INIT_TEXT(true), INIT_DATA(true), INIT_RODATA(true);

    private static final MemoryUse[] CORE_BY_MASK = {TEXT, RODATA, RO_AFTER_INIT, DATA, DATA};
    /** Read-only-after-init sections of init have no place: the kernel warns and leaves them out. */
    private static final MemoryUse[] INIT_BY_MASK = {INIT_TEXT, INIT_RODATA, INIT_DATA, INIT_DATA, INIT_DATA};

    private final boolean init;

    MemoryUse(boolean init) {
        this.init = init;
    }

    /** Freed once init has run. */
    boolean isInit() {
        return init;
    }

    /** By the number of the flag mask that a section fits. Source: kernel/module/main.c __layout_sections(), v6.4. */
    static MemoryUse of(int mask, boolean init) {
        return init ? INIT_BY_MASK[mask] : CORE_BY_MASK[mask];
    }
}
