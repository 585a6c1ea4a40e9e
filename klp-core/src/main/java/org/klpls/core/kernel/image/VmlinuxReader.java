package org.klpls.core.kernel.image;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.klpls.core.btf.Btf;
import org.klpls.core.elf.ElfBytes;
import org.klpls.core.elf.ElfImage;
import org.klpls.core.kernel.Export;
import org.klpls.core.kernel.KernelFact;
import org.klpls.core.kernel.KernelIdentity;
import org.klpls.core.kernel.TextRange;
import org.klpls.core.kernel.Traceability;
import org.klpls.core.kernel.index.KernelFacts;
import org.klpls.core.kernel.index.SymbolColumns;
import org.klpls.core.kernel.index.SymbolSizes;
import org.klpls.core.model.ObjectName;

/** Collects what the image of a kernel tells, with or without debug info. */
public final class VmlinuxReader {
    private static final Set<String> EXPORT_SECTIONS = Set.of("__ksymtab", "__ksymtab_gpl", "__kcrctab",
            "__kcrctab_gpl", "__kflagstab");
    private static final Traceability NOT_TEXT = new Traceability.No(Traceability.Reason.NOT_TEXT);

    /** Bytes of BTF; kernels have a hundredth of it. */
    private static final long MOST_TYPES = 1 << 30;

    private final KernelMemory memory;
    private final List<Kallsyms.Entry> entries;
    private final Map<String, Long> byName;
    private final TextRanges ranges;

    private VmlinuxReader(KernelMemory memory, List<Kallsyms.Entry> entries, Map<String, Long> byName,
            TextRanges ranges) {
        this.memory = memory;
        this.entries = entries;
        this.byName = byName;
        this.ranges = ranges;
    }

    /** What cannot be read of an image: a clause that follows the name of the file, and what to do. */
    public record Damage(String reason, String remedy) {}

    /** What an image tells, and what it should tell and does not. */
    public record Reading(KernelFacts facts, List<Damage> damages) {
        public Reading {
            damages = List.copyOf(damages);
        }
    }

    /**
     * What this vmlinux tells; what it does not hold is not among the known facts.
     *
     * @param origin the file it came from, for {@link KernelIdentity}
     */
    public static Reading read(ElfImage vmlinux, String origin) {
        KernelMemory memory = KernelMemory.of(vmlinux);
        List<Kallsyms.Entry> entries = Kallsyms.find(memory).orElseGet(() -> ElfKallsyms.read(vmlinux));
        if (entries.stream().noneMatch(entry -> isText(entry.type()))) {
            entries = List.of();
        }
        Map<String, Long> byName = new HashMap<>();
        for (Kallsyms.Entry entry : entries) {
            if (isAskedFor(entry.name())) {
                byName.putIfAbsent(entry.name(), entry.address());
            }
        }
        boundsOfExports(memory, byName);
        TextRanges ranges = TextRanges.of(byName, memory.regions());
        return new VmlinuxReader(memory, entries, byName, ranges).facts(origin);
    }

    /** Where symbols are missing, sections tell: include/asm-generic/vmlinux.lds.h puts the symbols around them, v6.1. */
    private static void boundsOfExports(KernelMemory memory, Map<String, Long> byName) {
        for (KernelMemory.Region region : memory.regions()) {
            if (EXPORT_SECTIONS.contains(region.name())) {
                byName.putIfAbsent("__start_" + region.name(), region.address());
                byName.putIfAbsent("__stop_" + region.name(), region.end());
            }
        }
    }

    /** Boundaries of sections, and what tells which kernel this is: few of a hundred thousand. */
    private static boolean isAskedFor(String name) {
        return name.startsWith("_") || name.equals("linux_banner") || name.equals("vermagic")
                || name.startsWith("kernel_config_data");
    }

