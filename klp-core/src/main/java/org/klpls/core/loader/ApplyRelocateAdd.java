package org.klpls.core.loader;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.klpls.core.elf.ElfImage;
import org.klpls.core.elf.ElfSymbol;
import org.klpls.core.elf.Rela;
import org.klpls.core.elf.SectionHeader;
import org.klpls.core.elf.SymIndex;
import org.klpls.core.elf.SymbolTable;
import org.klpls.core.model.ElfPlace;
import org.klpls.core.module.KlpNames;
import org.klpls.core.reloc.Relocation;
import org.klpls.core.reloc.RelocationType;

/**
 * Applies the entries of one section. Where the kernel would stop, it goes on with the next entry, to see what else is
 * wrong; entries whose symbol is already told to be wrong are left out.
 * Source: arch/x86/kernel/module.c __apply_relocate_add(), v6.1.
 */
final class ApplyRelocateAdd {
    private final Loading loading;
    private final RelocationContext context;
    private final ElfImage image;
    private final SymbolTable symbols;

    ApplyRelocateAdd(Loading loading, RelocationContext context) {
        this.loading = loading;
        this.context = context;
        this.image = loading.image();
        this.symbols = image.symbols();
    }

    /** All entries of a section whose target is loaded. */
    void run(SectionHeader section) {
        SectionHeader target = image.section(section.info()).orElseThrow();
        Optional<Long> base = context.layout().address(target.index());
        if (base.isPresent()) {
            image.relocations(section).relas().forEach(rela -> apply(section, target, base.get(), rela));
        }
    }

    /** What is wrong with an entry whatever the addresses are; empty if nothing. */
    Optional<RelocationEvent> checkEntry(SectionHeader section, SectionHeader target, Rela rela) {
        ElfPlace place = place(section, rela);
        if (!symbols.has(rela.symbol())) {
            return Optional.of(new RelocationEvent.SymbolIndexOutside(place, rela.symbol().value(), symbols.count()));
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
                .filter(address -> width > 0 && context.memory().holds(address, width)
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
            case RelocationEvent.OffsetOutsideSection outside -> loading.happens(outside(outside, base, rela));
            case null -> applyInside(section, target, base, rela);
            case RelocationEvent other -> loading.happens(other);
        }
    }

    private void applyInside(SectionHeader section, SectionHeader target, long base, Rela rela) {
        OptionalLong value = context.values().get(rela.symbol());
        RelocationType type = RelocationType.of(rela.type()).orElseThrow();
        if (value.isEmpty()) {
            unresolved(section, target, rela, type);
            return;
        }
        switch (Relocation.apply(context.memory(), type, base + rela.offset(), value.getAsLong() + rela.addend())) {
            case Relocation.Applied _ -> {
            }
            case Relocation.TargetNonzero nonzero -> loading.happens(new RelocationEvent.TargetNonzero(
                    place(section, rela), ElfPlace.of(loading.module().path(), target.name(), rela.offset()),
                    List.of(nonzeroMessage(rela.type(), base + rela.offset(), nonzero.value()))));
            case Relocation.Overflows overflow -> loading.happens(new RelocationEvent.Overflow(place(section, rela),
                    loading.name(), rela.type(), overflow.value()));
            case Relocation.Truncated cut -> loading.happens(new RelocationEvent.PcRelativeTruncated(
                    place(section, rela), rela.type(), cut.value()));
            case Relocation.OutsideMemory _ -> {
                // A section larger than the memory of all modules: told as too large.
            }
        }
    }

    /** A symbol without a value. An ordinary section takes an unresolved livepatch symbol's value as it stands: 0. */
    private void unresolved(SectionHeader section, SectionHeader target, Rela rela, RelocationType type) {
        SymIndex index = rela.symbol();
        if (section.has(SectionHeader.SHF_RELA_LIVEPATCH) && !loading.isReported(index)) {
            checkPlace(section, target, rela).ifPresent(loading::happens);
        }
        boolean harmless = type == RelocationType.NONE || symbols.shndx(index) != ElfSymbol.SHN_LIVEPATCH;
        boolean told = section.has(SectionHeader.SHF_RELA_LIVEPATCH)
                || section.name().startsWith(KlpNames.SECTION_PREFIX);
        if (!harmless && !told && loading.isFirstReportOf(index)) {
            loading.happens(new RelocationEvent.LivepatchSymbolInOrdinarySection(place(section, rela), section.name(),
                    symbols.name(index)));
        }
    }

    /** Past the section there may be other memory of the module, which the kernel reads and writes, or none. */
    private RelocationEvent outside(RelocationEvent.OffsetOutsideSection outside, long base, Rela rela) {
        long address = base + rela.offset();
        OptionalLong value = context.values().get(rela.symbol());
        RelocationType type = RelocationType.of(rela.type()).orElseThrow();
        if (!context.memory().holds(address, type.width())) {
            return with(outside, new Consequence.Crashes(), List.of());
        }
        long symbolPlusAddend = value.orElse(0) + rela.addend();
        return Relocation.apply(context.memory(), type, address, symbolPlusAddend) instanceof Relocation.TargetNonzero
                ? with(outside, new Consequence.Refused(Errno.ENOEXEC),
                        List.of(nonzeroMessage(rela.type(), address, symbolPlusAddend)))
                : outside;
    }

    private static RelocationEvent with(RelocationEvent.OffsetOutsideSection outside, Consequence consequence,
            List<String> messages) {
        return new RelocationEvent.OffsetOutsideSection(outside.place(), outside.target(), outside.offset(),
                outside.width(), outside.size(), consequence, messages);
    }

    private String nonzeroMessage(long type, long address, long value) {
        return String.format("module: x86/modules: %s, existing value is nonzero for type %d, loc %016x, val %x",
                loading.version().nonzeroTargetMessage(), type, address, value);
    }

    ElfPlace place(SectionHeader section, Rela rela) {
        ElfPlace place = ElfPlace.of(loading.module().path(), section.name(), rela.entryOffset());
        return symbols.has(rela.symbol()) && !symbols.name(rela.symbol()).isEmpty()
                ? place.withSymbol(symbols.name(rela.symbol()))
                : place;
    }
}
