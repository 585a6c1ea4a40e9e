package org.klpls.core.real.memory;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.klpls.core.elf.ElfImage;
import org.klpls.core.elf.ElfSymbol;
import org.klpls.core.elf.Rela;
import org.klpls.core.elf.SectionHeader;
import org.klpls.core.kernel.StructLayout;
import org.klpls.core.kernel.TargetKernel;
import org.klpls.core.loader.RelocatedModule;
import org.klpls.core.model.ElfPlace;
import org.klpls.core.model.KlpObject;
import org.klpls.core.model.KlpPatch;
import org.klpls.core.model.Place;
import org.klpls.core.module.LivepatchModule;
import org.klpls.core.reloc.RelocationType;

/**
 * The bytes of a relocated module that the kernel changes afterwards, each with the cause: what module_finalize(),
 * ftrace, static calls, jump labels and the livepatch core write. Source: v6.1.
 */
final class KernelChanges {
    private static final int STT_OBJECT = 1;
    private static final int CALL = 5;
    private static final int KEY = 16;

    static final String SORTED_BY_FTRACE = "__mcount_loc";

    /** Tables that the kernel sorts, or whose entries it marks. */
    private static final Map<String, String> TABLES = Map.of(".orc_unwind", "sorted", ".orc_unwind_ip", "sorted",
            "__ex_table", "sorted", SORTED_BY_FTRACE, "sorted", "__jump_table", "sorted and marked",
            ".static_call_sites", "sorted and marked",
            "__dyndbg", "marked", ".gnu.linkonce.this_module", "struct module");

    private final LivepatchModule module;
    private final Map<String, RelocatedModule.Section> sections = new HashMap<>();
    private final Map<String, String[]> causes = new HashMap<>();

    private KernelChanges(LivepatchModule module, RelocatedModule relocated) {
        this.module = module;
        relocated.sections().forEach(section -> {
            sections.put(section.name(), section);
            causes.put(section.name(), new String[section.bytes().length]);
        });
    }

    static KernelChanges of(LivepatchModule module, RelocatedModule relocated, TargetKernel kernel) {
        KernelChanges changes = new KernelChanges(module, relocated);
        TABLES.forEach((section, cause) -> Arrays.fill(changes.causes.getOrDefault(section, new String[0]), cause));
        changes.code(kernel);
        changes.staticCalls();
        changes.jumpLabels();
        changes.perCpu();
        changes.livepatch(kernel);
        changes.traceEvents();
        return changes;
    }

    /** Why the kernel may have changed a byte; empty if it may not. */
    Optional<String> cause(String section, int offset) {
        return Optional.ofNullable(causes.getOrDefault(section, new String[0])[offset]);
    }

    private void code(TargetKernel kernel) {
        for (ByteBuffer entry : entries(SORTED_BY_FTRACE, 8)) {
            mark(entry.getLong(0), CALL, "mcount");
        }
        relativePlaces(".return_sites", 4).forEach(site -> mark(site, CALL, "return thunk"));
        relativePlaces(".retpoline_sites", 4).forEach(site -> mark(site, CALL, "retpoline"));
        relativePlaces(".smp_locks", 4).forEach(site -> mark(site, 1, "lock prefix"));
        for (ByteBuffer entry : entries(".parainstructions", 16)) {
            mark(entry.getLong(0), entry.get(9), "paravirt");
        }
        StructLayout alternative = kernel.layout("alt_instr").orElseThrow();
        int length = (int) alternative.member("instrlen").orElseThrow().offsetBits() / Byte.SIZE;
        List<ByteBuffer> alternatives = entries(".altinstructions", (int) alternative.size());
        List<Long> places = relativePlaces(".altinstructions", (int) alternative.size());
        for (int i = 0; i < places.size(); i++) {
            mark(places.get(i), alternatives.get(i).get(length) & 0xff, "alternative");
        }
    }

    private void staticCalls() {
        List<ByteBuffer> entries = entries(".static_call_sites", 8);
        for (int i = 0; i < entries.size(); i++) {
            long base = address(".static_call_sites") + 8L * i;
            mark(base + entries.get(i).getInt(0), CALL, "static call");
            mark(base + 4 + (entries.get(i).getInt(4) & ~3), KEY, "static call key");
        }
        objects("__SCK__").forEach(key -> markObject(key, "static call key"));
        for (ElfSymbol trampoline : objects("__SCT__")) {
            markObject(trampoline, "static call trampoline");
        }
    }

