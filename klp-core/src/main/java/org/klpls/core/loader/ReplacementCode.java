package org.klpls.core.loader;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.klpls.core.elf.ElfBytes;
import org.klpls.core.elf.ElfImage;
import org.klpls.core.elf.ElfSymbol;
import org.klpls.core.elf.Rela;
import org.klpls.core.elf.SectionHeader;
import org.klpls.core.elf.ShIndex;
import org.klpls.core.reloc.RelocationType;
import org.klpls.core.x86.Instruction;
import org.klpls.core.x86.Instruction.Memory;
import org.klpls.core.x86.Instruction.OpcodeMap;
import org.klpls.core.x86.InstructionDecoder;

/**
 * Looks at the code of a new function for what no step of the kernel checks: operands that wait for a relocation which never
 * comes, or comes with a type that does not fit them.
 */
final class ReplacementCode {
    private static final Set<RelocationType> RELATIVE = Set.of(RelocationType.PC32, RelocationType.PLT32,
            RelocationType.PC64);

    private final Loading loading;
    private final ElfImage image;
    private final MemoryMap map;
    private final Map<ShIndex, Map<Long, Rela>> relocations = new HashMap<>();

    ReplacementCode(Loading loading, MemoryMap map) {
        this.loading = loading;
        this.image = loading.image();
        this.map = map;
    }

    /** The function at an address, as far as its symbol tells its size and its code can be taken apart. */
    void check(long address) {
        Optional<MemoryMap.Spot> spot = map.spot(address);
        Optional<ElfSymbol> function = map.symbol(address);
        if (spot.isEmpty() || function.isEmpty()) {
            return;
        }
        SectionHeader section = spot.get().section();
        InstructionDecoder.Code code = code(section);
        long end = spot.get().offset() + function.get().size();
        long at = spot.get().offset();
        while (at < end) {
            Optional<Instruction> instruction = InstructionDecoder.decode(code, at);
            if (instruction.isEmpty()) {
                return;
            }
            operands(section, at, instruction.get());
            at += instruction.get().length();
        }
    }

    /** Whether it does nothing at all: only the call that ftrace takes, and a return. */
    boolean isEmpty(long address) {
        Optional<MemoryMap.Spot> spot = map.spot(address);
        if (spot.isEmpty()) {
            return false;
        }
        SectionHeader section = spot.get().section();
        InstructionDecoder.Code code = code(section);
        long at = spot.get().offset();
        for (int i = 0; i < 4; i++) {
            Optional<Instruction> instruction = InstructionDecoder.decode(code, at);
            if (instruction.isEmpty()) {
                return false;
            }
            Instruction in = instruction.get();
            String target = callee(section, at, in).orElse("");
            if (in.is(OpcodeMap.ONE, 0xc3) || in.is(OpcodeMap.ONE, 0xe9) && target.equals("__x86_return_thunk")) {
                return true;
            }
            boolean nothing = in.is(OpcodeMap.ONE, 0xe8) && target.equals("__fentry__") || isNop(in);
            if (!nothing) {
                return false;
            }
            at += in.length();
        }
        return false;
    }

    private InstructionDecoder.Code code(SectionHeader section) {
        ElfBytes content = image.content(section);
        return at -> content.holds(at, 1) ? OptionalLong.of(content.u8(at)) : OptionalLong.empty();
    }

    private static boolean isNop(Instruction in) {
        return in.map() == OpcodeMap.TWO && in.opcode() >= 0x1e && in.opcode() <= 0x1f || in.is(OpcodeMap.ONE, 0x90);
    }

    private Optional<String> callee(SectionHeader section, long at, Instruction in) {
        return Optional.ofNullable(in(section).get(at + in.immediateOffset()))
                .filter(r -> image.symbols().has(r.symbol())).map(r -> image.symbols().name(r.symbol()));
    }

    private void operands(SectionHeader section, long at, Instruction in) {
        boolean goes = in.map() == OpcodeMap.ONE && (in.opcode() == 0xe8 || in.opcode() == 0xe9);
        if (goes) {
            relative(section, at + in.immediateOffset(), in.immediate());
        }
        in.modRm().flatMap(Instruction.ModRm::memory).filter(m -> m.base() == Memory.RIP)
                .ifPresent(m -> relative(section, at + m.displacementOffset(), m.displacement()));
    }

    /** An operand that counts from the next instruction. Without a relocation it is 0, which no compiler writes there. */
    private void relative(SectionHeader section, long offset, long value) {
        Rela rela = in(section).get(offset);
        if (rela == null && value == 0) {
            loading.happens(new RelocationEvent.OperandNotRelocated(map.place(addressOf(section, offset))));
        } else if (rela != null && RelocationType.of(rela.type()).filter(t -> !RELATIVE.contains(t)).isPresent()) {
            loading.happens(new RelocationEvent.OperandOfOtherType(map.place(addressOf(section, offset)), rela.type()));
        }
    }

    private long addressOf(SectionHeader section, long offset) {
        return map.address(section) + offset;
    }

    /** Relocations of a section by their place, ordinary and livepatch ones; those that write nothing left out. */
    private Map<Long, Rela> in(SectionHeader target) {
        return relocations.computeIfAbsent(target.index(), _ -> {
            Map<Long, Rela> byOffset = new HashMap<>();
            for (SectionHeader section : image.sections()) {
                boolean applies = section.type() == SectionHeader.SHT_RELA
                        || section.has(SectionHeader.SHF_RELA_LIVEPATCH);
                if (applies && section.info() == target.index().value()) {
                    image.relocations(section).relas().filter(r -> r.type() != RelocationType.NONE.number())
                            .forEach(r -> byOffset.putIfAbsent(r.offset(), r));
                }
            }
            return byOffset;
        });
    }
}
