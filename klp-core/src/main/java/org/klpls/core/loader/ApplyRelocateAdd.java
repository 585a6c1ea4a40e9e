package org.klpls.core.loader;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.klpls.core.elf.ElfImage;
import org.klpls.core.elf.ElfSymbol;
import org.klpls.core.elf.Rela;
import org.klpls.core.elf.RelocationTable;
import org.klpls.core.elf.SectionHeader;
import org.klpls.core.elf.SymIndex;
import org.klpls.core.elf.SymbolTable;
import org.klpls.core.kernel.KernelChange;
import org.klpls.core.model.ElfPlace;
import org.klpls.core.module.KlpNames;
import org.klpls.core.reloc.Relocation;
import org.klpls.core.reloc.RelocationType;

/**
 * Applies the entries of one section. Where the kernel would stop, it goes on with the next entry, to see what else is
 * wrong; entries whose symbol is already told to be wrong are left out.
 * Source: arch/x86/kernel/module.c __apply_relocate_add(), v6.1, and __write_relocate_add(), v6.3.
 */
final class ApplyRelocateAdd {
    private final Loading loading;
    private final RelocationContext context;
    private final ElfImage image;
    private final SymbolTable symbols;
    private final Relocation.Order order;
    private final OutsideOfModule outside;
    private final boolean targetMustBeZero;
    private int applied;

    ApplyRelocateAdd(Loading loading, RelocationContext context) {
        this.loading = loading;
        this.context = context;
        this.image = loading.image();
        this.symbols = image.symbols();
        this.order = loading.version().has(KernelChange.OVERFLOW_SEEN_BEFORE_WRITING)
                ? Relocation.Order.VALUE_FIRST
                : Relocation.Order.PLACE_FIRST;
        this.outside = new OutsideOfModule(loading, context);
        this.targetMustBeZero = loading.version().has(KernelChange.TARGET_MUST_BE_ZERO);
    }

    /** All entries of a section whose target is loaded. */
    void run(SectionHeader section) {
        SectionHeader target = image.section(section.info()).orElseThrow();
        Optional<Long> base = context.layout().address(target.index());
        if (base.isEmpty()) {
            return;
        }
        RelocationTable table = image.relocations(section);
        long count = table.count();
        for (long i = 0; i < count; i++) {
            if (!applyGood(table, i, target, base.get())) {
                apply(section, target, base.get(), table.get(i));
            }
        }
    }

    /** How many entries were applied so far. */
    int applied() {
        return applied;
    }

    /** Most entries are good, and there are millions: these without an object for each. */
    private boolean applyGood(RelocationTable table, long i, SectionHeader target, long base) {
        Optional<RelocationType> type = RelocationType.of(table.type(i));
        long symbol = table.symbol(i);
        long offset = table.offset(i);
        if (type.isEmpty() || !context.values().knows(symbol) || !isInside(target, offset, type.get().width())) {
            return false;
        }
        long place = base + offset;
        int width = type.get().width();
        long value = type.get().value(context.values().value(symbol) + table.addend(i), place);
        boolean good = width == 0 || type.get().fits(value) && context.memory().holds(place, width)
                && context.memory().read(place, width) == 0;
        if (good) {
            applied++;
            if (width > 0) {
                context.memory().write(place, value, width);
            }
        }
        return good;
    }

    /** What is wrong with an entry whatever the addresses are; empty if nothing. */
    Optional<RelocationEvent> checkEntry(SectionHeader section, SectionHeader target, Rela rela) {
        ElfPlace place = place(section, rela);
        if (!symbols.has(rela.symbol())) {
            return Optional.of(new RelocationEvent.SymbolIndexOutside(place, rela.symbol().value(), symbols.count(),
                    new Consequence.Crashes(), List.of()));
        }
        Optional<RelocationType> type = RelocationType.of(rela.type());
        if (type.isEmpty()) {
            return Optional.of(new RelocationEvent.UnknownType(place, loading.name(), rela.type()));
        }
        return isInside(target, rela.offset(), type.get().width())
                ? Optional.empty()
                : Optional.of(new RelocationEvent.OffsetOutsideSection(place, target.name(), rela.offset(),
                        type.get().width(), target.size(), new Consequence.GoesWrongLater(), List.of()));
    }

