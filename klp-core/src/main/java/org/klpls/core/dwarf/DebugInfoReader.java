package org.klpls.core.dwarf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.IntStream;
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
    /** Places in a section are counted in 32 bits; the debug info of the largest configurations is below 1 GiB. */
    private static final long LARGEST_SECTION = Integer.MAX_VALUE;

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
        Optional<String> unread = supplement(image).map(file -> "has part of its debug info in another file, " + file
                + ", which is not read: dwz -m made it for several; give one from before that")
                .or(() -> tooLarge(image));
        if (unread.isPresent()) {
            return DebugInfoReading.unread(unread.get());
        }
        SectionLayout layout = SectionLayout.of(image);
        DebugSections.Reading found = DebugSections.read(image, layout);
        DwarfSections sections = found.sections();
        if (sections.info().size() == 0 || sections.abbrev().size() == 0
                || sections.abbrev().size() > LARGEST_ABBREV) {
            List<String> problems = new ArrayList<>(found.problems());
            if (problems.isEmpty() && isIn(image)) {
                problems.add("its .debug_abbrev is missing, cut or too large");
            }
            return new DebugInfoReading(Optional.empty(), problems, Optional.empty());
        }
        return new DebugInfoReader(sections, sections.abbrev().toArray()).read(found.problems());
    }

    private static Optional<String> tooLarge(ElfImage image) {
        return image.sections().stream()
                .filter(s -> s.name().startsWith(".debug_") && s.size() > LARGEST_SECTION && image.isInsideFile(s))
                .findFirst()
                .map(s -> "has debug info that is too large to be read: " + s.size() + " bytes of " + s.name()
                        + ", where 2 GiB are the most; build it with CONFIG_DEBUG_INFO_COMPRESSED or"
                        + " CONFIG_DEBUG_INFO_REDUCED");
    }

    /** The file that several files share. Source: dwz(1) -m; DWARF Version 5, 7.3.6. */
    private static Optional<String> supplement(ElfImage image) {
        return image.section(".gnu_debugaltlink").filter(s -> s.size() > 0).map(image::content)
                .map(content -> content.cString(0).orElse("without a name"))
                .or(() -> image.section(".debug_sup").filter(s -> s.size() > 3).map(image::content)
                        .filter(content -> content.u8(2) == 0)
                        .map(content -> content.cString(3).orElse("without a name")));
    }

    private DebugInfoReading read(List<String> ofSections) {
        List<String> problems = new ArrayList<>(ofSections);
        UnitHeader.Scan scan = UnitHeader.scan(sections.info());
        if (scan.end() < sections.info().size()) {
            problems.add("its .debug_info is cut or damaged at byte " + scan.end());
        }
        List<UnitReader.Result> results = scan.units().parallelStream().map(this::read).toList();
        List<String> elsewhere = results.stream().flatMap(r -> r.elsewhere().stream()).toList();
        if (!elsewhere.isEmpty()) {
            return DebugInfoReading.unread("has its debug info in files of their own, " + elsewhere.getFirst()
                    + (elsewhere.size() == 1 ? "" : " and " + (elsewhere.size() - 1) + " more")
                    + ", which are not read: build it without -gsplit-dwarf (CONFIG_DEBUG_INFO_SPLIT)");
        }
        damaged(scan.units(), results).ifPresent(problems::add);
        if (budget.isSpent()) {
            problems.add("its debug info points at the same tables over and over: not all of it is read");
        }
        List<UnitFunctions> units = results.stream()
                .map(UnitReader.Result::functions)
                .filter(u -> u.subs.size() > 0)
                .toList();
        Optional<InlineMap> map = units.isEmpty()
                ? Optional.empty()
                : InlineMap.of(InlineMapWriter.write(sections, units));
        return new DebugInfoReading(map, problems, Optional.empty());
    }

    private static Optional<String> damaged(List<UnitHeader> units, List<UnitReader.Result> results) {
        int[] damaged = IntStream.range(0, units.size()).filter(i -> results.get(i).isDamaged()).toArray();
        return damaged.length == 0
                ? Optional.empty()
                : Optional
                        .of(damaged.length + " of " + units.size() + " units of its .debug_info are damaged, the first"
                                + " at byte " + units.get(damaged[0]).offset());
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
