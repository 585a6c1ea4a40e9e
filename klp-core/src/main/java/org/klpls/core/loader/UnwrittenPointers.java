package org.klpls.core.loader;

import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.klpls.core.elf.ElfImage;
import org.klpls.core.elf.Rela;
import org.klpls.core.elf.SectionHeader;
import org.klpls.core.reloc.RelocationType;
import org.klpls.core.x86.Instruction;
import org.klpls.core.x86.Instruction.Memory;
import org.klpls.core.x86.Instruction.ModRm;
import org.klpls.core.x86.Instruction.OpcodeMap;

/**
 * Follows pointers that code loads and uses at once, where nothing in the module ever writes the variable: then what it holds
 * after relocation is what code finds.
 */
final class UnwrittenPointers {
    private static final int MOV_LOAD = 0x8b;
    private static final int MOV_STORE = 0x89;
    private static final int MOV_IMMEDIATE = 0xc7;
    private static final int LEA = 0x8d;
    private static final Set<Integer> MOVES = Set.of(MOV_LOAD, MOV_STORE, MOV_IMMEDIATE, LEA);
    private static final int PUSH = 0x50;
    private static final int REGISTERS = 8;
    /** A load is an opcode, ModRM with %rip as base, and a displacement. */
    private static final int RIP_OPERAND = 5;
    private static final int RIP_OPERAND_MASK = 0xc7;
    /** Longest immediate behind a displacement, which counts from its end. */
    private static final int IMMEDIATE = 4;

    private final Loading loading;
    private final RelocationContext context;
    private final MemoryMap map;
    private final Once<NavigableMap<Long, Boolean>> references = Once.of(this::readReferences);
    private final Map<Integer, Long> loaded = new HashMap<>();

    UnwrittenPointers(Loading loading, RelocationContext context, MemoryMap map) {
        this.loading = loading;
        this.context = context;
        this.map = map;
    }

    /** A function begins. */
    void start() {
        loaded.clear();
    }

    /** Its next instruction. What is loaded is forgotten at any that is not one of the few that come between. */
    void next(long address, Instruction in) {
        Optional<Memory> operand = in.modRm().flatMap(ModRm::memory);
        if (operand.isPresent() && !in.is(OpcodeMap.ONE, LEA) && !in.prefixes().segment()) {
            used(address, operand.get());
        }
        boolean pushes = in.map() == OpcodeMap.ONE && in.opcode() >= PUSH && in.opcode() < PUSH + REGISTERS;
        boolean moves = in.map() == OpcodeMap.ONE && MOVES.contains(in.opcode());
        if (!moves && !pushes) {
            loaded.clear();
        } else if (moves) {
            moves(address, in, operand);
        }
    }

    private void moves(long address, Instruction in, Optional<Memory> operand) {
        ModRm operands = in.modRm().orElseThrow();
        boolean toRegister = in.opcode() == MOV_LOAD || in.opcode() == LEA;
        if (toRegister || operand.isEmpty()) {
            loaded.remove(toRegister ? operands.register() : operands.rm());
        }
        boolean pointer = in.opcode() == MOV_LOAD && in.prefixes().wide() && !in.prefixes().segment();
        operand.filter(m -> pointer && m.base() == Memory.RIP).flatMap(m -> variable(address, in, m))
                .ifPresent(variable -> loaded.put(operands.register(), variable));
    }

    /** Address of the variable, if it is a pointer that nothing writes. */
    private Optional<Long> variable(long address, Instruction in, Memory operand) {
        long displacement = address + operand.displacementOffset();
        if (context.unknown().contains(displacement) || !context.memory().holds(displacement, Integer.BYTES)) {
            return Optional.empty();
        }
        long variable = address + in.length() + (int) context.memory().read(displacement, Integer.BYTES);
        boolean ours = map.spot(variable).isPresent() && context.memory().holds(variable, Long.BYTES);
        boolean unknown = context.unknown().contains(variable) || context.unknown().contains(variable & -Long.BYTES);
        boolean onlyRead = ours && !unknown
                && !references.get().subMap(variable - IMMEDIATE, true, variable + Long.BYTES, false)
                        .containsValue(false);
        return onlyRead ? Optional.of(variable) : Optional.empty();
    }

    private void used(long address, Memory operand) {
        Long variable = loaded.get(operand.base());
        if (variable != null && operand.index() == Memory.NONE) {
            long value = context.memory().read(variable, Long.BYTES);
            long target = value + operand.displacement();
            boolean canonical = target >> 47 == 0 || target >> 47 == -1;
            if (CodeMemory.isUser(target) || !canonical) {
                loading.happens(new RelocationEvent.PointerLeadsNowhere(map.place(address), map.name(variable), value));
                loaded.clear();
            }
        }
    }

    /** Where relocations lead in the module, each with whether all of them are plain loads. */
    private NavigableMap<Long, Boolean> readReferences() {
        NavigableMap<Long, Boolean> found = new TreeMap<>();
        ElfImage image = loading.image();
        for (SectionHeader section : image.sections()) {
            Optional<SectionHeader> target = image.section(section.info()).filter(SectionHeader::isAlloc);
            boolean applies = section.type() == SectionHeader.SHT_RELA
                    || section.has(SectionHeader.SHF_RELA_LIVEPATCH);
            if (applies && target.isPresent()) {
                image.relocations(section).relas()
                        .filter(rela -> context.values().knows(rela.symbol().value()))
                        .forEach(rela -> found.merge(leadsTo(rela), isLoad(target.get(), rela), (a, b) -> a && b));
            }
        }
        return found;
    }

    private long leadsTo(Rela rela) {
        boolean relative = rela.type() == RelocationType.PC32.number() || rela.type() == RelocationType.PLT32.number();
        return context.values().value(rela.symbol().value()) + rela.addend() + (relative ? Integer.BYTES : 0);
    }

    private boolean isLoad(SectionHeader target, Rela rela) {
        long place = context.layout().address(target.index()).orElse(0L) + rela.offset();
        return target.has(SectionHeader.SHF_EXECINSTR) && rela.type() == RelocationType.PC32.number()
                && context.memory().holds(place - 2, 2)
                && context.memory().read(place - 2, 1) == MOV_LOAD
                && (context.memory().read(place - 1, 1) & RIP_OPERAND_MASK) == RIP_OPERAND;
    }
}
