package org.klpls.core.x86;

import java.util.Optional;

/**
 * One instruction, taken apart.
 *
 * @param length in bytes
 * @param opcode its last byte, in the map of opcodes that {@code map} tells
 * @param prefixes those that came before it
 * @param modRm empty where the opcode has none
 * @param immediate sign-extended; 0 where there is none
 * @param immediateSize in bytes
 */
public record Instruction(int length, OpcodeMap map, int opcode, Prefixes prefixes, Optional<ModRm> modRm,
        long immediate,
        int immediateSize) {
    /** Which table of opcodes. */
    public enum OpcodeMap {
        /** One byte. */
        ONE,
        /** {@code 0f} and a byte. */
        TWO,
        /** {@code 0f 38} and a byte. */
        THREE_38,
        /** {@code 0f 3a} and a byte. */
        THREE_3A
    }

    /**
     * Prefixes.
     *
     * @param wide operands of 64 bits (REX.W)
     * @param narrow operands of 16 bits (66)
     * @param repeat f2 or f3
     * @param segment fs or gs: an address is not the plain one
     * @param baseBit added to the register number in opcode or r/m (REX.B)
     */
    public record Prefixes(boolean wide, boolean narrow, boolean repeat, boolean segment, int baseBit) {}

    /**
     * Operands.
     *
     * @param register the reg field with its REX bit: a register, or more of the opcode
     * @param memory empty where r/m is a register
     * @param rm the number of that register
     */
    public record ModRm(int register, Optional<Memory> memory, int rm) {}

    /**
     * A place in memory: base + index * scale + displacement.
     *
     * @param base number of a register; {@link #NONE}, or {@link #RIP} for the address behind the instruction
     * @param index number of a register or NONE
     * @param displacementOffset where it stands in the instruction
     */
    public record Memory(int base, int index, int scale, long displacement, int displacementOffset,
            int displacementSize) {
        public static final int NONE = -1;
        public static final int RIP = 16;
    }

    /** Where the immediate stands in the instruction. */
    public int immediateOffset() {
        return length - immediateSize;
    }

    public boolean is(OpcodeMap wanted, int number) {
        return map == wanted && opcode == number;
    }

    /** The reg field without its REX bit, where it is part of the opcode; -1 where there is no ModRM byte. */
    public int group() {
        return modRm.map(m -> m.register() & 7).orElse(-1);
    }
}
