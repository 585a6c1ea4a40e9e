package org.klpls.core.loader;

import java.util.HashSet;
import java.util.Set;
import org.klpls.core.elf.SectionHeader;
import org.klpls.core.kernel.KernelSymbol;
import org.klpls.core.kernel.SymbolLookup;
import org.klpls.core.model.ElfPlace;
import org.klpls.core.model.KlpFunc;
import org.klpls.core.model.KlpObject;
import org.klpls.core.model.KlpPatch;
import org.klpls.core.model.KlpTable;
import org.klpls.core.model.Located;
import org.klpls.core.model.ModuleName;
import org.klpls.core.model.ObjectName;
import org.klpls.core.module.KlpNames;
import org.klpls.core.rule.Skipped;

/**
 * Checks one object and its funcs, and if the object is loaded finds the functions.
 * Source: kernel/livepatch/core.c klp_init_object(), klp_init_func() and klp_init_object_loaded(), v6.1.
 */
final class KlpInitObject {
    /** _text of the kernel image; below it lie user and per-cpu addresses. Source: arch/x86/include/asm/page_64_types.h. */
    private static final long START_KERNEL = 0xffff_ffff_8000_0000L;

    private final Loading loading;
    private final RelocationContext context;
    private final KlpApplySectionRelocs relocs;

    KlpInitObject(Loading loading, RelocationContext context) {
        this.loading = loading;
        this.context = context;
        this.relocs = new KlpApplySectionRelocs(loading, context);
    }

    void run(KlpPatch patch, KlpObject object, Set<String> directories) {
        String name = object.objectName().text();
        if (object.name().isPresent() && name.length() > KlpNames.LONGEST_OBJECT_NAME) {
            refuse(object.place(), EnableEvent.Missing.OBJECT_NAME_TOO_LONG);
        }
        String directory = "/kernel/livepatch/" + loading.name();
        if (name.isEmpty()) {
            loading.happens(new EnableEvent.EmptyObjectName(KlpEnablePatch.place(object.place())));
        } else if (!directories.add(name)) {
            loading.happens(
                    new EnableEvent.SameDirectory(KlpEnablePatch.place(object.place()), directory, name));
        }
        Set<String> functions = new HashSet<>();
        for (KlpFunc func : funcs(object)) {
            initFunc(func, directory + "/" + name, functions);
        }
        switch (object.objectName()) {
            case ObjectName.Vmlinux _ -> initLoaded(object);
            case ObjectName.Module module -> initModule(object, module);
        }
    }

    private static Iterable<KlpFunc> funcs(KlpObject object) {
        return object.funcs().map(KlpTable::entries).orElse(java.util.List.of());
    }

    private void initFunc(KlpFunc func, String directory, Set<String> functions) {
        if (func.oldName().isEmpty()) {
            refuse(func.place(), EnableEvent.Missing.OLD_NAME);
            return;
        }
        String name = func.oldName().get().value();
        if (func.newFunc().isEmpty()) {
            refuse(func.place(), EnableEvent.Missing.NEW_FUNC);
        }
        if (name.length() >= loading.version().ksymNameLength()) {
            refuse(func.place(), EnableEvent.Missing.OLD_NAME_TOO_LONG);
        }
        String entry = name + "," + Long.toUnsignedString(Math.max(1, func.symposOrZero()));
        if (!functions.add(entry)) {
            // sysfs writes '/' in a name as '!'. Source: lib/kobject.c kobject_set_name_vargs(), v6.1.
            loading.happens(new EnableEvent.SameDirectory(KlpEnablePatch.place(func.place()), directory,
                    entry.replace('/', '!')));
        }
    }

    private void initModule(KlpObject object, ObjectName.Module module) {
        if (module.name().equals(ObjectName.VMLINUX.text()) || !ModuleName.isPossible(module.name())) {
            loading.happens(new EnableEvent.NeverLoaded(KlpEnablePatch.place(object.place()), module.name()));
            return;
        }
        if (loading.loaded(module.name()).isEmpty()) {
            loading.skip(new Skipped("object " + module.name(), module.name()
                    + " is not loaded: its functions are patched when it comes, and were not checked",
                    "give --loaded " + module.name() + ".ko"));
            return;
        }
        for (SectionHeader section : loading.image().sections()) {
            if (section.has(SectionHeader.SHF_RELA_LIVEPATCH) && isLoadedTarget(section)) {
                relocs.run(section, module);
            }
        }
        initLoaded(object);
    }

    private boolean isLoadedTarget(SectionHeader section) {
        return loading.image().section(section.info()).filter(SectionHeader::isAlloc).isPresent();
    }

    private void initLoaded(KlpObject object) {
        for (KlpFunc func : funcs(object)) {
            func.oldName().ifPresent(name -> find(object, func, name));
        }
    }

    private void find(KlpObject object, KlpFunc func, Located<String> name) {
        ElfPlace place = KlpEnablePatch.place(name.place());
        switch (KlpFindObjectSymbol.run(loading, object.objectName(), name.value(), func.symposOrZero())) {
            case SymbolLookup.Found found -> checkSizes(place, func, found.symbol());
            case SymbolLookup.ObjectUnknown _ -> {
                // No symbols of vmlinux are known: told once for the whole load.
            }
            case SymbolLookup.NotFound l -> loading.happens(new EnableEvent.FuncNotResolved(place, l));
            case SymbolLookup.Ambiguous l -> loading.happens(new EnableEvent.FuncNotResolved(place, l));
            case SymbolLookup.PositionNotFound l -> loading.happens(new EnableEvent.FuncNotResolved(place, l));
        }
    }

    private void checkSizes(ElfPlace place, KlpFunc func, KernelSymbol old) {
        if (Long.compareUnsigned(old.address(), START_KERNEL) < 0) {
            loading.happens(new EnableEvent.NoSize(place, old.name(), false));
        } else {
            func.newFunc().ifPresent(newFunc -> checkReplacement(old, newFunc));
        }
    }

    /** new_func as it stands in memory after all relocations. */
    private void checkReplacement(KernelSymbol old, Located<String> newFunc) {
        ElfPlace place = KlpEnablePatch.place(newFunc.place());
        var address = place.section().flatMap(loading.image()::section)
                .flatMap(s -> context.layout().address(s.index())).map(base -> base + place.offset().orElse(0));
        if (address.isEmpty() || !context.memory().holds(address.get(), Long.BYTES)) {
            return;
        }
        long target = context.memory().read(address.get(), Long.BYTES);
        if (target != 0 && Long.compareUnsigned(target, START_KERNEL) < 0) {
            loading.happens(new EnableEvent.NoSize(place, old.name(), true));
        } else if (isDataOfModule(target)) {
            loading.happens(new EnableEvent.ReplacementNotCode(place, newFunc.value()));
        }
    }

    private boolean isDataOfModule(long target) {
        return loading.image().sections().stream()
                .filter(s -> !s.has(SectionHeader.SHF_EXECINSTR))
                .anyMatch(s -> context.layout().address(s.index())
                        .filter(base -> Long.compareUnsigned(target - base, s.size()) < 0).isPresent());
    }

    private void refuse(org.klpls.core.model.Place place, EnableEvent.Missing what) {
        loading.happens(new EnableEvent.BadField(KlpEnablePatch.place(place), what));
    }
}
