package org.klpls.core.kernel;

import java.util.List;

/**
 * What differs between kernels in loading a livepatch, each with the first series that has it, and the stable updates of older
 * series that have it, too. Each was looked up in the sources of the kernels named in KernelChangeTest; where the first update
 * is not known, it is the first in which it was seen.
 */
public enum KernelChange {
    /** A relocation's place must be zero. arch/x86/kernel/module.c apply_relocate_add(): not in 4.12.4, in 4.15.18. */
    TARGET_MUST_BE_ZERO(4, 15),
    /** struct jump_entry holds distances. include/linux/jump_label.h; arch/x86/Kconfig HAVE_ARCH_JUMP_LABEL_RELATIVE. */
    RELATIVE_JUMP_LABELS(4, 20),
    /** klp_register_patch() is gone: klp_enable_patch() does all, once. kernel/livepatch/core.c: in 5.0.1, not in 5.3.1. */
    ENABLE_ONLY(5, 1),
    /** MODULE_IMPORT_NS(). kernel/module.c verify_namespace_is_imported(): not in 5.3.1, in 5.4.195. */
    SYMBOL_NAMESPACES(5, 4),
    /** klp_patch.states. kernel/livepatch/state.c klp_is_patch_compatible(): not in 5.4.195, in 5.7.14. */
    STATES(5, 5),
    /**
     * Livepatch relocations of vmlinux are applied with the others; before, by klp_enable_patch(). kernel/module.c
     * apply_relocations(): not in 5.7.14, in 5.8.1.
     */
    VMLINUX_RELOCATIONS_AT_LOAD(5, 8),
    /** Who uses GPL-only symbols gets none of a proprietary module. kernel/module.c inherit_taint(): not in 5.8.1, in 5.9.1. */
    PROPRIETARY_TAINT_INHERITED(5, 9),
    /**
     * What is wrong with an ELF file is told; before, only the errno. kernel/module.c elf_validity_check(): not in 5.14.0, in
     * 5.17.0; by an update in 5.15.135, not in 5.10.198.
     */
    ELF_ERRORS_TOLD(5, 17, new KernelVersion(5, 15, 135)),
    /** KSYM_NAME_LEN is 512. include/linux/kallsyms.h: not in 6.0.1, in 6.1 (Debian 6.1.192) and 6.2.1. */
    LONG_SYMBOL_NAMES(6, 1),
    /** Livepatch relocations are zeroed when their target goes. arch/x86/kernel/module.c clear_relocate_add(): not in 6.2.1, in 6.3.8. */
    RELOCATIONS_CLEARED(6, 3),
    /** struct alt_instr has flags of its own. arch/x86/include/asm/alternative.h. */
    ALTERNATIVE_FLAGS(6, 3),
    /** A value that does not fit is seen before it is written. arch/x86/kernel/module.c __write_relocate_add(): not in 6.2.1, in 6.3.8. */
    OVERFLOW_SEEN_BEFORE_WRITING(6, 3),
    /** Type and size of the section of struct module are checked. kernel/module/main.c elf_validity_cache_copy(): not in 6.3.8, in 6.4.6. */
    THIS_MODULE_CHECKED(6, 4),
    /** What taints is said once the module has its memory. kernel/module/main.c module_augment_kernel_taints(): not in 6.3.8, in 6.4.6. */
    TAINTS_AFTER_ALLOCATION(6, 4),
    /** Seven regions of memory, one for each use, where there were core and init. kernel/module/main.c __layout_sections(): not in 6.3.8, in 6.4.6. */
    MEMORY_BY_USE(6, 4),
    /** No more .parainstructions: they are alternatives now. arch/x86/kernel/module.c module_finalize(): in 6.6.9, not in 6.8.1. */
    PARAVIRT_BY_ALTERNATIVES(6, 8),
    /**
     * Other words: a line of 1,024 bytes (kernel/printk/printk.c vprintk_store()), "kobject: " (lib/kobject.c), one more flag
     * (kernel/trace/ftrace.c ftrace_bug()), no memory (mm/execmem.c execmem_alloc()): not in 6.1.192, in 6.12.117.
     */
    MORE_SAID(6, 12),
    /**
     * Sections first, then their names, then what must be there once. kernel/module/main.c elf_validity_cache_sechdrs() and others:
     * not in 6.12.19, in 6.13.7; by an update in 6.12.117.
     */
    ELF_CHECKED_IN_PARTS(6, 13, new KernelVersion(6, 12, 117)),
    /**
     * A symbol's section number is compared with e_shnum. kernel/module/main.c simplify_symbols(): not in 6.3.8 or 6.19.10; by an
     * update in 6.1 (Debian 6.1.192) and 6.12.117.
     */
    SECTION_INDEX_CHECKED(7, 0, new KernelVersion(6, 1, 192), new KernelVersion(6, 12, 117));

    private final KernelVersion since;
    private final List<KernelVersion> updates;

    KernelChange(int major, int minor, KernelVersion... updates) {
        this.since = new KernelVersion(major, minor);
        this.updates = List.of(updates);
    }

    /** The first series that has it. */
    public KernelVersion since() {
        return since;
    }

    /** The first updates of older series that have it; later ones of the same series have it, too. */
    public List<KernelVersion> updates() {
        return updates;
    }
}
