package org.klpls.core.loader;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.klpls.core.elf.ElfImage;
import org.klpls.core.elf.ElfSymbol;
import org.klpls.core.elf.Rela;
import org.klpls.core.elf.SectionHeader;

/** The module's memory and a stack, as code reads and writes them; and what code refers to by relocations. */
final class CodeMemory {
    /** Where the stack is taken to begin: an address that nothing else has. */
    static final long STACK = 0xffff_c900_0010_0000L;
    private static final long STACK_SIZE = 0x4000;
    /** User addresses, NULL among them, are not the kernel's to touch. */
    private static final long USER_END = 0x0000_8000_0000_0000L;

    private static final int BUG_SIZE = 12;
    private static final int BUG_FLAGS = 10;
    private static final int BUGFLAG_WARNING = 1;

    private final RelocationContext context;
    private final MemoryMap map;
    private final ElfImage image;
    private final Map<Long, OptionalLong> stack = new HashMap<>();
    private final Map<SectionHeader, Map<Long, Rela>> relocations = new HashMap<>();

    CodeMemory(ElfImage image, RelocationContext context, MemoryMap map) {
        this.image = image;
        this.context = context;
        this.map = map;
    }

    OptionalLong code(long address) {
        return context.memory().holds(address, 1) && map.spot(address)
                .filter(s -> s.section().has(SectionHeader.SHF_EXECINSTR)).isPresent()
                        ? OptionalLong.of(context.memory().read(address, 1))
                        : OptionalLong.empty();
    }

    /**
     * Whether a ud2 at this address is a WARN(), after which code goes on.
     * Source: lib/bug.c report_bug(), include/asm-generic/bug.h struct bug_entry with relative pointers, v6.1.
     */
    boolean isWarning(long address) {
        Optional<SectionHeader> table = image.sections().stream()
                .filter(s -> s.isAlloc() && s.name().equals("__bug_table")).findFirst();
        long base = table.flatMap(t -> context.layout().address(t.index())).orElse(0L);
        long size = table.map(SectionHeader::size).orElse(0L);
        for (long at = base; at <= base + size - BUG_SIZE && context.memory().holds(at, BUG_SIZE); at += BUG_SIZE) {
            if (at + (int) context.memory().read(at, Integer.BYTES) == address) {
                return (context.memory().read(at + BUG_FLAGS, Short.BYTES) & BUGFLAG_WARNING) != 0;
            }
        }
        return false;
    }

    /** Whether an address is one that no code of the kernel can be at: not the kernel's, or data of the module. */
    boolean cannotRun(long address) {
        return isUser(address) || map.spot(address)
                .filter(s -> !s.section().has(SectionHeader.SHF_EXECINSTR)).isPresent();
    }

    /** Whether touching this address is a page fault that nothing handles. */
    boolean faults(long address) {
        return isUser(address);
    }

    /** Whether an address is in the half that is not the kernel's. */
    static boolean isUser(long address) {
        return address >= 0 && address < USER_END;
    }

    OptionalLong read(long address, int width) {
        if (isStack(address)) {
            return width == Long.BYTES ? stack.getOrDefault(address, OptionalLong.empty()) : OptionalLong.empty();
        }
        boolean known = context.memory().holds(address, width) && !context.unknown().contains(address)
                && !context.unknown().contains(address & -Long.BYTES);
        return known ? OptionalLong.of(context.memory().read(address, width)) : OptionalLong.empty();
    }

    void write(long address, OptionalLong value, int width) {
        if (isStack(address)) {
            stack.put(address, width == Long.BYTES ? value : OptionalLong.empty());
        } else if (context.memory().holds(address, width)) {
            if (value.isPresent()) {
                context.memory().write(address, value.getAsLong(), width);
                context.unknown().remove(address);
            } else {
                context.unknown().add(address & -Long.BYTES);
                context.unknown().add(address);
            }
        }
    }

    private static boolean isStack(long address) {
        return address > STACK - STACK_SIZE && address <= STACK;
    }

    /** The symbol from elsewhere that the operand at this address refers to. */
    Optional<ElfSymbol> foreign(long operand) {
        return rela(operand).filter(r -> r.symbol().value() != 0 && image.symbols().has(r.symbol()))
                .map(r -> image.symbols().get(r.symbol()))
                .filter(s -> s.isUndefined() || s.isLivepatch());
    }

    private Optional<Rela> rela(long address) {
        return map.spot(address)
                .flatMap(s -> Optional.ofNullable(relocations.computeIfAbsent(s.section(), this::index)
                        .get(s.offset())));
    }

    private Map<Long, Rela> index(SectionHeader target) {
        Map<Long, Rela> byOffset = new HashMap<>();
        for (SectionHeader section : image.sections()) {
            if (section.type() == SectionHeader.SHT_RELA && section.info() == target.index().value()) {
                image.relocations(section).relas().forEach(r -> byOffset.putIfAbsent(r.offset(), r));
            }
        }
        return byOffset;
    }
}