    /** Whether the place of an entry that {@link #checkEntry} lets pass holds something, whatever its symbol's value. */
    Optional<RelocationEvent> checkPlace(SectionHeader section, SectionHeader target, Rela rela) {
        int width = RelocationType.of(rela.type()).orElseThrow().width();
        return context.layout().address(target.index()).map(base -> base + rela.offset())
                .filter(address -> targetMustBeZero && width > 0 && context.memory().holds(address, width)
                        && context.memory().read(address, width) != 0)
                .map(_ -> new RelocationEvent.TargetNonzero(place(section, rela),
                        ElfPlace.of(loading.module().path(), target.name(), rela.offset()), List.of()));
    }

    private static boolean isInside(SectionHeader target, long offset, int width) {
        return width == 0 || offset >= 0 && target.size() >= width && offset <= target.size() - width;
    }

    private void apply(SectionHeader section, SectionHeader target, long base, Rela rela) {
        Optional<RelocationEvent> wrong = checkEntry(section, target, rela);
        switch (wrong.orElse(null)) {
            case RelocationEvent.OffsetOutsideSection event -> loading
                    .happens(outside.offset(event, base + rela.offset(), rela, order));
            case RelocationEvent.SymbolIndexOutside event -> {
                if (!section.has(SectionHeader.SHF_RELA_LIVEPATCH)) {
                    loading.happens(outside.symbol(event, base + rela.offset(), rela, order));
                }
            }
            case null -> applyInside(section, target, base, rela);
            case RelocationEvent other -> loading.happens(other);
        }
    }

    private void applyInside(SectionHeader section, SectionHeader target, long base, Rela rela) {
        OptionalLong value = context.values().get(rela.symbol());
        RelocationType type = RelocationType.of(rela.type()).orElseThrow();
        if (value.isEmpty()) {
            unresolved(section, target, base, rela);
            return;
        }
        long place = base + rela.offset();
        if (!targetMustBeZero && context.memory().holds(place, type.width())) {
            context.memory().write(place, 0, type.width());
        }
        switch (Relocation.apply(context.memory(), type, order, base + rela.offset(),
                value.getAsLong() + rela.addend())) {
            case Relocation.Applied _ -> applied++;
            case Relocation.TargetNonzero nonzero -> loading.happens(new RelocationEvent.TargetNonzero(
                    place(section, rela), ElfPlace.of(loading.module().path(), target.name(), rela.offset()),
                    List.of(outside.nonzeroMessage(rela.type(), base + rela.offset(), nonzero.value()))));
            case Relocation.Overflows overflow -> loading.happens(new RelocationEvent.Overflow(place(section, rela),
                    loading.name(), rela.type(), overflow.value()));
            case Relocation.Truncated cut -> {
                long distance = value.getAsLong() + (int) rela.addend() - base - rela.offset();
                loading.happens(new RelocationEvent.PcRelativeTruncated(place(section, rela), rela.type(), cut.value(),
                        distance == (int) distance ? new Consequence.GoesOn() : new Consequence.GoesWrongLater()));
            }
            case Relocation.OutsideMemory _,Relocation.TargetDiffers _ -> {
                // A section larger than the memory of all modules: told as too large. Nothing is cleared here.
            }
        }
    }

    /** A symbol without a value. An ordinary section takes an unresolved livepatch symbol's value as it stands: 0. */
    private void unresolved(SectionHeader section, SectionHeader target, long base, Rela rela) {
        SymIndex index = rela.symbol();
        boolean livepatch = section.has(SectionHeader.SHF_RELA_LIVEPATCH);
        if (livepatch && !loading.isReported(index)) {
            checkPlace(section, target, rela).ifPresent(loading::happens);
        }
        boolean klpSymbol = symbols.shndx(index) == ElfSymbol.SHN_LIVEPATCH;
        boolean harmless = rela.type() == RelocationType.NONE.number() || !klpSymbol;
        boolean told = livepatch || section.name().startsWith(KlpNames.SECTION_PREFIX);
        if (!harmless && !told && loading.isFirstReportOf(index)) {
            loading.happens(new RelocationEvent.LivepatchSymbolInOrdinarySection(place(section, rela), section.name(),
                    symbols.name(index)));
        }
        int width = RelocationType.of(rela.type()).orElseThrow().width();
        if (width > 0) {
            context.unknown().add(base + rela.offset());
        }
    }

    ElfPlace place(SectionHeader section, Rela rela) {
        ElfPlace place = ElfPlace.of(loading.module().path(), section.name(), rela.entryOffset());
        return symbols.has(rela.symbol()) && !symbols.name(rela.symbol()).isEmpty()
                ? place.withSymbol(symbols.name(rela.symbol()))
                : place;
    }
}
