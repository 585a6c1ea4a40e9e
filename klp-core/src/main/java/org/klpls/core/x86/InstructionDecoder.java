package org.klpls.core.x86;

import java.util.Optional;
import java.util.OptionalLong;
import org.klpls.core.x86.Instruction.Memory;
import org.klpls.core.x86.Instruction.ModRm;
import org.klpls.core.x86.Instruction.OpcodeMap;
import org.klpls.core.x86.Instruction.Prefixes;

/**
 * Takes 64-bit code apart: what gcc makes for the kernel, which uses no VEX or EVEX encodings. Source: Intel 64 and IA-32
 * Architectures Software Developer's Manual, volume 2, appendix A (opcode maps).
 */
public final class InstructionDecoder {
    /**
     * What follows each opcode: '.' nothing, 'm' ModRM, 'b' imm8, 'z' imm32 (16), 'v' imm64 with REX.W, 'w' imm16, 'M' ModRM
     * and imm8, 'Z' ModRM and imm32 (16), 'e' imm16 and imm8, 'o' an address, 'j' rel8, 'J' rel32, 'g'/'G' ModRM and for
     * TEST an immediate, 'p' a prefix, 'x' not in 64-bit code, or not known here.
     */
    private static final String ONE = ("mmmmbzxxmmmmbzxx" + "mmmmbzxxmmmmbzxx" + "mmmmbzpxmmmmbzpx"
            + "mmmmbzpxmmmmbzpx" + "pppppppppppppppp" + "................" + "xxxmppppzZbM...." + "jjjjjjjjjjjjjjjj"
            + "MZxMmmmmmmmmmmmm" + "..........x....." + "oooo....bz......" + "bbbbbbbbvvvvvvvv" + "MMw.xxMZe.w..bx."
            + "mmmmxxx.mmmmmmmm" + "jjjjbbbbJJxj...." + "p.pp..gG......mm");
    private static final String TWO = ("mmmmx.....x.xm.M" + "mmmmmmmmmmmmmmmm" + "mmmmxxxxmmmmmmmm" + "......x.xxxxxxxx"
            + "mmmmmmmmmmmmmmmm" + "mmmmmmmmmmmmmmmm" + "mmmmmmmmmmmmmmmm" + "MMMMmmm.mmxxmmmm" + "JJJJJJJJJJJJJJJJ"
            + "mmmmmmmmmmmmmmmm" + "...mMmxx...mMmmm" + "mmmmmmmmmmMmmmmm" + "mmMmMMMm........" + "mmmmmmmmmmmmmmmm"
            + "mmmmmmmmmmmmmmmm" + "mmmmmmmmmmmmmmmm");
    private static final int LONGEST = 15;

    private final Code code;
    private final long start;
    private int at;
    private boolean broken;

    /** Where code is read from. */
    @FunctionalInterface
    public interface Code {
        /** The byte at an address, 0 to 255; empty where there is none. */
        OptionalLong at(long address);
    }

    private InstructionDecoder(Code code, long start) {
        this.code = code;
        this.start = start;
    }

    /** The instruction at an address; empty where there is no code, or none that is known here. */
    public static Optional<Instruction> decode(Code code, long address) {
        InstructionDecoder decoder = new InstructionDecoder(code, address);
        Optional<Instruction> instruction = decoder.instruction();
        return decoder.broken || decoder.at > LONGEST ? Optional.empty() : instruction;
    }

    private Optional<Instruction> instruction() {
        boolean narrow = false;
        boolean repeat = false;
        boolean segment = false;
        int rex = 0;
        int opcode = u8();
        while (ONE.charAt(opcode) == 'p' && at < LONGEST && !broken) {
            narrow |= opcode == 0x66;
            repeat |= opcode == 0xf2 || opcode == 0xf3;
            segment |= opcode == 0x64 || opcode == 0x65;
            if (opcode == 0x67) {
                return Optional.empty();
            }
            rex = opcode >= 0x40 && opcode <= 0x4f ? opcode : 0;
            opcode = u8();
        }
        Prefixes prefixes = new Prefixes((rex & 8) != 0, narrow, repeat, segment, (rex & 1) << 3);
        OpcodeMap map = OpcodeMap.ONE;
        char form = ONE.charAt(opcode);
        if (opcode == 0x0f) {
            map = OpcodeMap.TWO;
            opcode = u8();
            form = TWO.charAt(opcode);
            if (opcode == 0x38 || opcode == 0x3a) {
                map = opcode == 0x38 ? OpcodeMap.THREE_38 : OpcodeMap.THREE_3A;
                opcode = u8();
                form = map == OpcodeMap.THREE_38 ? 'm' : 'M';
            }
        }
        if (form == 'x' || form == 'p') {
            return Optional.empty();
        }
        Optional<ModRm> modRm = "mMZgG".indexOf(form) >= 0 ? Optional.of(modRm(rex)) : Optional.empty();
        int size = immediateSize(form, prefixes, modRm);
        long immediate = signed(size);
        return Optional.of(new Instruction(at, map, opcode, prefixes, modRm, immediate, size));
    }

    private static int immediateSize(char form, Prefixes prefixes, Optional<ModRm> modRm) {
        int usual = prefixes.narrow() ? 2 : 4;
        boolean test = modRm.filter(m -> (m.register() & 7) <= 1).isPresent();
        return switch (form) {
            case 'b', 'M', 'j' -> 1;
            case 'z', 'Z' -> usual;
            case 'v' -> prefixes.wide() ? 8 : usual;
            case 'w' -> 2;
            case 'e' -> 3;
            case 'o' -> 8;
            case 'J' -> 4;
            case 'g' -> test ? 1 : 0;
            case 'G' -> test ? usual : 0;
            default -> 0;
        };
    }

    private ModRm modRm(int rex) {
        int modRm = u8();
        int mod = modRm >> 6;
        int register = modRm >> 3 & 7 | (rex & 4) << 1;
        int rm = modRm & 7;
        if (mod == 3) {
            return new ModRm(register, Optional.empty(), rm | (rex & 1) << 3);
        }
        int base = rm | (rex & 1) << 3;
        int index = Memory.NONE;
        int scale = 1;
        if (rm == 4) {
            int sib = u8();
            scale = 1 << (sib >> 6);
            index = sib >> 3 & 7 | (rex & 2) << 2;
            index = index == 4 ? Memory.NONE : index;
            base = sib & 7 | (rex & 1) << 3;
        }
        boolean noBase = mod == 0 && (base & 7) == 5;
        if (noBase) {
            base = rm == 4 ? Memory.NONE : Memory.RIP;
        }
        int size = mod == 1 ? 1 : mod == 2 || noBase ? 4 : 0;
        int offset = at;
        return new ModRm(register, Optional.of(new Memory(base, index, scale, signed(size), offset, size)), rm);
    }

    private int u8() {
        OptionalLong value = code.at(start + at);
        at++;
        broken |= value.isEmpty();
        return (int) value.orElse(0);
    }

    private long signed(int size) {
        long value = 0;
        for (int i = 0; i < size; i++) {
            value |= (long) u8() << Byte.SIZE * i;
        }
        int unused = Long.SIZE - Byte.SIZE * size;
        return size == 0 ? 0 : value << unused >> unused;
    }
}
