package org.klpls.core.dwarf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.klpls.core.elf.ElfBytes;
import org.klpls.core.elf.ElfImage;
import org.klpls.core.elf.SectionHeader;
import org.klpls.core.elf.ShIndex;

/**
 * The lines of source that the instructions of a module or a program come from, by its line tables. Immutable. Nothing that the
 * file holds makes reading it throw or loop.
 */
public final class SourcePlaces {
    /** A line of a source file, from 1; the file as the compiler was given it, below the folder that it ran in. */
    public record SourcePlace(String file, int line) {}

    /** More than any module has: the tables of a whole vmlinux are cut here. */
    private static final int MOST_ROWS = 1 << 22;
    private static final int LARGEST_ABBREV = 1 << 28;
    private static final long SHARED = 16;

    private final SectionLayout layout;
    private final boolean isRelocatable;
    private final ElfImage image;
    /** Ascending; from each on, up to the next, instructions come from one line. */
    private final long[] addresses;
    /** By row: place in {@link #files}. */
    private final int[] fileOf;
    /** By row; 0 where none is known. */
    private final int[] lines;
    private final List<String> files;

    private SourcePlaces(ElfImage image, SectionLayout layout, Collected collected) {
        this.image = image;
        this.layout = layout;
        isRelocatable = layout.isNeeded();
        List<Sequence> sequences = collected.sequences.stream()
                .sorted(Comparator.comparingLong((Sequence s) -> s.addresses.get(0))).toList();
        int count = sequences.stream().mapToInt(s -> s.addresses.size()).sum();
        addresses = new long[count];
        fileOf = new int[count];
        lines = new int[count];
        int at = 0;
        for (Sequence sequence : sequences) {
            for (int i = 0; i < sequence.addresses.size(); i++, at++) {
                addresses[at] = sequence.addresses.get(i);
                fileOf[at] = sequence.files.get(i);
                lines[at] = sequence.lines.get(i);
            }
        }
        files = List.copyOf(collected.files);
    }

    /** Those of a file; none where it has no line tables. */
    public static SourcePlaces of(ElfImage image) {
        SectionLayout layout = SectionLayout.of(image);
        DwarfSections sections = DebugSections.read(image, layout).sections();
        Collected collected = new Collected(sections);
        collected.read();
        return new SourcePlaces(image, layout, collected);
    }

    public boolean isEmpty() {
        return addresses.length == 0;
    }

    /** The line of the instruction at an offset of a section. */
    public Optional<SourcePlace> at(ShIndex section, long offset) {
        long begin = isRelocatable
                ? layout.address(section)
                : image.section(section).map(SectionHeader::addr).orElse(0L);
        return begin == 0 ? Optional.empty() : at(begin + offset);
    }

    /** The line of the instruction at an address; in an object file one of {@link SectionLayout}. */
    public Optional<SourcePlace> at(long address) {
        int low = 0;
        int high = addresses.length - 1;
        int found = -1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (Long.compareUnsigned(addresses[middle], address) <= 0) {
                found = middle;
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        boolean isKnown = found >= 0 && lines[found] > 0 && fileOf[found] >= 0;
        return isKnown ? Optional.of(new SourcePlace(files.get(fileOf[found]), lines[found])) : Optional.empty();
    }

    /** Rows of ascending addresses; the last one has no line. */
    private static final class Sequence {
        private final LongList addresses = new LongList();
        private final IntList files = new IntList();
        private final IntList lines = new IntList();
    }

    /** What the line programs of all units tell. */
    private static final class Collected {
        private final DwarfSections sections;
        private final Budget budget;
        private final List<Sequence> sequences = new ArrayList<>();
        private final List<String> files = new ArrayList<>();
        private final Map<String, Integer> numbers = new HashMap<>();
        private int rows;

        Collected(DwarfSections sections) {
            this.sections = sections;
            budget = new Budget(sections.size() * SHARED);
        }

        void read() {
            Map<Long, String> folders = compilationFolders();
            long at = 0;
            Optional<LineProgram.Header> header = LineProgram.header(sections.line(), at);
            while (header.isPresent() && rows < MOST_ROWS) {
                FileTable table = FileTable.read(sections, at, folders.getOrDefault(at, ""), budget);
                Unit unit = new Unit(table);
                LineProgram.run(sections.line(), header.get(), unit);
                unit.close();
                at = header.get().unitEnd();
                header = LineProgram.header(sections.line(), at);
            }
        }

        /** By the place of a unit's line table: the folder that the compiler ran in. */
        private Map<Long, String> compilationFolders() {
            Map<Long, String> folders = new HashMap<>();
            ElfBytes abbrev = sections.abbrev();
            if (abbrev.size() == 0 || abbrev.size() > LARGEST_ABBREV) {
                return folders;
            }
            byte[] abbrevs = abbrev.toArray();
            for (UnitHeader unit : UnitHeader.scan(sections.info()).units()) {
                boolean isReadable = unit.abbrevOffset() >= 0 && unit.abbrevOffset() < abbrevs.length
                        && unit.length() <= Integer.MAX_VALUE - 8 && !budget.isSpent();
                if (isReadable) {
                    Abbrevs read = Abbrevs.read(abbrevs, (int) unit.abbrevOffset());
                    budget.take(read.length());
                    folder(unit, read, folders);
                }
            }
            return folders;
        }

        private void folder(UnitHeader unit, Abbrevs abbrevs, Map<Long, String> folders) {
            long most = Math.min(unit.length(), unit.headerLength() + 4096L);
            Cursor in = new Cursor(sections.info().slice(unit.offset(), most).toArray(), unit.headerLength());
            int abbrev = abbrevs.find(in.uleb());
            if (abbrev >= 0) {
                Die die = new Die(unit, sections, abbrevs);
                die.read(in, abbrev, UnitBases.initial(unit));
                if (die.lineTable != Die.NONE) {
                    folders.put(die.lineTable, sections.string(die.compDir));
                }
            }
        }

        private int number(String file) {
            return numbers.computeIfAbsent(file, name -> {
                files.add(name);
                return files.size() - 1;
            });
        }

        /** The rows of one unit. */
        private final class Unit implements LineProgram.Rows {
            private final FileTable table;
            private final Map<Long, Integer> known = new HashMap<>();
            private Sequence sequence = new Sequence();

            Unit(FileTable table) {
                this.table = table;
            }

            @Override
            public boolean row(long address, long file, long line) {
                int last = sequence.addresses.size() - 1;
                if (last >= 0 && Long.compareUnsigned(address, sequence.addresses.get(last)) < 0) {
                    // Addresses ascend in honest tables.
                    close();
                }
                int number = known.computeIfAbsent(file, f -> table.path(f).map(Collected.this::number).orElse(-1));
                sequence.addresses.add(address);
                sequence.files.add(number);
                sequence.lines.add(line < 0 || line > Integer.MAX_VALUE ? 0 : (int) line);
                rows++;
                return rows < MOST_ROWS;
            }

            @Override
            public void end(long address) {
                sequence.addresses.add(address);
                sequence.files.add(-1);
                sequence.lines.add(0);
                close();
            }

            /** A sequence at 0 is one that the linker threw away. */
            void close() {
                if (sequence.addresses.size() > 0 && sequence.addresses.get(0) != 0) {
                    sequences.add(sequence);
                }
                sequence = new Sequence();
            }
        }
    }
}