    private Reading facts(String origin) {
        List<Damage> damages = new ArrayList<>();
        Set<KernelFact> known = EnumSet.noneOf(KernelFact.class);
        List<KernelFacts.ObjectFacts> objects = new ArrayList<>();
        Optional<FtraceLocations> locations = locations();
        if (!entries.isEmpty()) {
            known.add(KernelFact.SYMBOLS);
            objects.add(new KernelFacts.ObjectFacts(ObjectName.VMLINUX, symbols(locations)));
        } else if (!holdsTypesOnly()) {
            damages.add(new Damage(Kallsyms.missing(memory),
                    "copy it again, or give a System.map or kallsyms dump of the same kernel as well"));
        }
        locations.ifPresent(_ -> known.add(KernelFact.TRACEABLE));
        Optional<List<Export>> exports = ExportTable.read(memory, byName);
        exports.ifPresent(_ -> known.add(KernelFact.EXPORTS));
        // A copy: the index is made of it later, when a vmlinux that is mapped may have been written anew.
        Optional<ElfBytes> btf = memory.region(".BTF").map(KernelMemory.Region::bytes).or(this::btfBetweenSymbols)
                .filter(it -> it.size() <= MOST_TYPES).map(it -> ElfBytes.of(it.toArray()));
        Optional<String> damagedTypes = btf.flatMap(Btf::damage);
        damagedTypes.ifPresent(reason -> damages.add(new Damage("has damaged BTF: " + reason, "copy it again")));
        btf = btf.filter(Btf::isReadable);
        btf.ifPresent(_ -> known.add(KernelFact.TYPES));
        List<String> config = EmbeddedConfig.find(memory, byName);
        if (!config.isEmpty()) {
            known.add(KernelFact.CONFIG);
        }
        KernelIdentity identity = IdentityReader.read(memory, byName, origin);
        return new Reading(new KernelFacts(identity, known, objects, exports.orElse(List.of()), btf, config), damages);
    }

    /** A package of headers may hold a vmlinux for building modules with types, of which nothing else is left. */
    private boolean holdsTypesOnly() {
        return memory.regions().stream().allMatch(region -> region.name().startsWith(".BTF"));
    }

    private static boolean isText(char type) {
        return "tTwW".indexOf(type) >= 0;
    }

    /** Source: include/asm-generic/vmlinux.lds.h BTF, v6.1. */
    private Optional<ElfBytes> btfBetweenSymbols() {
        Long start = byName.get("__start_BTF");
        Long stop = byName.get("__stop_BTF");
        return start == null || stop == null
                ? Optional.empty()
                : memory.between(start, stop).filter(bytes -> bytes.size() > 0);
    }

    private Optional<FtraceLocations> locations() {
        Long start = byName.get("__start_mcount_loc");
        Long stop = byName.get("__stop_mcount_loc");
        if (start != null && stop != null) {
            return FtraceLocations.read(memory, start, stop);
        }
        return entries.isEmpty() ? Optional.empty() : FtraceLocations.search(memory, ranges::isText);
    }

    private SymbolColumns symbols(Optional<FtraceLocations> locations) {
        SymbolColumns.Builder builder = new SymbolColumns.Builder();
        long[] ends = SymbolSizes.ends(entries.stream().mapToLong(Kallsyms.Entry::address).toArray(),
                byName.getOrDefault("_end", 0L));
        for (int n = 0; n < entries.size(); n++) {
            int i = n;
            Kallsyms.Entry entry = entries.get(i);
            boolean isText = isText(entry.type());
            TextRange range = ranges.at(entry.address(), isText);
            Traceability traceability = locations
                    .map(l -> isText ? traceability(l, entry.address(), ends[i], range) : NOT_TEXT)
                    .orElse(new Traceability.Unknown());
            builder.add(entry.name(), entry.address(), entry.type(), ends[i] - entry.address(), traceability, range);
        }
        return builder.build();
    }

    private static Traceability traceability(FtraceLocations locations, long address, long end, TextRange range) {
        if (locations.isAtEntry(address)) {
            // Source: kernel/trace/ftrace.c ftrace_free_init_mem(), v6.1: from __init_begin to __init_end.
            return range == TextRange.INIT || range == TextRange.EXIT
                    ? new Traceability.Freed()
                    : new Traceability.Yes();
        }
        return new Traceability.No(switch (range) {
            case NOINSTR -> Traceability.Reason.NOINSTR;
            case ENTRY -> Traceability.Reason.ENTRY;
            case DATA -> Traceability.Reason.NOT_TEXT;
            case UNKNOWN, TEXT, INIT, EXIT, SCHED, LOCK, CPUIDLE, KPROBES, IRQENTRY, SOFTIRQENTRY ->
                locations.isAnyIn(address, end) ? Traceability.Reason.WEAK_LEFTOVER : Traceability.Reason.NOTRACE;
        });
    }
}
