package org.klpls.core.loader;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.klpls.core.elf.SectionHeader;
import org.klpls.core.kernel.KernelSymbol;
import org.klpls.core.model.ElfPlace;
import org.klpls.core.model.ObjectName;
import org.klpls.core.x86.Instruction;
import org.klpls.core.x86.Instruction.OpcodeMap;
import org.klpls.core.x86.InstructionDecoder;

/** The entries of one table of code places. Source: as {@link SiteTable} tells. */
final class SpecialSites {
    /** call, jmp, ret, a conditional jump or nop, and the prefix of what clears rax in place of a call. */
    private static final Set<Integer> BRANCHES = Set.of(0xe8, 0xe9, 0xc3, 0x0f, 0x2e);

    /** A thunk for each of 16 registers. Source: arch/x86/lib/retpoline.S, v6.1. */
    private static final String THUNKS = "__x86_indirect_thunk_array";
    private static final int THUNK_SIZE = 32;
    private static final int THUNK_COUNT = 16;
    private static final String RETURN_THUNK = "__x86_return_thunk";
    private static final int BRANCH_SIZE = 5;
    /** tramp_ud, behind the jump of a trampoline. Source: arch/x86/kernel/static_call.c, v6.1. */
    private static final byte[] TRAMPOLINE_END = {0x0f, (byte) 0xb9, (byte) 0xcc};

    private final Loading loading;
    private final RelocationContext context;
    private final SiteTable table;
    private final MemoryMap map;
    private final int size;

    SpecialSites(Loading loading, RelocationContext context, SiteTable table) {
        this.loading = loading;
        this.context = context;
        this.table = table;
        this.size = table.size(loading.version());
        this.map = MemoryMap.of(loading.image(), context.layout());
    }

    void run(SectionHeader section) {
        long base = context.layout().address(section.index()).orElse(0L);
        if (base == 0) {
            return;
        }
        if (table.losesPart() && section.size() % size != 0) {
            loading.happens(new FinalizeEvent.LastEntryCut(
                    ElfPlace.of(loading.module().path(), section.name(), section.size() / size * size),
                    section.name(), section.size(), size));
        }
        long end = table.readsPart() ? section.size() : section.size() - size + 1;
        for (long offset = 0; offset < end; offset += size) {
            long at = base + offset;
            if (!context.memory().holds(at, table.width())) {
                return;
            }
            if (!context.unknown().contains(at)) {
                site(section, offset, target(at));
            }
        }
    }

    private long target(long at) {
        long value = context.memory().read(at, table.width());
        return table.width() == Long.BYTES ? value : at + (int) value;
    }

    private void site(SectionHeader section, long offset, long target) {
        ElfPlace place = ElfPlace.of(loading.module().path(), section.name(), offset);
        boolean code = map.spot(target).filter(s -> s.section().has(SectionHeader.SHF_EXECINSTR)).isPresent();
        if (code) {
            if (!fits(target)) {
                tell(place, section, target, table == SiteTable.STATIC_CALLS
                        ? new Consequence.Crashes()
                        : new Consequence.GoesWrongLater());
            }
        } else if (isMapped(target)) {
            tell(place, section, target, table == SiteTable.STATIC_CALLS
                    ? new Consequence.Crashes()
                    : new Consequence.GoesWrongLater());
        } else {
            tell(place, section, target, table == SiteTable.JUMP_LABELS
                    || table == SiteTable.EXCEPTIONS
                            ? new Consequence.GoesWrongLater()
                            : new Consequence.Crashes());
        }
    }

    /** Whether there is the code that the table is for; of retpolines, returns and exceptions the kernel at most warns. */
    private boolean fits(long target) {
        return switch (table) {
            case STATIC_CALLS -> BRANCHES.contains((int) context.memory().read(target, 1));
            case RETPOLINES -> decoded(target).filter(in -> isRetpoline(target, in)).isPresent();
            case RETURNS -> decoded(target).filter(in -> isReturn(target, in)).isPresent();
            case EXCEPTIONS -> startsInstruction(target);
            case ALTERNATIVES, PARAVIRT, JUMP_LABELS -> true;
        };
    }

    private Optional<Instruction> decoded(long address) {
        return InstructionDecoder.decode(this::code, address);
    }

    private OptionalLong code(long address) {
        return context.memory().holds(address, 1)
                ? OptionalLong.of(context.memory().read(address, 1))
                : OptionalLong.empty();
    }

    /** A call, jump or conditional jump to a thunk. Source: arch/x86/kernel/alternative.c apply_retpolines(), v6.1. */
    private boolean isRetpoline(long address, Instruction in) {
        boolean branch = in.is(OpcodeMap.ONE, 0xe8) || in.is(OpcodeMap.ONE, 0xe9)
                || in.map() == OpcodeMap.TWO && in.opcode() >> 4 == 8;
        return branch && leadsTo(address, in, THUNKS, THUNK_SIZE * THUNK_COUNT);
    }

    /**
     * A jump to the thunk, or the trampoline of a static call, which may be a return. Source: arch/x86/kernel/alternative.c
     * apply_returns(), arch/x86/kernel/static_call.c __static_call_fixup(), v6.1.
     */
    private boolean isReturn(long address, Instruction in) {
        boolean jump = in.is(OpcodeMap.ONE, 0xe9) && leadsTo(address, in, RETURN_THUNK, 1);
        return jump || context.memory().holds(address + BRANCH_SIZE, TRAMPOLINE_END.length)
                && Arrays.equals(TRAMPOLINE_END,
                        context.memory().bytes(address + BRANCH_SIZE, TRAMPOLINE_END.length));
    }

    /** Taken to do so where the kernel's addresses are not known. */
    private boolean leadsTo(long address, Instruction in, String symbol, long size) {
        long operand = address + in.immediateOffset();
        Optional<Long> start = loading.kernel().occurrences(ObjectName.VMLINUX, symbol).stream()
                .map(KernelSymbol::address).findFirst();
        long distance = address + in.length() + in.immediate() - start.orElse(0L);
        return start.isEmpty() || context.unknown().contains(operand) || distance >= 0 && distance < size;
    }

    /** No where the code before it, from the start of its function on, goes past it. */
    private boolean startsInstruction(long address) {
        long at = map.functionStart(address).orElse(address);
        while (at < address) {
            Optional<Instruction> in = decoded(at);
            if (in.isEmpty()) {
                return true;
            }
            at += in.get().length();
        }
        return at == address;
    }

    private boolean isMapped(long target) {
        return context.memory().holds(target, 1) || KernelImage.holds(target)
                || loading.running().holds(target);
    }

    private void tell(ElfPlace place, SectionHeader section, long target, Consequence consequence) {
        loading.happens(new FinalizeEvent.NoSuchSite(place, section.name(), map.name(target), consequence));
    }
}
