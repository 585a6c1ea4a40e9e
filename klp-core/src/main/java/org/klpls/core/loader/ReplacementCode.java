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
import org.klpls.core.kernel.KernelSymbol;
import org.klpls.core.kernel.SymbolLookup;
import org.klpls.core.module.KlpNames;
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
    private final RelocationContext context;
    private final MemoryMap map;
    private final UnwrittenPointers pointers;
    private final Map<ShIndex, Map<Long, Rela>> relocations = new HashMap<>();

    ReplacementCode(Loading loading, RelocationContext context, MemoryMap map) {
        this.loading = loading;
        this.context = context;
        this.pointers = new UnwrittenPointers(loading, context, map);
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
        pointers.start();
        while (at < end) {
            Optional<Instruction> instruction = InstructionDecoder.decode(code, at);
            if (instruction.isEmpty()) {
                return;
            }
            operands(section, at, instruction.get());
            pointers.next(addressOf(section, at), instruction.get());
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
            leads(section, at, at + in.immediateOffset(), in);
        }
        Optional<Memory> operand = in.modRm().flatMap(Instruction.ModRm::memory).filter(m -> m.base() == Memory.RIP);
        operand.ifPresent(m -> relative(section, at + m.displacementOffset(), m.displacement()));
        boolean touches = !in.prefixes().segment() && !in.is(OpcodeMap.ONE, 0x8d) && !isNop(in);
        if (touches && operand.isPresent()) {
            leads(section, at, at + operand.get().displacementOffset(), in);
            if (in.is(OpcodeMap.ONE, 0x8b)) {
                readsCode(section, at + operand.get().displacementOffset());
            }
        }
    }

    /** Where the relocated operand leads; of a weak symbol that is absent code asks before. */
    private void leads(SectionHeader section, long at, long offset, Instruction in) {
        long operand = addressOf(section, offset);
        Optional<ElfSymbol> symbol = symbol(section, offset);
        boolean known = symbol.isPresent() && context.memory().holds(operand, Integer.BYTES)
                && !context.unknown().contains(operand);
        boolean weak = symbol.filter(s -> s.isUndefined() && s.binding() == ElfSymbol.STB_WEAK).isPresent();
        if (known && !weak) {
            long address = addressOf(section, at) + in.length() + (int) context.memory().read(operand, Integer.BYTES);
            if (CodeMemory.isUser(address)) {
                loading.happens(new RelocationEvent.OperandLeadsNowhere(map.place(operand), address));
            }
        }
    }

    private void readsCode(SectionHeader section, long offset) {
        Optional<ElfSymbol> symbol = symbol(section, offset).filter(ElfSymbol::isLivepatch);
        symbol.flatMap(s -> KlpNames.scanSymbol(s.name(), loading.version().ksymNameLength() - 1))
                .map(n -> KlpFindObjectSymbol.run(loading, n.object(), n.symbol(), n.sympos()))
                .filter(found -> found instanceof SymbolLookup.Found(KernelSymbol kernel) && kernel.isText())
                .ifPresent(_ -> loading.happens(new RelocationEvent.CodeReadAsData(
                        map.place(addressOf(section, offset)), symbol.orElseThrow().name())));
    }

    private Optional<ElfSymbol> symbol(SectionHeader section, long offset) {
        return Optional.ofNullable(in(section).get(offset)).filter(r -> image.symbols().has(r.symbol()))
                .map(r -> image.symbols().get(r.symbol()));
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
