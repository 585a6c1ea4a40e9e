package org.klpls.core.kernel;

/** What differs between kernel series in loading a livepatch, each with the first series that has it. */
public enum KernelChange {
    /** Tasks are switched one by one, and only where their stacks can be told. kernel/livepatch/transition.c. */
    CONSISTENCY_MODEL(4, 12),
    /** klp_register_patch() is gone: klp_enable_patch() does all, once. kernel/livepatch/core.c. */
    ENABLE_ONLY(5, 1),
    /** klp_patch.replace. kernel/livepatch/core.c klp_add_nops(). */
    ATOMIC_REPLACE(5, 1),
    /** Missing reliable stack traces are warned of, where they were refused. kernel/livepatch/core.c klp_enable_patch(). */
    UNRELIABLE_STACK_WARNED(5, 1),
    /** MODULE_IMPORT_NS(). kernel/module.c verify_namespace_is_imported(). */
    SYMBOL_NAMESPACES(5, 4),
    /** klp_patch.states. kernel/livepatch/state.c klp_is_patch_compatible(). */
    STATES(5, 5),
    /** Livepatch relocations of vmlinux are applied with the others; before, by klp_enable_patch(). */
    VMLINUX_RELOCATIONS_AT_LOAD(5, 8),
    /** Who uses GPL-only symbols gets none of a proprietary module. kernel/module.c inherit_taint(). */
    PROPRIETARY_TAINT_INHERITED(5, 9),
    /** Return thunks. arch/x86/kernel/alternative.c apply_returns(); in 5.15 and 5.10 by their stable series. */
    RETURN_THUNKS(5, 19),
    /** KSYM_NAME_LEN is 512. include/linux/kallsyms.h. */
    LONG_SYMBOL_NAMES(6, 1),
    /** Livepatch relocations are zeroed when their target goes. arch/x86/kernel/module.c clear_relocate_add(). */
    RELOCATIONS_CLEARED(6, 3),
    /** A value that does not fit is seen before it is written. arch/x86/kernel/module.c __write_relocate_add(). */
    OVERFLOW_SEEN_BEFORE_WRITING(6, 3),
    /** Type and size of the section of struct module are checked. kernel/module/main.c elf_validity_check(). */
    THIS_MODULE_CHECKED(6, 4),
    /** What taints is said once the module has its memory. kernel/module/main.c module_augment_kernel_taints(). */
    TAINTS_AFTER_ALLOCATION(6, 4),
    /** Seven regions of memory, one for each use, where there were core and init. kernel/module/main.c __layout_sections(). */
    MEMORY_BY_USE(6, 4),
    /** No more .parainstructions: they are alternatives now. arch/x86/kernel/module.c module_finalize(). */
    PARAVIRT_BY_ALTERNATIVES(6, 8),
    /** Sections first, then their names, then what must be there once. kernel/module/main.c elf_validity_cache_copy(). */
    ELF_CHECKED_IN_PARTS(6, 12);

    private final KernelVersion since;

    KernelChange(int major, int minor) {
        this.since = new KernelVersion(major, minor);
    }

    /** The first series that has it. */
    public KernelVersion since() {
        return since;
    }
}
