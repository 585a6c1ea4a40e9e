package org.klpls.core.loader;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.klpls.core.elf.SectionHeader;
import org.klpls.core.kernel.KernelSymbol;
import org.klpls.core.kernel.SymbolLookup;
import org.klpls.core.kernel.Traceability;
import org.klpls.core.loader.PatchInMemory.Func;
import org.klpls.core.loader.PatchInMemory.Obj;
import org.klpls.core.model.ElfPlace;
import org.klpls.core.model.ObjectName;

/**
 * Finds the functions of an object that is loaded. Source: kernel/livepatch/core.c klp_init_object_loaded(), v6.1.
 */
final class KlpInitObjectLoaded {
    /** Without these no task ever gives way to another. Source: kernel/sched/core.c, v6.1. */
    private static final Set<String> SCHEDULER = Set.of("schedule", "schedule_idle", "schedule_timeout",
            "preempt_schedule_common", "io_schedule");

    private final Loading loading;
    private final RelocationContext context;
    private final MemoryMap map;
    private final ReplacementCode replacementCode;

    KlpInitObjectLoaded(Loading loading, RelocationContext context, MemoryMap map) {
        this.loading = loading;
        this.context = context;
        this.map = map;
        this.replacementCode = new ReplacementCode(loading, context, map);
    }

    void run(Obj object, ObjectName name) {
        Map<Long, String> found = new HashMap<>();
        for (Func func : object.entries().all()) {
            if (func.oldName() instanceof CString.Text(String oldName)) {
                find(name, func, oldName).ifPresent(symbol -> {
                    String other = found.putIfAbsent(symbol.address(), oldName);
                    if (other != null && !other.equals(oldName)) {
                        loading.happens(
                                new EnableEvent.SameCodeTwice(map.place(func.oldNameAddress()), oldName, other));
                    }
                });
            }
        }
    }

    /** The object comes later; what is known of it now is what the kernel's files tell. */
    void willRun(Obj object, ObjectName name) {
        for (Func func : object.entries().all()) {
            if (func.oldName() instanceof CString.Text(String oldName)) {
                ElfPlace place = map.place(func.oldNameAddress());
                switch (loading.kernel().lookup(name, oldName, func.symposOrZero())) {
                    case SymbolLookup.Found found -> {
                        if (loading.kernel().traceability(found.symbol()) instanceof Traceability.No) {
                            loading.willHappen(new EnableEvent.NotTraceable(place, loading.name(), name.text(),
                                    oldName));
                        }
                    }
                    case SymbolLookup.ObjectUnknown _ -> {
                        // It was asked before whether the object is known.
                    }
                    case SymbolLookup.NotFound l -> loading.willHappen(new EnableEvent.FuncNotResolved(place, name, l));
                    case SymbolLookup.Ambiguous l ->
                        loading.willHappen(new EnableEvent.FuncNotResolved(place, name, l));
                    case SymbolLookup.PositionNotFound l ->
                        loading.willHappen(new EnableEvent.FuncNotResolved(place, name, l));
                }
            }
        }
    }

    private Optional<KernelSymbol> find(ObjectName object, Func func, String name) {
        ElfPlace place = map.place(func.oldNameAddress());
        SymbolLookup lookup = KlpFindObjectSymbol.run(loading, object, name, func.symposOrZero());
        switch (lookup) {
            case SymbolLookup.Found found -> checkSizes(place, func, found.symbol());
            case SymbolLookup.ObjectUnknown _ -> {
                // No symbols of vmlinux are known: told once for the whole load.
            }
            case SymbolLookup.NotFound l -> loading.happens(new EnableEvent.FuncNotResolved(place, object, l));
            case SymbolLookup.Ambiguous l -> loading.happens(new EnableEvent.FuncNotResolved(place, object, l));
            case SymbolLookup.PositionNotFound l -> loading.happens(new EnableEvent.FuncNotResolved(place, object, l));
        }
        return lookup instanceof SymbolLookup.Found(KernelSymbol symbol) ? Optional.of(symbol) : Optional.empty();
    }

    private void checkSizes(ElfPlace place, Func func, KernelSymbol old) {
        if (old.object() instanceof ObjectName.Module module
                && loading.loaded(module.name()).filter(m -> m.layout().isInInit(old.address())).isPresent()) {
            loading.happens(new EnableEvent.FunctionInInitMemory(place, module.name(), old.name()));
        } else if (Long.compareUnsigned(old.address(), KernelImage.START) < 0) {
            loading.happens(new EnableEvent.NoSize(place, old.name(), false));
        } else if (func.newFunc() instanceof Word.Known target && !target.isZero()) {
            checkReplacement(func, old, target.value());
        }
    }

    /** kallsyms has the names of what was copied of the string table. Source: kernel/module/kallsyms.c, v6.1. */
    private boolean hasSymbolNames() {
        return loading.image().symbolTableSection().flatMap(table -> loading.image().section(table.link()))
                .filter(strings -> strings.type() != SectionHeader.SHT_NOBITS).isPresent();
    }

    /** new_func as it stands in memory after all relocations. */
    private void checkReplacement(Func func, KernelSymbol old, long target) {
        ElfPlace place = map.place(func.newFuncAddress());
        Optional<SectionHeader> section = map.spot(target).map(MemoryMap.Spot::section);
        if (context.layout().isInInit(target)) {
            loading.happens(new EnableEvent.ReplacementInInitMemory(place, map.name(target)));
        } else if (section.isPresent() && !section.get().has(SectionHeader.SHF_EXECINSTR)) {
            loading.happens(new EnableEvent.ReplacementNotCode(place, map.name(target)));
        } else if (section.isEmpty() && KernelImage.holds(target)) {
            loading.happens(new EnableEvent.ReplacementElsewhere(place, old.name()));
        } else if (!context.layout().isInCore(target) || !hasSymbolNames()) {
            loading.happens(new EnableEvent.NoSize(place, old.name(), true));
        } else if (map.functionStart(target).filter(start -> start != target).isPresent()) {
            String function = map.functionStart(target).map(map::name).orElseThrow();
            loading.happens(new EnableEvent.ReplacementInsideFunction(place, function));
        } else {
            replacementCode.check(target);
            if (SCHEDULER.contains(old.name()) && replacementCode.isEmpty(target)) {
                loading.happens(new EnableEvent.ReplacementEmpty(place, old.name(), map.name(target)));
            }
        }
    }
}
