package org.klpls.core.dwarf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.klpls.core.elf.ElfImage;

/**
 * Reads the debug info of a vmlinux or a module: all units once, on all processors. Nothing that it holds makes this
 * throw, loop, or take memory out of proportion to the file.
 */
public final class DebugInfoReader {
    /** What entries point at is read about once in honest files; dwz lets several entries share a table. */
    private static final int SHARED = 16;
    private static final long LEAST_BUDGET = 1 << 20;
    /** Larger than any unit of a kernel, also of one that was linked as a whole (LTO). */
    private static final long LARGEST_UNIT = 1 << 30;
    private static final int LARGEST_ABBREV = 1 << 28;

    private final DwarfSections sections;
    private final byte[] abbrev;
    private final Budget budget;
    private final ConcurrentMap<Long, Abbrevs> shared = new ConcurrentHashMap<>();

    private DebugInfoReader(DwarfSections sections, byte[] abbrev) {
        this.sections = sections;
        this.abbrev = abbrev;
        budget = new Budget(Math.max(LEAST_BUDGET, sections.size() * SHARED));
    }

    /** Whether there is debug info of functions in this file. */
    public static boolean isIn(ElfImage image) {
        return image.section(".debug_info").or(() -> image.section(".zdebug_info")).filter(s -> s.size() > 0)
                .isPresent();
    }

    public static DebugInfoReading read(ElfImage image) {
        Optional<String> supplement = supplement(image);
        if (supplement.isPresent()) {
            return new DebugInfoReading(Optional.empty(), List.of("has part of its debug info in another file, "
                    + supplement.get() + ", which is not read: dwz -m made it for several; give one from before that"));
        }
        SectionLayout layout = SectionLayout.of(image);
        DebugSections.Reading found = DebugSections.read(image, layout);
        DwarfSections sections = found.sections();
        if (sections.info().size() == 0 || sections.abbrev().size() == 0
                || sections.abbrev().size() > LARGEST_ABBREV) {
            return new DebugInfoReading(Optional.empty(), found.problems());
        }
        List<String> problems = new ArrayList<>(found.problems());
        DebugInfoReader reader = new DebugInfoReader(sections, sections.abbrev().toArray());
        return new DebugInfoReading(reader.map(problems), problems);
    }

    /** The file that several files share. Source: dwz(1) -m; DWARF Version 5, 7.3.6. */
    private static Optional<String> supplement(ElfImage image) {
        return image.section(".gnu_debugaltlink").filter(s -> s.size() > 0).map(image::content)
                .map(content -> content.cString(0).orElse("without a name"))
                .or(() -> image.section(".debug_sup").filter(s -> s.size() > 3).map(image::content)
                        .filter(content -> content.u8(2) == 0)
                        .map(content -> content.cString(3).orElse("without a name")));
    }

    private Optional<InlineMap> map(List<String> problems) {
        UnitHeader.Scan scan = UnitHeader.scan(sections.info());
        if (scan.end() < sections.info().size()) {
            problems.add("its .debug_info is cut or damaged at byte " + scan.end());
        }
        List<UnitReader.Result> results = scan.units().parallelStream().map(this::read).toList();
        List<String> elsewhere = results.stream().flatMap(r -> r.elsewhere().stream()).toList();
        if (!elsewhere.isEmpty()) {
            problems.add("has its debug info in files of their own, " + elsewhere.getFirst()
                    + (elsewhere.size() == 1 ? "" : " and " + (elsewhere.size() - 1) + " more")
                    + ", which are not read: build it without -gsplit-dwarf (CONFIG_DEBUG_INFO_SPLIT)");
            return Optional.empty();
        }
        long damaged = results.stream().filter(UnitReader.Result::isDamaged).count();
        if (damaged > 0) {
            problems.add(damaged + " of " + results.size() + " units of its .debug_info are damaged");
        }
        if (budget.isSpent()) {
            problems.add("its debug info points at the same tables over and over: not all of it is read");
        }
        List<UnitFunctions> units = results.stream()
                .map(UnitReader.Result::functions)
                .filter(u -> u.subs.size() > 0)
                .toList();
        return units.isEmpty() ? Optional.empty() : InlineMap.of(InlineMapWriter.write(sections, units));
    }

    private UnitReader.Result read(UnitHeader unit) {
        boolean isReadable = unit.length() <= LARGEST_UNIT && unit.abbrevOffset() >= 0
                && unit.abbrevOffset() < abbrev.length;
        Optional<Abbrevs> abbrevs = isReadable ? abbrevs(unit.abbrevOffset()) : Optional.empty();
        return abbrevs.isEmpty()
                ? new UnitReader.Result(new UnitFunctions(FileTable.empty(sections)), true, Optional.empty())
                : new UnitReader(unit, sections, abbrevs.get(), budget).read();
    }

    /** gcc gives each unit abbreviations of its own; dwz lets many units share them. */
    private Optional<Abbrevs> abbrevs(long offset) {
        Abbrevs known = shared.get(offset);
        if (known != null) {
            return Optional.of(known);
        }
        if (budget.isSpent()) {
            return Optional.empty();
        }
        Abbrevs read = Abbrevs.read(abbrev, (int) offset);
        budget.take(read.length());
        shared.put(offset, read);
        return Optional.of(read);
    }
}
