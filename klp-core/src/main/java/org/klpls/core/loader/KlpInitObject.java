package org.klpls.core.loader;

import java.util.HashSet;
import java.util.Set;
import org.klpls.core.elf.SectionHeader;
import org.klpls.core.kernel.KernelChange;
import org.klpls.core.loader.EnableEvent.Missing;
import org.klpls.core.loader.PatchInMemory.Func;
import org.klpls.core.loader.PatchInMemory.Obj;
import org.klpls.core.model.ElfPlace;
import org.klpls.core.model.ModuleName;
import org.klpls.core.model.ObjectName;
import org.klpls.core.module.KlpNames;
import org.klpls.core.module.KlpRelocationSection;
import org.klpls.core.rule.Skipped;

/**
 * Checks one object and its funcs, and if the object is loaded finds the functions.
 * Source: kernel/livepatch/core.c klp_init_object() and klp_init_func(), v6.1.
 */
final class KlpInitObject {
    private final Loading loading;
    private final MemoryMap map;
    private final KlpInitObjectLoaded initLoaded;
    private final KlpApplySectionRelocs relocs;

    KlpInitObject(Loading loading, RelocationContext context, MemoryMap map) {
        this.loading = loading;
        this.map = map;
        this.initLoaded = new KlpInitObjectLoaded(loading, context, map);
        this.relocs = new KlpApplySectionRelocs(loading, context);
    }

    void run(Obj object, Set<String> directories) {
        switch (object.name()) {
            case CString.Null _ -> init(object, ObjectName.VMLINUX, directories);
            case CString.Text text -> init(object, new ObjectName.Module(text.value()), directories);
            case CString.None none -> loading.happens(
                    new EnableEvent.NotAString(map.place(object.nameAddress()), "name", none.address()));
            case CString.Unknown _ -> loading.skip(new Skipped("name of an object",
                    "it lies outside the module, and is not known", "give the name as a string of the module"));
        }
    }

    private void init(Obj object, ObjectName name, Set<String> directories) {
        String text = name.text();
        boolean isModule = name instanceof ObjectName.Module;
        if (isModule && text.length() > KlpNames.LONGEST_OBJECT_NAME) {
            refuse(object.address(), Missing.OBJECT_NAME_TOO_LONG);
        }
        String directory = "/kernel/livepatch/" + loading.name();
        if (isModule && text.isEmpty()) {
            loading.happens(new EnableEvent.EmptyObjectName(map.place(object.address())));
        } else if (!directories.add(text)) {
            loading.happens(EnableEvent.SameDirectory.of(loading, map.place(object.address()), directory, text));
        }
        Set<String> functions = new HashSet<>();
        for (Func func : object.entries().all()) {
            initFunc(func, directory + "/" + text, functions);
        }
        switch (name) {
            case ObjectName.Vmlinux vmlinux -> {
                if (!loading.version().has(KernelChange.VMLINUX_RELOCATIONS_AT_LOAD)) {
                    applyRelocations(vmlinux);
                }
                initLoaded.run(object, vmlinux);
            }
            case ObjectName.Module module -> initModule(object, module);
        }
    }

    private void initFunc(Func func, String directory, Set<String> functions) {
        switch (func.oldName()) {
            case CString.Null _ -> {
                refuse(func.address(), Missing.OLD_NAME);
                return;
            }
            case CString.None none -> {
                loading.happens(
                        new EnableEvent.NotAString(map.place(func.oldNameAddress()), "old_name", none.address()));
                return;
            }
            case CString.Unknown _,CString.Text _ -> {
            }
        }
        if (func.newFunc().isNull()) {
            refuse(func.address(), Missing.NEW_FUNC);
        }
        if (func.oldName() instanceof CString.Text(String name)) {
            if (name.length() >= loading.version().ksymNameLength()) {
                refuse(func.address(), Missing.OLD_NAME_TOO_LONG);
            }
            String entry = name + "," + Long.toUnsignedString(func.symposOrZero() == 0 ? 1 : func.symposOrZero());
            if (!functions.add(entry)) {
                // sysfs writes '/' in a name as '!'. Source: lib/kobject.c kobject_set_name_vargs(), v6.1.
                loading.happens(EnableEvent.SameDirectory.of(loading, map.place(func.address()), directory,
                        entry.replace('/', '!')));
            }
        }
    }

    private void initModule(Obj object, ObjectName.Module module) {
        if (module.name().equals(ObjectName.VMLINUX.text()) || !ModuleName.isPossible(module.name())) {
            loading.happens(new EnableEvent.NeverLoaded(map.place(object.address()), module.name()));
        } else if (loading.loaded(module.name()).isPresent()) {
            applyRelocations(module);
            initLoaded.run(object, module);
        } else if (loading.kernel().knows(module)) {
            initLoaded.willRun(object, module);
        } else {
            loading.skip(new Skipped("object " + module.name(), module.name()
                    + " is not loaded: its functions are patched when it comes, and were not checked",
                    "give --loaded " + module.name() + ".ko"));
        }
    }

    /** Source: kernel/livepatch/core.c klp_apply_object_relocs(), v6.1. */
    void applyRelocations(ObjectName object) {
        for (SectionHeader section : loading.image().sections()) {
            if (section.has(SectionHeader.SHF_RELA_LIVEPATCH) && isLoadedTarget(section)) {
                relocs.run(section, object);
            }
        }
    }

    /** When the object comes later, neither the target nor the section's own flags are looked at any more. */
    void applyLate(ObjectName object) {
        for (SectionHeader section : loading.image().sections()) {
            boolean forObject = section.has(SectionHeader.SHF_RELA_LIVEPATCH)
                    && KlpRelocationSection.scannedName(section).filter(object.text()::equals).isPresent();
            ElfPlace place = ElfPlace.of(loading.module().path(), section.name(), 0);
            if (forObject && !section.isAlloc()) {
                loading.happens(new RelocationEvent.SectionNotAlloc(place, section.name(), new Consequence.Crashes()));
            }
            if (forObject && !isLoadedTarget(section)) {
                loading.happens(new RelocationEvent.SectionBadTarget(place, section.name(), section.info(),
                        new Consequence.Crashes()));
            }
        }
        if (!loading.isStopped()) {
            applyRelocations(object);
        }
    }

    private boolean isLoadedTarget(SectionHeader section) {
        return loading.image().section(section.info()).filter(SectionHeader::isAlloc).isPresent();
    }

    private void refuse(long address, Missing what) {
        loading.happens(new EnableEvent.BadField(map.place(address), what));
    }
}
