package org.klpls.core.loader;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import org.klpls.core.elf.ElfSymbol;
import org.klpls.core.x86.Instruction;
import org.klpls.core.x86.Instruction.OpcodeMap;
import org.klpls.core.x86.InstructionDecoder;

/**
 * Follows the code of a function as a processor would, as far as what it does depends on nothing that is not in the module:
 * through its own functions, over calls to others, to its return. Where a jump depends on what is not known, it ends.
 */
final class FollowedCode {
    private static final int MOST_STEPS = 20_000;
    private static final String ENABLE = "klp_enable_patch";
    private static final String RETURN_THUNK = "__x86_return_thunk";
    private static final String FENTRY = "__fentry__";

    private final CodeMemory memory;
    private final UnaryOperator<OptionalLong> enablePatch;
    private final Registers registers = new Registers();
    private final Deque<Long> callers = new ArrayDeque<>();
    private final Operations operations;
    private Optional<CodeEnd> end = Optional.empty();
    private long at;

    /** @param enablePatch what klp_enable_patch() does with its argument, and returns */
    FollowedCode(CodeMemory memory, UnaryOperator<OptionalLong> enablePatch) {
        this.memory = memory;
        this.enablePatch = enablePatch;
        this.operations = new Operations(memory, registers);
    }

    CodeEnd run(long start) {
        at = start;
        registers.set(Registers.RSP, OptionalLong.of(CodeMemory.STACK));
        for (int step = 0; step < MOST_STEPS && end.isEmpty(); step++) {
            Optional<Instruction> instruction = InstructionDecoder.decode(memory::code, at);
            if (instruction.isEmpty()) {
                return memory.cannotRun(at)
                        ? new CodeEnd.Crashes(at, "there is no code,")
                        : new CodeEnd.NotKnown(at, "there is no code that can be read");
            }
            step(instruction.get());
        }
        return end.orElseGet(() -> new CodeEnd.NotKnown(at, "it runs for long"));
    }

    private void step(Instruction i) {
        long here = at;
        at += i.length();
        boolean warns = i.is(OpcodeMap.TWO, 0x0b) && memory.isWarning(here);
        if (warns) {
            return;
        }
        if (i.is(OpcodeMap.ONE, 0) && i.length() == 2 && memory.code(here + 1).orElse(1) == 0) {
            end = Optional.of(new CodeEnd.Crashes(here, "there are zeros, and no code,"));
        } else if (i.is(OpcodeMap.TWO, 0x0b) || i.is(OpcodeMap.ONE, 0xcc)) {
            end = Optional.of(new CodeEnd.Crashes(here, i.opcode() == 0xcc ? "int3" : "ud2"));
        } else if (touchesUserMemory(i)) {
            end = Optional.of(new CodeEnd.Crashes(here, "it reads or writes address 0x"
                    + Long.toHexString(operations.address(i, at).orElse(0))));
        } else if (i.map() == OpcodeMap.ONE && jumps(i, here)) {
            return;
        } else if (i.map() == OpcodeMap.TWO && i.opcode() >> 4 == 8) {
            branch(i, here);
        } else {
            operations.run(i, at);
        }
    }

    private boolean touchesUserMemory(Instruction i) {
        boolean touches = i.modRm().flatMap(Instruction.ModRm::memory).isPresent() && !i.prefixes().segment()
                && !i.is(OpcodeMap.ONE, 0x8d) && !isHint(i);
        OptionalLong address = touches ? operations.address(i, at) : OptionalLong.empty();
        return address.isPresent() && memory.faults(address.getAsLong());
    }

    /** nop with operands, prefetch, endbr64. */
    private static boolean isHint(Instruction i) {
        return i.map() == OpcodeMap.TWO && (i.opcode() >= 0x18 && i.opcode() <= 0x1f || i.opcode() == 0x0d);
    }

    /** Whether it was an instruction that goes elsewhere. */
    private boolean jumps(Instruction i, long here) {
        switch (i.opcode()) {
            case 0xe8 -> call(here + i.immediateOffset(), at + i.immediate());
            case 0xe9, 0xeb -> jump(here + i.immediateOffset(), at + i.immediate());
            case 0xc3, 0xc2 -> giveBack();
            case 0xff -> {
                switch (i.group()) {
                    case 2 -> registers.afterCall();
                    case 4 -> end = Optional.of(new CodeEnd.NotKnown(here, "it jumps to a place that is not known"));
                    default -> operations.run(i, at);
                }
            }
            default -> {
                boolean conditional = i.opcode() >> 4 == 7;
                if (conditional) {
                    branch(i, here);
                }
                return conditional;
            }
        }
        return true;
    }

    private void branch(Instruction i, long here) {
        Optional<Boolean> taken = registers.flags().flatMap(f -> f.holds(i.opcode() & 0xf));
        if (taken.isEmpty()) {
            end = Optional.of(new CodeEnd.NotKnown(here, "it goes on in one of two ways, by what is not known"));
        } else if (taken.get()) {
            at += i.immediate();
        }
    }

    private void call(long operand, long target) {
        Optional<ElfSymbol> foreign = memory.foreign(operand);
        if (foreign.isPresent()) {
            foreign(foreign.get().name());
        } else if (memory.code(target).isPresent()) {
            callers.push(at);
            at = target;
        } else if (memory.cannotRun(target)) {
            end = Optional.of(new CodeEnd.Crashes(operand, "it calls what is no code,"));
        } else {
            registers.afterCall();
        }
    }

    private void jump(long operand, long target) {
        Optional<ElfSymbol> foreign = memory.foreign(operand);
        if (foreign.isPresent()) {
            if (!foreign.get().name().equals(RETURN_THUNK)) {
                foreign(foreign.get().name());
            }
            giveBack();
        } else {
            at = target;
        }
    }

    private void foreign(String function) {
        if (function.equals(FENTRY)) {
            return;
        }
        OptionalLong argument = registers.get(Registers.RDI);
        registers.afterCall();
        if (function.equals(ENABLE)) {
            registers.set(Registers.RAX, enablePatch.apply(argument));
        }
    }

    private void giveBack() {
        if (callers.isEmpty()) {
            OptionalLong rax = registers.get(Registers.RAX);
            end = Optional.of(new CodeEnd.Returns(
                    rax.isPresent()
                            ? OptionalLong.of(rax.getAsLong() << Integer.SIZE >> Integer.SIZE)
                            : OptionalLong.empty()));
        } else {
            at = callers.pop();
        }
    }
}
