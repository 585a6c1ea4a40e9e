package org.klpls.core.loader;

import java.util.List;
import java.util.Optional;
import org.klpls.core.elf.ShIndex;

/**
 * Where a module's sections come to lie.
 *
 * @param regions the pieces of memory given to it, in the order of their addresses
 * @param addresses by section number; 0 for sections that are not loaded
 */
record ModuleLayout(List<Region> regions, long[] addresses) {
    /** MODULES_LEN with a 1 GiB kernel image. Source: arch/x86/include/asm/pgtable_64_types.h, v6.1. */
    static final long MODULES_LENGTH = 0x3f00_0000L;
    /** MODULES_VADDR. Source: the same. */
    static final long MODULES_START = 0xffff_ffff_c000_0000L;
    static final int PAGE = 4096;
    /**
     * Where the first module lies if addresses are not randomised: before it are 2 MiB of BPF programs and a guard page.
     * Source: kernel/bpf/core.c bpf_prog_pack_alloc(), v6.1.
     */
    static final long FIRST_MODULE = MODULES_START + 0x20_0000 + PAGE;

    ModuleLayout {
        regions = List.copyOf(regions);
    }

    /**
     * Memory allocated in one piece, before and behind which nothing is mapped.
     *
     * @param init whether it is freed once init has run
     * @param size in bytes
     */
    record Region(long base, long size, boolean init) {
        boolean holds(long address) {
            return Long.compareUnsigned(address, base) >= 0 && Long.compareUnsigned(address, base + size) < 0;
        }
    }

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
        return regions.stream().anyMatch(r -> !r.init() && r.holds(address));
    }

    boolean isInInit(long address) {
        return regions.stream().anyMatch(r -> r.init() && r.holds(address));
    }

    boolean fitsModuleArea() {
        return largest() <= MODULES_LENGTH;
    }

    /** Bytes of the largest region. */
    long largest() {
        return regions.stream().mapToLong(Region::size).max().orElse(0);
    }

    /** Where the next module can lie: a guard page behind what is left of this one, once its init memory is freed. */
    long end() {
        Region last = regions.stream().filter(r -> !r.init()).reduce((_, later) -> later)
                .orElseGet(regions::getLast);
        return last.base() + last.size() + PAGE;
    }
}