    private void jumpLabels() {
        List<ByteBuffer> entries = entries("__jump_table", 16);
        for (int i = 0; i < entries.size(); i++) {
            long base = address("__jump_table") + 16L * i;
            mark(base + entries.get(i).getInt(0), CALL, "jump label");
            mark(base + 8 + (entries.get(i).getLong(8) & ~3L), KEY, "static key");
        }
    }

    private void perCpu() {
        int percpu = image().section(".data..percpu").map(s -> s.index().value()).orElse(-1);
        for (SectionHeader section : image().sections()) {
            if (section.type() == SectionHeader.SHT_RELA && image().section(section.info()).isPresent()) {
                String target = image().section(section.info()).get().name();
                image().relocations(section).relas().filter(rela -> image().symbols().shndx(rela.symbol()) == percpu)
                        .forEach(rela -> mark(address(target) + rela.offset(), width(rela), "per-cpu variable"));
            }
        }
    }

    private static int width(Rela rela) {
        return RelocationType.of(rela.type()).map(RelocationType::width).orElse(0);
    }

    /** The tables of the livepatch, which the livepatch core links and fills. */
    private void livepatch(TargetKernel kernel) {
        for (KlpPatch patch : module.patches(Optional.of(kernel)).patches()) {
            markObject(patch.place());
            for (KlpObject object : patch.objects().entries()) {
                markObject(object.place());
                object.funcs().ifPresent(funcs -> funcs.entries().forEach(func -> markObject(func.place())));
            }
        }
    }

    private void markObject(Place place) {
        if (place instanceof Place.InModule(ElfPlace elf)) {
            SectionHeader section = elf.section().flatMap(image()::section).orElseThrow();
            long offset = elf.offset().orElseThrow();
            image().symbols().symbols().filter(s -> (s.info() & 0xf) == STT_OBJECT)
                    .filter(s -> s.shndx() == section.index().value() && s.value() <= offset
                            && offset < s.value() + s.size())
                    .forEach(s -> markObject(s, "livepatch table"));
        }
    }

    /** Trace events are registered by a notifier, before init. Source: kernel/trace/trace_events.c, v6.1. */
    private void traceEvents() {
        Set.of("event_", "__tracepoint_", "trace_event_type_funcs_", "print_fmt_").forEach(
                prefix -> objects(prefix).forEach(object -> markObject(object, "trace event")));
    }

    private List<ElfSymbol> objects(String prefix) {
        return image().symbols().symbols().filter(s -> s.name().startsWith(prefix) && s.section().isPresent()).toList();
    }

    private void markObject(ElfSymbol symbol, String cause) {
        symbol.section().flatMap(image()::section).filter(section -> sections.containsKey(section.name()))
                .ifPresent(section -> mark(address(section.name()) + symbol.value(), symbol.size(), cause));
    }

    /** Where the first field of each entry points to: 32 bits, relative to itself. */
    private List<Long> relativePlaces(String section, int size) {
        List<Long> places = new ArrayList<>();
        List<ByteBuffer> entries = entries(section, size);
        for (int i = 0; i < entries.size(); i++) {
            places.add(address(section) + (long) size * i + entries.get(i).getInt(0));
        }
        return places;
    }

    private List<ByteBuffer> entries(String name, int size) {
        List<ByteBuffer> entries = new ArrayList<>();
        RelocatedModule.Section section = sections.get(name);
        if (section != null) {
            for (int at = 0; at + size <= section.bytes().length; at += size) {
                entries.add(ByteBuffer.wrap(section.bytes(), at, size).slice().order(ByteOrder.LITTLE_ENDIAN));
            }
        }
        return entries;
    }

    private long address(String section) {
        RelocatedModule.Section found = sections.get(section);
        return found == null ? 0 : found.address();
    }

    private void mark(long address, long length, String cause) {
        for (RelocatedModule.Section section : sections.values()) {
            long offset = address - section.address();
            if (offset >= 0 && offset < section.bytes().length) {
                String[] marks = causes.getOrDefault(section.name(), new String[0]);
                Arrays.fill(marks, (int) offset, (int) Math.min(marks.length, offset + length), cause);
            }
        }
    }

    private ElfImage image() {
        return module.image();
    }
}
