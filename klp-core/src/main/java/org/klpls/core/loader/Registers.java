package org.klpls.core.loader;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;

/** The registers of a processor, as far as their content is known, and its flags. Mutable; one thread only. */
final class Registers {
    static final int RAX = 0;
    static final int RCX = 1;
    static final int RSP = 4;
    static final int RBP = 5;
    static final int RDI = 7;
    private static final int COUNT = 16;
    /** Those that a called function may leave changed: rax, rcx, rdx, rsi, rdi, r8 to r11. */
    private static final int[] CALLER_SAVED = {RAX, RCX, 2, 6, RDI, 8, 9, 10, 11};

    private final long[] values = new long[COUNT];
    private final boolean[] known = new boolean[COUNT];
    private Optional<Flags> flags = Optional.empty();

    /** What comparing leaves behind. */
    record Flags(boolean zero, boolean sign, boolean carry, boolean overflow) {
        /** After {@code a - b} of this width. */
        static Flags ofDifference(long a, long b, int width) {
            int unused = Long.SIZE - Byte.SIZE * width;
            long left = a << unused;
            long right = b << unused;
            long difference = left - right;
            return new Flags(difference == 0, difference < 0, Long.compareUnsigned(left, right) < 0,
                    ((left ^ right) & (left ^ difference)) < 0);
        }

        /** After a result of and, or, xor. */
        static Flags ofLogic(long result, int width) {
            long wide = result << Long.SIZE - Byte.SIZE * width;
            return new Flags(wide == 0, wide < 0, false, false);
        }

        /** Whether a condition holds, by its number in the opcode; empty for parity. */
        Optional<Boolean> holds(int condition) {
            Optional<Boolean> even = switch (condition >> 1) {
                case 0 -> Optional.of(overflow);
                case 1 -> Optional.of(carry);
                case 2 -> Optional.of(zero);
                case 3 -> Optional.of(carry || zero);
                case 4 -> Optional.of(sign);
                case 6 -> Optional.of(sign != overflow);
                case 7 -> Optional.of(zero || sign != overflow);
                default -> Optional.empty();
            };
            return even.map(holds -> holds != ((condition & 1) != 0));
        }
    }

    OptionalLong get(int register) {
        return known[register] ? OptionalLong.of(values[register]) : OptionalLong.empty();
    }

    void set(int register, OptionalLong value) {
        known[register] = value.isPresent();
        values[register] = value.orElse(0);
    }

    Optional<Flags> flags() {
        return flags;
    }

    void setFlags(Optional<Flags> newFlags) {
        flags = newFlags;
    }

    /** As after a call of a function that was not followed. */
    void afterCall() {
        for (int register : CALLER_SAVED) {
            known[register] = false;
        }
        flags = Optional.empty();
    }

    /** As after an instruction of which nothing is known but that it leaves the stack alone. */
    void forget() {
        boolean stack = known[RSP];
        Arrays.fill(known, false);
        known[RSP] = stack;
        flags = Optional.empty();
    }
}
