package org.klpls.core.loader;

import java.util.List;
import java.util.Optional;
import org.klpls.core.elf.ElfImage;
import org.klpls.core.elf.ElfSymbol;
import org.klpls.core.elf.Rela;
import org.klpls.core.elf.SectionHeader;
import org.klpls.core.elf.SymIndex;
import org.klpls.core.elf.SymbolTable;
import org.klpls.core.kernel.KernelChange;
import org.klpls.core.kernel.SymbolLookup;
import org.klpls.core.model.ElfPlace;
import org.klpls.core.model.KlpSymbolName;
import org.klpls.core.model.ObjectName;
import org.klpls.core.module.KlpNames;
import org.klpls.core.module.KlpRelocationSection;

/**
 * One livepatch relocation section: its symbols are resolved, then it is applied like any other.
 * Source: kernel/livepatch/core.c klp_apply_section_relocs() and klp_resolve_symbols(), v6.1.
 */
final class KlpApplySectionRelocs {
    private final Loading loading;
    private final RelocationContext context;
    private final ElfImage image;
    private final SymbolTable symbols;
    private final ApplyRelocateAdd applyRelocateAdd;
    private final OutsideOfModule outside;

    KlpApplySectionRelocs(Loading loading, RelocationContext context) {
        this.loading = loading;
        this.context = context;
        this.image = loading.image();
        this.symbols = image.symbols();
        this.applyRelocateAdd = new ApplyRelocateAdd(loading, context);
        this.outside = new OutsideOfModule(loading, context);
    }

    /** Applies the section if it is for this object. */
    void run(SectionHeader section, ObjectName object) {
        Optional<String> objname = KlpRelocationSection.scannedName(section);
        if (objname.isEmpty()) {
            loading.happens(new RelocationEvent.SectionBadName(
                    ElfPlace.of(loading.module().path(), section.name(), 0), section.name()));
        } else if (objname.get().equals(object.text()) && hasOnlyZeros(section)) {
            loading.happens(new RelocationEvent.SymbolNotLivepatch(
                    ElfPlace.of(loading.module().path(), section.name(), 0), ""));
        } else if (objname.get().equals(object.text())) {
            image.relocations(section).relas().forEach(rela -> resolve(section, objname.get(), rela));
            int before = applyRelocateAdd.applied();
            applyRelocateAdd.run(section);
            loading.did(Stage.RELOCATIONS,
                    section.name() + ": " + (applyRelocateAdd.applied() - before) + " applied");
        }
    }

    /** SHT_NOBITS: memory that nothing was copied to. Its entries are taken to name symbol 0. */
    private static boolean hasOnlyZeros(SectionHeader section) {
        return section.type() == SectionHeader.SHT_NOBITS && section.isAlloc() && section.size() >= Rela.SIZE;
    }

    /** The section is for a module that is not loaded: what can be said of it all the same. */
    void willRun(SectionHeader section, String objname) {
        Optional<SectionHeader> target = image.section(section.info());
        image.relocations(section).relas().forEach(rela -> {
            Optional<RelocationEvent> wrong = target.flatMap(t -> applyRelocateAdd.checkEntry(section, t, rela));
            if (wrong.isEmpty() && symbols.has(rela.symbol())) {
                wrong = checkSymbol(section, objname, rela).or(() -> willNotFind(section, rela))
                        .or(() -> target.flatMap(t -> applyRelocateAdd.checkPlace(section, t, rela)));
            }
            wrong.ifPresent(loading::willHappen);
        });
    }

