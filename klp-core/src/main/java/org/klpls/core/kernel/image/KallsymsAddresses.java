package org.klpls.core.kernel.image;

import java.util.Optional;
import org.klpls.core.elf.ElfBytes;

/**
 * kallsyms_offsets with kallsyms_relative_base, or kallsyms_addresses. They stand before kallsyms_num_syms up to 6.3,
 * behind kallsyms_token_index from 6.4 on; since 7.0 there is no base. Source: scripts/kallsyms.c write_src(), v4.6,
 * v6.1, v6.4, v6.12, v7.3.
 */
final class KallsymsAddresses {
    /** What an offset means. Source: kernel/kallsyms.c kallsyms_sym_address(). */
    private enum Meaning {
        /** KALLSYMS_ABSOLUTE_PERCPU: not negative is the address itself, negative counts back from base - 1. */
        ABSOLUTE_PERCPU,
        /** An unsigned distance from the base. */
        FROM_BASE
    }

    private KallsymsAddresses() {}

    /** Address by entry, ascending as the kernel's search needs them; empty where no known layout fits. */
    static Optional<long[]> find(KernelMemory.Region region, TokenTable tokens, KallsymsNames names) {
        ElfBytes bytes = region.bytes();
        int count = names.count();
        long offsetBytes = TokenTable.aligned(4L * count, names.alignment());
        long behindTokens = TokenTable.aligned(tokens.end(), names.alignment());
        return relative(bytes, names.numSyms() - Long.BYTES - offsetBytes, names.numSyms() - Long.BYTES, count)
                .or(() -> relative(bytes, behindTokens, behindTokens + offsetBytes, count))
                .or(() -> fromPlace(region, behindTokens, count))
                .or(() -> absolute(bytes, names.numSyms() - (long) Long.BYTES * count, count))
                .or(() -> absolute(bytes, behindTokens, count));
    }

    /** Each the distance from its own place. Source: kernel/kallsyms.c kallsyms_sym_address(), v7.3. */
    private static Optional<long[]> fromPlace(KernelMemory.Region region, long offsets, int count) {
        if (!region.bytes().holds(offsets, 4L * count)) {
            return Optional.empty();
        }
        long[] addresses = new long[count];
        for (int i = 0; i < count; i++) {
            long at = offsets + 4L * i;
            addresses[i] = region.address() + at + region.bytes().s32(at);
        }
        return areKernelAddresses(addresses) ? Optional.of(addresses) : Optional.empty();
    }

    private static Optional<long[]> relative(ElfBytes bytes, long offsets, long relativeBase, int count) {
        if (!bytes.holds(offsets, 4L * count) || !bytes.holds(relativeBase, Long.BYTES)) {
            return Optional.empty();
        }
        long base = bytes.u64(relativeBase);
        if (base >= 0) {
            return Optional.empty();
        }
        for (Meaning meaning : Meaning.values()) {
            long[] addresses = new long[count];
            for (int i = 0; i < count; i++) {
                int offset = bytes.s32(offsets + 4L * i);
                addresses[i] = switch (meaning) {
                    case ABSOLUTE_PERCPU -> offset >= 0 ? offset : base - 1 - offset;
                    case FROM_BASE -> base + Integer.toUnsignedLong(offset);
                };
            }
            if (areKernelAddresses(addresses)) {
                return Optional.of(addresses);
            }
        }
        return Optional.empty();
    }

    private static Optional<long[]> absolute(ElfBytes bytes, long start, int count) {
        if (!bytes.holds(start, (long) Long.BYTES * count)) {
            return Optional.empty();
        }
        long[] addresses = new long[count];
        for (int i = 0; i < count; i++) {
            addresses[i] = bytes.u64(start + (long) Long.BYTES * i);
        }
        return areKernelAddresses(addresses) ? Optional.of(addresses) : Optional.empty();
    }

    /** Ascending, and most of them in the kernel's half: per-cpu symbols are few. */
    private static boolean areKernelAddresses(long[] addresses) {
        int high = 0;
        for (int i = 0; i < addresses.length; i++) {
            if (i > 0 && Long.compareUnsigned(addresses[i - 1], addresses[i]) > 0) {
                return false;
            }
            high += addresses[i] < 0 ? 1 : 0;
        }
        return high > addresses.length / 2;
    }
}
