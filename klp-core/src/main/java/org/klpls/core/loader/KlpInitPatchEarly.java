package org.klpls.core.loader;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.klpls.core.elf.SectionHeader;
import org.klpls.core.loader.PatchInMemory.Entries;
import org.klpls.core.loader.PatchInMemory.Func;
import org.klpls.core.loader.PatchInMemory.Obj;
import org.klpls.core.module.KlpStructs;

/**
 * Initialises lists and kobjects of all entries, before any of them is checked: here an array without an end, one used
 * twice, or one in memory that cannot be written does its harm.
 * Source: kernel/livepatch/core.c klp_init_patch_early(), v6.1.
 */
final class KlpInitPatchEarly {
    /** What is taken for an entry of a table, or for the patch. */
    private record Entry(long address, long size) {}

    private final Loading loading;
    private final RelocationContext context;
    private final MemoryMap map;
    private final KlpStructs structs;

    KlpInitPatchEarly(Loading loading, RelocationContext context, MemoryMap map, KlpStructs structs) {
        this.structs = structs;
        this.loading = loading;
        this.context = context;
        this.map = map;
    }

    void run(PatchInMemory patch) {
        List<Long> tables = new ArrayList<>(List.of(patch.address()));
        pointer(patch.address(), "objs", patch.objs());
        ends(patch.objects(), patch.objects().all().stream().map(Obj::address).toList(), patch.objs(), patch.address());
        patch.objects().all().stream().map(Obj::address).limit(1).forEach(tables::add);
        List<Long> seen = new ArrayList<>();
        for (Obj object : patch.objects().all()) {
            pointer(object.address(), "funcs", object.funcs());
            ends(object.entries(), object.entries().all().stream().map(Func::address).toList(), object.funcs(),
                    object.address());
            if (object.funcs() instanceof Word.Known funcs && !object.entries().all().isEmpty()) {
                if (seen.contains(funcs.value())) {
                    loading.happens(new EnableEvent.SharedFuncs(map.place(object.address())));
                }
                seen.add(funcs.value());
                tables.add(funcs.value());
            }
        }
        tables.forEach(this::memoryOf);
        overlap(patch);
    }

    private void overlap(PatchInMemory patch) {
        List<Entry> entries = new ArrayList<>(List.of(new Entry(patch.address(), structs.patch().size())));
        Set<Long> tables = new HashSet<>();
        for (Obj object : patch.objects().all()) {
            entries.add(new Entry(object.address(), structs.object().size()));
            if (object.funcs() instanceof Word.Known funcs && tables.add(funcs.value())) {
                object.entries().all().forEach(f -> entries.add(new Entry(f.address(), structs.func().size())));
            }
        }
        entries.sort(Comparator.comparingLong(Entry::address));
        for (int i = 1; i < entries.size(); i++) {
            if (entries.get(i).address() < entries.get(i - 1).address() + entries.get(i - 1).size()) {
                loading.happens(new EnableEvent.TablesOverlap(map.place(entries.get(i).address())));
                return;
            }
        }
    }

    /** A pointer that is not NULL and leads nowhere; one into the kernel itself is none that an author can have meant. */
    private void pointer(long address, String member, Word pointer) {
        if (pointer instanceof Word.Known known && !known.isZero()
                && !context.memory().holds(known.value(), Long.BYTES)) {
            loading.happens(new EnableEvent.BadPointer(map.place(address), member, known.value()));
        }
    }

    private void ends(Entries<?> entries, List<Long> addresses, Word start, long owner) {
        boolean there = start instanceof Word.Known known && context.memory().holds(known.value(), Long.BYTES);
        if (!there) {
            return;
        }
        if (entries.end().isEmpty()) {
            loading.happens(new EnableEvent.TableWithoutEnd(
                    map.place(entries.variableEnd().orElse(owner)), new Consequence.Crashes()));
        } else if (entries.variableEnd().isPresent()) {
            long end = entries.variableEnd().get();
            boolean luck = addresses.stream().allMatch(address -> address < end);
            loading.happens(new EnableEvent.TableWithoutEnd(map.place(end - 1),
                    luck ? new Consequence.GoesWrongLater() : new Consequence.Crashes()));
        }
        entries.hidden().ifPresent(at -> loading.happens(new EnableEvent.HiddenEntries(map.place(at))));
    }

    private void memoryOf(long address) {
        if (context.layout().isInInit(address)) {
            loading.happens(new EnableEvent.TableInInitMemory(map.place(address)));
            return;
        }
        map.spot(address).map(MemoryMap.Spot::section).ifPresent(section -> {
            boolean later = section.name().equals(".data..ro_after_init")
                    || section.has(SectionHeader.SHF_RO_AFTER_INIT);
            if (!section.has(SectionHeader.SHF_WRITE) || later) {
                loading.happens(new EnableEvent.TableReadOnly(map.place(address), later
                        ? new Consequence.GoesWrongLater()
                        : new Consequence.Crashes()));
            }
        });
    }
}