    /** In the module as the kernel's own files have it, if they were given. */
    private Optional<RelocationEvent> willNotFind(SectionHeader section, Rela rela) {
        Optional<KlpSymbolName> name = symbols.shndx(rela.symbol()) == ElfSymbol.SHN_LIVEPATCH
                ? scan(rela.symbol())
                : Optional.empty();
        return name.flatMap(n -> switch (loading.kernel().lookup(n.object(), n.symbol(), n.sympos())) {
            case SymbolLookup.Found _,SymbolLookup.ObjectUnknown _ -> Optional.empty();
            case SymbolLookup.NotFound lookup -> unresolved(section, rela, lookup);
            case SymbolLookup.Ambiguous lookup -> unresolved(section, rela, lookup);
            case SymbolLookup.PositionNotFound lookup -> unresolved(section, rela, lookup);
        });
    }

    private void resolve(SectionHeader section, String objname, Rela rela) {
        if (!symbols.has(rela.symbol())) {
            loading.happens(outside.livepatchSymbol(new RelocationEvent.SymbolIndexOutside(
                    applyRelocateAdd.place(section, rela), rela.symbol().value(), symbols.count(),
                    new Consequence.Crashes(), List.of()), rela));
            return;
        }
        Optional<RelocationEvent> wrong = checkSymbol(section, objname, rela);
        if (wrong.isPresent()) {
            loading.happens(wrong.get());
        } else if (symbols.shndx(rela.symbol()) == ElfSymbol.SHN_LIVEPATCH
                && context.values().get(rela.symbol()).isEmpty()) {
            scan(rela.symbol()).ifPresent(name -> find(section, rela, name));
        }
    }

    /** What is wrong with the symbol whatever the kernel holds; empty if nothing, or if that was told before. */
    private Optional<RelocationEvent> checkSymbol(SectionHeader section, String objname, Rela rela) {
        SymIndex index = rela.symbol();
        ElfPlace place = applyRelocateAdd.place(section, rela);
        if (symbols.shndx(index) != ElfSymbol.SHN_LIVEPATCH) {
            return first(index, new RelocationEvent.SymbolNotLivepatch(place, symbols.name(index)));
        }
        Optional<KlpSymbolName> name = scan(index);
        if (name.isEmpty()) {
            return first(index, new RelocationEvent.SymbolBadName(place, symbols.name(index)));
        }
        boolean vmlinuxSymbol = name.get().object() instanceof ObjectName.Vmlinux;
        return vmlinuxSymbol && !objname.equals("vmlinux")
                && loading.version().has(KernelChange.VMLINUX_RELOCATIONS_AT_LOAD)
                        ? first(index, new RelocationEvent.VmlinuxSymbolInModuleSection(place, name.get().symbol()))
                        : Optional.empty();
    }

    private Optional<RelocationEvent> first(SymIndex symbol, RelocationEvent event) {
        return loading.isFirstReportOf(symbol) ? Optional.of(event) : Optional.empty();
    }

    private Optional<KlpSymbolName> scan(SymIndex index) {
        return KlpNames.scanSymbol(symbols.name(index), loading.version().ksymNameLength() - 1);
    }

    private void find(SectionHeader section, Rela rela, KlpSymbolName name) {
        switch (KlpFindObjectSymbol.run(loading, name.object(), name.symbol(), name.sympos())) {
            case SymbolLookup.Found found -> context.values().set(rela.symbol(), found.symbol().address());
            case SymbolLookup.ObjectUnknown _ -> {
                // No symbols of vmlinux are known: told once for the whole load.
            }
            case SymbolLookup.NotFound lookup -> notFound(section, rela, lookup);
            case SymbolLookup.Ambiguous lookup -> notFound(section, rela, lookup);
            case SymbolLookup.PositionNotFound lookup -> notFound(section, rela, lookup);
        }
    }

    private void notFound(SectionHeader section, Rela rela, SymbolLookup lookup) {
        unresolved(section, rela, lookup).ifPresent(loading::happens);
    }

    private Optional<RelocationEvent> unresolved(SectionHeader section, Rela rela, SymbolLookup lookup) {
        return first(rela.symbol(), new RelocationEvent.SymbolNotResolved(applyRelocateAdd.place(section, rela),
                symbols.name(rela.symbol()), lookup));
    }
}
