package org.klpls.core.kernel.image;

import java.util.Arrays;
import java.util.Optional;
import org.klpls.core.elf.ElfBytes;

/**
 * The addresses that {@code __mcount_loc} lists: where the compiler put a call to the tracer.
 * Source: kernel/trace/ftrace.c ftrace_init(), v6.1.
 */
public final class FtraceLocations {
    /** {@code endbr64}, which stands before the call where CONFIG_X86_KERNEL_IBT is set. */
    private static final int ENDBR64 = 0xfa1e0ff3;
    private static final int ENDBR_SIZE = 4;

    private final long[] sorted;
    private final KernelMemory memory;

    private FtraceLocations(long[] sorted, KernelMemory memory) {
        this.sorted = sorted;
        this.memory = memory;
    }

    /** The list between these two boundary symbols. Entries of 0 are of functions that the linker dropped. */
    static Optional<FtraceLocations> read(KernelMemory memory, long start, long stop) {
        return memory.between(start, stop).map(list -> new FtraceLocations(addresses(list), memory));
    }

    private static long[] addresses(ElfBytes list) {
        long[] addresses = new long[(int) (list.size() / Long.BYTES)];
        for (int i = 0; i < addresses.length; i++) {
            addresses[i] = list.u64((long) i * Long.BYTES);
        }
        return Arrays.stream(addresses).filter(a -> a != 0).sorted().toArray();
    }

    /**
     * Whether a function that starts here has a location at its entry. A location further in is what a weak function
     * left behind, and the kernel disables it. Source: arch/x86/include/asm/ftrace.h FTRACE_MCOUNT_MAX_OFFSET and
     * kernel/trace/ftrace.c test_for_valid_rec(), v6.1.
     */
    boolean isAtEntry(long function) {
        if (Arrays.binarySearch(sorted, function) >= 0) {
            return true;
        }
        return Arrays.binarySearch(sorted, function + ENDBR_SIZE) >= 0
                && memory.between(function, function + ENDBR_SIZE).filter(b -> b.s32(0) == ENDBR64).isPresent();
    }
}
