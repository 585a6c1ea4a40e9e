package org.klpls.core.loader;

import java.util.List;
import java.util.Optional;
import org.klpls.core.elf.ElfSymbol;
import org.klpls.core.elf.Rela;
import org.klpls.core.elf.SectionHeader;
import org.klpls.core.reloc.Relocation;
import org.klpls.core.reloc.RelocationType;

/**
 * What relocations come to that the kernel does not find wrong, though they point past what is there: it reads and writes
 * all the same. Source: arch/x86/kernel/module.c __apply_relocate_add(), v6.1.
 */
final class OutsideOfModule {
    private static final int ST_SHNDX = 6;
    private static final int ST_VALUE = 8;

    private final Loading loading;
    private final RelocationContext context;

    OutsideOfModule(Loading loading, RelocationContext context) {
        this.loading = loading;
        this.context = context;
    }

    /** Past the section there may be other memory of the module, code of the kernel, or no memory at all. */
    RelocationEvent offset(RelocationEvent.OffsetOutsideSection event, long address, Rela rela,
            Relocation.Order order) {
        RelocationType type = RelocationType.of(rela.type()).orElseThrow();
        long symbolPlusAddend = context.values().get(rela.symbol()).orElse(0) + rela.addend();
        if (KernelImage.isText(loading.kernel(), address)) {
            // No 8 bytes of code, padding included, are zero.
            return with(event, new Consequence.Refused(Errno.ENOEXEC), List.of(nonzeroMessage(rela.type(), address,
                    order == Relocation.Order.VALUE_FIRST ? type.value(symbolPlusAddend, address) : symbolPlusAddend)));
        }
        if (!context.memory().holds(address, type.width())) {
            return with(event, new Consequence.Crashes(), List.of());
        }
        return Relocation.apply(context.memory(), type, order, address,
                symbolPlusAddend) instanceof Relocation.TargetNonzero nonzero
                        ? with(event, new Consequence.Refused(Errno.ENOEXEC),
                                List.of(nonzeroMessage(rela.type(), address, nonzero.value())))
                        : event;
    }

    /** Past the symbol table lies its string table, then what else init memory holds: taken for a symbol. */
    RelocationEvent symbol(RelocationEvent.SymbolIndexOutside event, long address, Rela rela, Relocation.Order order) {
        Optional<Long> symbol = symbolAddress(rela);
        Optional<RelocationType> type = RelocationType.of(rela.type());
        if (symbol.isEmpty()) {
            return event;
        }
        if (type.isEmpty()) {
            return new RelocationEvent.UnknownType(event.place(), loading.name(), rela.type());
        }
        if (!context.memory().holds(address, type.get().width())) {
            return event;
        }
        long value = context.memory().read(symbol.get() + ST_VALUE, Long.BYTES) + rela.addend();
        return switch (Relocation.apply(context.memory(), type.get(), order, address, value)) {
            case Relocation.TargetNonzero nonzero -> refused(event,
                    List.of(nonzeroMessage(rela.type(), address, nonzero.value())));
            case Relocation.Overflows overflow -> refused(event, new RelocationEvent.Overflow(event.place(),
                    loading.name(), rela.type(), overflow.value()).kernelMessages());
            case Relocation.Applied _,Relocation.Truncated _,Relocation.OutsideMemory _,Relocation.TargetDiffers _ ->
                new RelocationEvent.SymbolIndexOutside(event.place(), event.index(), event.count(),
                        new Consequence.GoesWrongLater(), List.of());
        };
    }

    /** The same in a livepatch section, where the symbol would have to be marked. */
    RelocationEvent livepatchSymbol(RelocationEvent.SymbolIndexOutside event, Rela rela) {
        Optional<Long> symbol = symbolAddress(rela);
        boolean marked = symbol.isEmpty()
                || context.memory().read(symbol.get() + ST_SHNDX, Short.BYTES) == ElfSymbol.SHN_LIVEPATCH;
        Optional<String> name = symbol.flatMap(at -> nameInFile(context.memory().read(at, Integer.BYTES)));
        return marked || name.isEmpty()
                ? event
                : new RelocationEvent.SymbolIndexOutside(event.place(), event.index(), event.count(),
                        new Consequence.Refused(Errno.EINVAL),
                        List.of("livepatch: symbol " + name.get() + " is not marked as a livepatch symbol"));
    }

    /** Names are read in the kernel's copy of the file. Source: kernel/module/main.c setup_load_info(), v6.1. */
    private Optional<String> nameInFile(long offset) {
        SectionHeader table = loading.image().symbolTableSection().orElseThrow();
        return loading.image().section(table.link())
                .flatMap(strings -> loading.image().file().cString(strings.offset() + offset));
    }

    /** Where the kernel takes the symbol to be; empty where there is no memory. */
    Optional<Long> symbolAddress(Rela rela) {
        SectionHeader table = loading.image().symbolTableSection().orElseThrow();
        return context.layout().address(table.index()).map(base -> base + rela.symbol().value() * ElfSymbol.SIZE)
                .filter(address -> context.memory().holds(address, ElfSymbol.SIZE));
    }

    private static RelocationEvent refused(RelocationEvent.SymbolIndexOutside event, List<String> messages) {
        return new RelocationEvent.SymbolIndexOutside(event.place(), event.index(), event.count(),
                new Consequence.Refused(Errno.ENOEXEC), messages);
    }

    private static RelocationEvent with(RelocationEvent.OffsetOutsideSection event, Consequence consequence,
            List<String> messages) {
        return new RelocationEvent.OffsetOutsideSection(event.place(), event.target(), event.offset(),
                event.width(), event.size(), consequence, messages);
    }

    String nonzeroMessage(long type, long address, long value) {
        return String.format("module: x86/modules: %s, existing value is nonzero for type %d, loc %016x, val %x",
                loading.version().nonzeroTargetMessage(), type, address, value);
    }
}
