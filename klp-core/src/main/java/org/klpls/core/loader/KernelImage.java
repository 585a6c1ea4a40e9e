package org.klpls.core.loader;

import java.util.Optional;
import org.klpls.core.kernel.KernelSymbol;
import org.klpls.core.kernel.TargetKernel;
import org.klpls.core.model.ObjectName;

/** What is known of the kernel's own addresses. */
final class KernelImage {
    /** __START_KERNEL_map; below it lie user and per-cpu addresses. Source: arch/x86/include/asm/page_64_types.h, v6.1. */
    static final long START = 0xffff_ffff_8000_0000L;

    private KernelImage() {}

    /** Whether there is code at this address, by the symbols that bound it. Source: arch/x86/kernel/vmlinux.lds.S, v6.1. */
    static boolean isText(TargetKernel kernel, long address) {
        Optional<Long> start = address(kernel, "_stext");
        Optional<Long> end = address(kernel, "_etext");
        return start.isPresent() && end.isPresent() && Long.compareUnsigned(address, start.get()) >= 0
                && Long.compareUnsigned(address, end.get()) < 0;
    }

    private static Optional<Long> address(TargetKernel kernel, String name) {
        return kernel.occurrences(ObjectName.VMLINUX, name).stream().map(KernelSymbol::address).findFirst();
    }

    /** Whether an address belongs to the image and not to modules: what it holds is not known. */
    static boolean holds(long address) {
        return Long.compareUnsigned(address, START) >= 0
                && Long.compareUnsigned(address, ModuleLayout.MODULES_START) < 0;
    }
}
