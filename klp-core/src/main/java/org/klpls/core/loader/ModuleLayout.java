package org.klpls.core.loader;

import java.util.Optional;
import org.klpls.core.elf.ShIndex;

/**
 * Where a module's sections come to lie.
 *
 * @param coreSize bytes that stay
 * @param initSize bytes that are freed once init has run
 * @param addresses by section number; 0 for sections that are not loaded
 */
record ModuleLayout(long coreBase, long coreSize, long initBase, long initSize, long[] addresses) {
    /** MODULES_LEN with a 1 GiB kernel image. Source: arch/x86/include/asm/pgtable_64_types.h, v6.1. */
    static final long MODULES_LENGTH = 0x3f00_0000L;
    /** MODULES_VADDR. Source: the same. */
    static final long MODULES_START = 0xffff_ffff_c000_0000L;

    /** Empty for a section that is not loaded, or of that number is none. */
    Optional<Long> address(long section) {
        return section > 0 && section < addresses.length && addresses[(int) section] != 0
                ? Optional.of(addresses[(int) section])
                : Optional.empty();
    }

    Optional<Long> address(ShIndex section) {
        return address(section.value());
    }

    boolean isInCore(long address) {
        return Long.compareUnsigned(address, coreBase) >= 0 && Long.compareUnsigned(address, coreBase + coreSize) < 0;
    }

    boolean isInInit(long address) {
        return Long.compareUnsigned(address, initBase) >= 0 && Long.compareUnsigned(address, initBase + initSize) < 0;
    }

    boolean fitsModuleArea() {
        return coreSize <= MODULES_LENGTH && initSize <= MODULES_LENGTH;
    }

    /** Where the next module can lie: a guard page behind this one. */
    long end() {
        return initBase + initSize + 4096;
    }
}
