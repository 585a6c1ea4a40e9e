package org.klpls.core.elf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.klpls.core.model.ElfPlace;

/**
 * Reads a file into an {@link ElfImage}. What stands in the header and the section table is compared with the file
 * before anything is built of it. It never throws on what a file holds, nor on a file that cannot be read.
 */
public final class ElfReader {
    /** A Java array holds no more; the largest module of a distribution has some 100 MB. */
    private static final long LARGEST_FILE = Integer.MAX_VALUE - 8L;
    private static final byte[] MAGIC = {0x7f, 'E', 'L', 'F'};
    private static final int SHOWN_OF_WRONG_FILE = 16;

    private final Path path;
    private final ElfBytes file;
    private final List<ElfProblem> problems = new ArrayList<>();

    private ElfReader(Path path, ElfBytes file) {
        this.path = path;
        this.file = file;
    }

    /** A file's bytes, or why there are none. */
    public record FileBytes(Optional<ElfBytes> bytes, Optional<ElfProblem> problem) {}

    public static ElfReading read(Path path) {
        FileBytes file = load(path);
        return file.bytes().map(bytes -> read(path, bytes)).orElseGet(
                () -> new ElfReading(Optional.empty(), file.problem().stream().toList()));
    }

    /** The whole file in memory: unlike a mapped file it cannot change or shrink while it is looked at. */
    public static FileBytes load(Path path) {
        try {
            if (Files.isDirectory(path)) {
                return noFile(path, ElfProblem.Kind.NO_FILE, "is a directory, not an ELF file");
            }
            long size = Files.size(path);
            return size > LARGEST_FILE
                    ? noFile(path, ElfProblem.Kind.TOO_LARGE, "has " + size + " bytes; 2 GiB and more are not read")
                    : new FileBytes(Optional.of(ElfBytes.of(Files.readAllBytes(path))), Optional.empty());
        } catch (NoSuchFileException _) {
            return noFile(path, ElfProblem.Kind.NO_FILE, "does not exist");
        } catch (IOException e) {
            return noFile(path, ElfProblem.Kind.NO_FILE, "cannot be read: " + e.getMessage());
        }
    }

    public static ElfReading read(Path path, ElfBytes file) {
        return new ElfReader(path, file).read();
    }

    private static FileBytes noFile(Path path, ElfProblem.Kind kind, String why) {
        return new FileBytes(Optional.empty(), Optional.of(new ElfProblem(kind, ElfPlace.of(path), path + " " + why)));
    }

    private ElfReading read() {
        if (file.size() >= MAGIC.length && !startsWithMagic()) {
            return failed(ElfProblem.Kind.BAD_MAGIC, "is not an ELF file: it starts with " + firstBytes());
        }
        if (file.size() < ElfHeader.SIZE) {
            String what = file.size() == 0
                    ? "is empty"
                    : "is cut short: it has " + file.size() + " bytes, an ELF header alone has " + ElfHeader.SIZE;
            return ElfReading.failed(new ElfProblem(ElfProblem.Kind.TOO_SHORT, ElfPlace.of(path), path + " " + what,
                    OptionalLong.of(file.size())));
        }
        ElfHeader header = JelfHeaders.header(file);
        if (header.sectionHeaderSize() != SectionHeader.SIZE) {
            return failed(ElfProblem.Kind.BAD_SECTION_HEADER_SIZE, "is no 64-bit ELF file: its section headers have "
                    + header.sectionHeaderSize() + " bytes (e_shentsize), not " + SectionHeader.SIZE);
        }
        Optional<Long> count = sectionCount(header);
        if (count.isEmpty() || !tableFits(header, count.get())) {
            return failed(ElfProblem.Kind.SECTION_TABLE_OUTSIDE_FILE,
                    "is cut short or damaged: its section table should be at byte "
                            + Long.toUnsignedString(header.sectionTableOffset()) + ", with "
                            + count.map(n -> n + " sections").orElse("at least one section") + "; the file has "
                            + file.size() + " bytes");
        }
        List<SectionHeader> sections = named(header,
                JelfHeaders.sections(file, header.sectionTableOffset(), Math.toIntExact(count.get())));
        ElfImage image = new ElfImage(path, file, header, sections);
        sections.stream().filter(s -> !image.isInsideFile(s)).forEach(this::outside);
        return new ElfReading(Optional.of(image), problems);
    }

    private boolean startsWithMagic() {
        for (int i = 0; i < MAGIC.length; i++) {
            if (file.u8(i) != MAGIC[i]) {
                return false;
            }
        }
        return true;
    }

    private String firstBytes() {
        String start = file.text(0, Math.min(SHOWN_OF_WRONG_FILE, file.size()));
        if (start.chars().allMatch(c -> c >= ' ' && c < 0x7f || Character.isWhitespace(c))) {
            return "the text '" + start.lines().findFirst().orElse("") + "'";
        }
        StringBuilder hex = new StringBuilder("the bytes");
        for (byte b : start.substring(0, MAGIC.length).getBytes(StandardCharsets.ISO_8859_1)) {
            hex.append(String.format(" %02x", b));
        }
        return hex.toString();
    }

    /** e_shnum, or with extended numbering the size of section 0; empty where that lies outside the file. */
    private Optional<Long> sectionCount(ElfHeader header) {
        if (header.sectionCount() != 0 || header.sectionTableOffset() == 0) {
            return Optional.of((long) header.sectionCount());
        }
        return file.holds(header.sectionTableOffset(), SectionHeader.SIZE)
                ? Optional.of(file.u64(header.sectionTableOffset() + 32))
                : Optional.empty();
    }

    private boolean tableFits(ElfHeader header, long count) {
        return count >= 0 && count <= file.size() / SectionHeader.SIZE
                && file.holds(header.sectionTableOffset(), count * SectionHeader.SIZE);
    }

    private List<SectionHeader> named(ElfHeader header, List<SectionHeader> sections) {
        long names = header.sectionNames() == ElfHeader.SHN_XINDEX && !sections.isEmpty()
                ? sections.getFirst().link()
                : header.sectionNames();
        boolean there = names > 0 && names < sections.size();
        if (!there || !file.holds(sections.get((int) names).offset(), sections.get((int) names).size())) {
            problem(ElfProblem.Kind.NO_SECTION_NAMES, ElfPlace.of(path),
                    "has no table of section names: e_shstrndx is " + names + ", of " + sections.size() + " sections");
            return sections;
        }
        SectionHeader table = sections.get((int) names);
        ElfBytes strings = file.slice(table.offset(), table.size());
        return sections.stream().map(s -> s.named(strings.cString(s.nameOffset()).orElse(""))).toList();
    }

    private void outside(SectionHeader section) {
        problem(ElfProblem.Kind.SECTION_OUTSIDE_FILE, ElfPlace.of(path, section.name(), 0),
                "is cut short or damaged: section " + section.index().value() + " (" + section.name() + ") should end "
                        + Long.toUnsignedString(section.size()) + " bytes after byte "
                        + Long.toUnsignedString(section.offset()) + "; the file has " + file.size() + " bytes");
    }

    private void problem(ElfProblem.Kind kind, ElfPlace place, String what) {
        problems.add(new ElfProblem(kind, place, path + " " + what));
    }

    private ElfReading failed(ElfProblem.Kind kind, String what) {
        return ElfReading.failed(new ElfProblem(kind, ElfPlace.of(path), path + " " + what));
    }
}
