package org.klpls.core.loader;

import java.util.Optional;
import java.util.OptionalLong;
import org.klpls.core.loader.Registers.Flags;
import org.klpls.core.x86.Instruction;
import org.klpls.core.x86.Instruction.Memory;
import org.klpls.core.x86.Instruction.ModRm;
import org.klpls.core.x86.Instruction.OpcodeMap;

/**
 * What instructions do to registers and memory: the few that simple functions are made of. After any other nothing is
 * known any more but the stack pointer.
 */
final class Operations {
    private final CodeMemory memory;
    private final Registers registers;

    Operations(CodeMemory memory, Registers registers) {
        this.memory = memory;
        this.registers = registers;
    }

    /** The address that the memory operand means; {@code next} is that of the next instruction. */
    OptionalLong address(Instruction i, long next) {
        Optional<Memory> operand = i.modRm().flatMap(ModRm::memory);
        if (operand.isEmpty() || i.prefixes().segment()) {
            return OptionalLong.empty();
        }
        Memory m = operand.get();
        OptionalLong base = switch (m.base()) {
            case Memory.RIP -> OptionalLong.of(next);
            case Memory.NONE -> OptionalLong.of(0);
            default -> registers.get(m.base());
        };
        OptionalLong index = m.index() == Memory.NONE ? OptionalLong.of(0) : registers.get(m.index());
        boolean foreign = m.displacementSize() == Integer.BYTES
                && memory.foreign(next - i.length() + m.displacementOffset()).isPresent();
        return base.isEmpty() || index.isEmpty() || foreign
                ? OptionalLong.empty()
                : OptionalLong.of(base.getAsLong() + index.getAsLong() * m.scale() + m.displacement());
    }

    void run(Instruction i, long next) {
        boolean understood = i.map() == OpcodeMap.ONE ? one(i, next) : i.map() == OpcodeMap.TWO && two(i, next);
        if (!understood) {
            OptionalLong address = address(i, next);
            if (address.isPresent()) {
                memory.write(address.getAsLong(), OptionalLong.empty(), Long.BYTES);
            }
            registers.forget();
        }
    }

    private boolean two(Instruction i, long next) {
        if (i.opcode() >= 0x18 && i.opcode() <= 0x1f || i.opcode() == 0x0d || i.opcode() == 0xae) {
            return true;
        }
        boolean sets = i.opcode() >> 4 == 9;
        if (i.opcode() >> 4 == 4) {
            conditionalMove(i, next);
            return true;
        }
        boolean moves = i.opcode() == 0xb6 || i.opcode() == 0xb7 || i.opcode() == 0xbe
                || i.opcode() == 0xbf;
        if (sets) {
            put(i, next, OptionalLong.empty());
        } else if (moves) {
            registers.set(i.modRm().orElseThrow().register(), OptionalLong.empty());
        }
        return sets || moves;
    }

    private void conditionalMove(Instruction i, long next) {
        Optional<Boolean> holds = registers.flags().flatMap(f -> f.holds(i.opcode() & 0xf));
        setRegister(i, holds.isEmpty()
                ? OptionalLong.empty()
                : holds.get() ? get(i, next) : register(i));
    }

    private boolean one(Instruction i, long next) {
        int opcode = i.opcode();
        if (opcode >= 0x50 && opcode <= 0x57) {
            push(registers.get(number(i)));
        } else if (opcode >= 0x58 && opcode <= 0x5f) {
            registers.set(number(i), pop());
        } else if (opcode >= 0xb8 && opcode <= 0xbf) {
            registers.set(number(i), narrowed(immediate(i, next), width(i)));
        } else {
            return withOperands(i, next);
        }
        return true;
    }

