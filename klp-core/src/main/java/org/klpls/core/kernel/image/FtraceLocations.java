package org.klpls.core.kernel.image;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.LongPredicate;
import java.util.stream.LongStream;
import org.klpls.core.elf.ElfBytes;

/**
 * The addresses that {@code __mcount_loc} lists: where the compiler put a call to the tracer.
 * Source: kernel/trace/ftrace.c ftrace_init(), v6.1.
 */
public final class FtraceLocations {
    /** {@code endbr64}, which stands before the call where CONFIG_X86_KERNEL_IBT is set. */
    private static final int ENDBR64 = 0xfa1e0ff3;
    private static final int ENDBR_SIZE = 4;
    private static final int CALL = 0xe8;
    private static final int CALL_SIZE = 5;
    /** {@code nopl 0(%rax,%rax,1)} is 0f 1f 44 00 00. */
    private static final int NOP5_START = 0x00441f0f;
    /** Fewer in a row are no list of a kernel's functions. */
    private static final int FEWEST = 1000;

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

    /**
     * The list where no symbol tells of it (CONFIG_KALLSYMS_ALL is not set): the longest run of addresses at each of
     * which stands a call or the 5 bytes that do nothing.
     *
     * @param isText whether an address lies in the kernel's text
     */
    static Optional<FtraceLocations> search(KernelMemory memory, LongPredicate isText) {
        ElfBytes longest = ElfBytes.EMPTY;
        int most = 0;
        for (KernelMemory.Region region : memory.regions()) {
            ElfBytes bytes = region.bytes();
            long start = 0;
            int found = 0;
            for (long at = 0; at + Long.BYTES <= bytes.size(); at += Long.BYTES) {
                long address = bytes.u64(at);
                if (address == 0) {
                    continue; // no end of a list, and no entry: much of a kernel is zeros
                }
                if (!isText.test(address) || !isCall(memory, address)) {
                    start = at + Long.BYTES;
                    found = 0;
                } else if (++found > most) {
                    most = found;
                    longest = bytes.slice(start, at + Long.BYTES - start);
                }
            }
        }
        long[] addresses = addresses(longest);
        return addresses.length < FEWEST ? Optional.empty() : Optional.of(new FtraceLocations(addresses, memory));
    }

    /** {@code call __fentry__}, or what the build put in its place. Source: tools/objtool/check.c, --mnop, v6.1. */
    private static boolean isCall(KernelMemory memory, long address) {
        return memory.between(address, address + CALL_SIZE)
                .filter(b -> b.u8(0) == CALL || b.s32(0) == NOP5_START && b.u8(4) == 0)
                .isPresent();
    }

    private static long[] addresses(ElfBytes list) {
        long[] addresses = new long[(int) (list.size() / Long.BYTES)];
        for (int i = 0; i < addresses.length; i++) {
            addresses[i] = list.u64((long) i * Long.BYTES);
        }
        return Arrays.stream(addresses).filter(a -> a != 0).sorted().toArray();
    }

    /** All of them, ascending. */
    LongStream all() {
        return Arrays.stream(sorted);
    }

    /** Whether one lies in {@code [start, end)}. */
    boolean isAnyIn(long start, long end) {
        int found = Arrays.binarySearch(sorted, start);
        int next = found >= 0 ? found : -found - 1;
        return next < sorted.length && sorted[next] < end;
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
