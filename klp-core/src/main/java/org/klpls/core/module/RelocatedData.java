package org.klpls.core.module;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.klpls.core.elf.ElfBytes;
import org.klpls.core.elf.ElfImage;
import org.klpls.core.elf.ElfSymbol;
import org.klpls.core.elf.Rela;
import org.klpls.core.elf.SectionHeader;
import org.klpls.core.elf.ShIndex;
import org.klpls.core.elf.SymbolTable;

/** The data of a module with its relocations, without addresses: which place points at which other. One thread only. */
final class RelocatedData {
    private static final int R_X86_64_64 = 1;

    private final ElfImage image;
    private final SymbolTable symbols;
    private final Map<ShIndex, List<SectionHeader>> relocationsOf;
    private final Map<ShIndex, Map<Long, Rela>> pointersIn = new HashMap<>();

    private RelocatedData(ElfImage image, Map<ShIndex, List<SectionHeader>> relocationsOf) {
        this.image = image;
        this.symbols = image.symbols();
        this.relocationsOf = relocationsOf;
    }

    static RelocatedData of(ElfImage image) {
        return new RelocatedData(image,
                image.sections().stream()
                        .filter(s -> s.type() == SectionHeader.SHT_RELA && image.section(s.info()).isPresent())
                        .collect(Collectors.groupingBy(s -> new ShIndex((int) s.info()))));
    }

    /** Relocation sections, ordinary and livepatch, whose target is this section. */
    List<SectionHeader> relocationsOf(ShIndex target) {
        return relocationsOf.getOrDefault(target, List.of());
    }

    Pointer pointer(ShIndex section, long offset) {
        Rela rela = pointersIn.computeIfAbsent(section, this::indexPointers).get(offset);
        if (rela != null) {
            return symbols.has(rela.symbol()) ? target(rela) : new Pointer.Unreadable();
        }
        return number(section, offset, 8).<Pointer>map(n -> n == 0 ? new Pointer.Null() : new Pointer.Number(n))
                .orElseGet(Pointer.Unreadable::new);
    }

    /**
     * An unrelocated little-endian number of at most 8 bytes; NOBITS reads as zero. Sections of every other type, also
     * SHT_NULL, the kernel copies. Source: kernel/module/main.c move_module(), v6.1.
     */
    Optional<Long> number(ShIndex section, long offset, long width) {
        SectionHeader header = image.section(section).orElseThrow();
        if (offset < 0 || width < 0 || width > 8 || header.size() < width || offset > header.size() - width) {
            return Optional.empty();
        }
        if (header.type() == SectionHeader.SHT_NOBITS) {
            return Optional.of(0L);
        }
        ElfBytes content = image.bytes(header);
        if (!content.holds(offset, width)) {
            return Optional.empty();
        }
        long value = 0;
        for (long i = width - 1; i >= 0; i--) {
            value = value << 8 | content.u8(offset + i);
        }
        return Optional.of(value);
    }

    Optional<String> string(Pointer pointer) {
        return pointer instanceof Pointer.Inside inside
                ? image.section(inside.section()).filter(s -> s.type() != SectionHeader.SHT_NOBITS)
                        .flatMap(s -> image.bytes(s).cString(inside.offset()))
                : Optional.empty();
    }

    private Map<Long, Rela> indexPointers(ShIndex section) {
        Map<Long, Rela> byOffset = new HashMap<>();
        for (SectionHeader table : relocationsOf(section)) {
            image.relocations(table).relas().filter(r -> r.type() == R_X86_64_64)
                    .forEach(r -> byOffset.putIfAbsent(r.offset(), r));
        }
        return byOffset;
    }

    private Pointer target(Rela rela) {
        ElfSymbol symbol = symbols.get(rela.symbol());
        return symbol.section().<Pointer>map(s -> image.section(s).isPresent()
                ? new Pointer.Inside(s, symbol.value() + rela.addend())
                : new Pointer.Unreadable()).orElseGet(() -> new Pointer.Outside(symbol.name(), rela.addend()));
    }
}