    private boolean withOperands(Instruction i, long next) {
        int opcode = i.opcode();
        switch (opcode) {
            case 0x89 -> put(i, next, register(i));
            case 0x8b -> setRegister(i, get(i, next));
            case 0x8d -> setRegister(i, address(i, next));
            case 0x63 -> setRegister(i, OptionalLong.empty());
            case 0xc7 -> put(i, next, immediate(i, next));
            case 0x85 -> logic(i, get(i, next), register(i));
            case 0x39 -> compare(i, get(i, next), register(i));
            case 0x3b -> compare(i, register(i), get(i, next));
            case 0x3d -> compare(i, registers.get(Registers.RAX), immediate(i, next));
            case 0xa9 -> logic(i, registers.get(Registers.RAX), immediate(i, next));
            case 0x31, 0x33 -> xor(i, next);
            case 0x81, 0x83 -> arithmetic(i, next);
            case 0xf7 -> {
                if (i.group() > 1) {
                    return false;
                }
                logic(i, get(i, next), immediate(i, next));
            }
            case 0x68, 0x6a -> push(immediate(i, next));
            case 0xc9 -> {
                registers.set(Registers.RSP, registers.get(Registers.RBP));
                registers.set(Registers.RBP, pop());
            }
            case 0x90 -> {
            }
            case 0xff -> {
                if (i.group() != 6) {
                    return false;
                }
                push(get(i, next));
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void arithmetic(Instruction i, long next) {
        OptionalLong left = get(i, next);
        OptionalLong right = immediate(i, next);
        if (left.isEmpty() || right.isEmpty()) {
            if (i.group() != 7) {
                put(i, next, OptionalLong.empty());
            }
            registers.setFlags(Optional.empty());
            return;
        }
        long a = left.getAsLong();
        long b = right.getAsLong();
        switch (i.group()) {
            case 7 -> compare(i, left, right);
            case 0 -> result(i, next, a + b, Optional.empty());
            case 5 -> result(i, next, a - b, Optional.of(Flags.ofDifference(a, b, width(i))));
            case 1 -> result(i, next, a | b, Optional.of(Flags.ofLogic(a | b, width(i))));
            case 4 -> result(i, next, a & b, Optional.of(Flags.ofLogic(a & b, width(i))));
            case 6 -> result(i, next, a ^ b, Optional.of(Flags.ofLogic(a ^ b, width(i))));
            default -> {
                put(i, next, OptionalLong.empty());
                registers.setFlags(Optional.empty());
            }
        }
    }

    private void result(Instruction i, long next, long value, Optional<Flags> flags) {
        put(i, next, OptionalLong.of(value));
        registers.setFlags(flags);
    }

    private void xor(Instruction i, long next) {
        ModRm m = i.modRm().orElseThrow();
        boolean clears = m.memory().isEmpty() && m.rm() == m.register();
        if (clears) {
            result(i, next, 0, Optional.of(Flags.ofLogic(0, width(i))));
        } else {
            put(i, next, OptionalLong.empty());
            registers.setFlags(Optional.empty());
        }
    }

    private void logic(Instruction i, OptionalLong a, OptionalLong b) {
        OptionalLong result = a.isPresent() && b.isPresent()
                ? OptionalLong.of(a.getAsLong() & b.getAsLong())
                : OptionalLong.empty();
        registers.setFlags(result.isPresent()
                ? Optional.of(Flags.ofLogic(result.getAsLong(), width(i)))
                : Optional.empty());
    }

    private void compare(Instruction i, OptionalLong a, OptionalLong b) {
        registers.setFlags(a.isPresent() && b.isPresent()
                ? Optional.of(Flags.ofDifference(a.getAsLong(), b.getAsLong(), width(i)))
                : Optional.empty());
    }

    private void push(OptionalLong value) {
        OptionalLong stack = registers.get(Registers.RSP);
        if (stack.isPresent()) {
            registers.set(Registers.RSP, OptionalLong.of(stack.getAsLong() - Long.BYTES));
            memory.write(stack.getAsLong() - Long.BYTES, value, Long.BYTES);
        }
    }

    private OptionalLong pop() {
        OptionalLong stack = registers.get(Registers.RSP);
        if (stack.isEmpty()) {
            return stack;
        }
        registers.set(Registers.RSP, OptionalLong.of(stack.getAsLong() + Long.BYTES));
        return memory.read(stack.getAsLong(), Long.BYTES);
    }

    private static int number(Instruction i) {
        return i.opcode() & 7 | i.prefixes().baseBit();
    }

    private static int width(Instruction i) {
        return i.prefixes().wide() ? Long.BYTES : i.prefixes().narrow() ? Short.BYTES : Integer.BYTES;
    }

    /** An immediate; what a relocation to elsewhere puts there is not known unless it was applied. */
    private OptionalLong immediate(Instruction i, long next) {
        boolean foreign = i.immediateSize() >= Integer.BYTES
                && memory.foreign(next - i.immediateSize()).isPresent();
        return foreign ? OptionalLong.empty() : OptionalLong.of(i.immediate());
    }

    private OptionalLong register(Instruction i) {
        return narrowed(registers.get(i.modRm().orElseThrow().register()), width(i));
    }

    private void setRegister(Instruction i, OptionalLong value) {
        registers.set(i.modRm().orElseThrow().register(), narrowed(value, width(i)));
    }

    private OptionalLong get(Instruction i, long next) {
        ModRm m = i.modRm().orElseThrow();
        if (m.memory().isEmpty()) {
            return narrowed(registers.get(m.rm()), width(i));
        }
        OptionalLong address = address(i, next);
        return address.isPresent() ? memory.read(address.getAsLong(), width(i)) : OptionalLong.empty();
    }

    private void put(Instruction i, long next, OptionalLong value) {
        ModRm m = i.modRm().orElseThrow();
        if (m.memory().isEmpty()) {
            registers.set(m.rm(), narrowed(value, width(i)));
            return;
        }
        OptionalLong address = address(i, next);
        if (address.isPresent()) {
            memory.write(address.getAsLong(), value, width(i));
        }
    }

    /** Operands of 32 bits are zero-extended; those of 16 bits keep the rest of the register, which makes it unknown. */
    private static OptionalLong narrowed(OptionalLong value, int width) {
        if (value.isEmpty() || width == Long.BYTES) {
            return value;
        }
        return width == Integer.BYTES ? OptionalLong.of(value.getAsLong() & 0xffff_ffffL) : OptionalLong.empty();
    }
}
