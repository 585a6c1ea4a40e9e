package org.klpls.core.dwarf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.klpls.c.testing.NeedsRealThings;
import org.klpls.c.testing.RealThing;
import org.klpls.core.dwarf.SourcePlaces.SourcePlace;
import org.klpls.core.elf.ElfBytes;
import org.klpls.core.elf.ElfHeader;
import org.klpls.core.elf.ElfImage;
import org.klpls.core.elf.ElfReader;
import org.klpls.core.elf.SectionHeader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

/** The line of each instruction is the one that binutils' addr2line tells. */
@NeedsRealThings(RealThing.DWARF)
class SourcePlacesTest {
    @TempDir
    private static Path folder;
    private static Map<String, Path> files = Map.of();

    @BeforeAll
    static void build() throws IOException, InterruptedException {
        files = DebugInfoBuild.in(folder);
    }

    private static ElfImage image(Path file) {
        return ElfReader.read(file).image().orElseThrow();
    }

    private static Path file(String name) {
        return Objects.requireNonNull(files.get(name), name);
    }

    @TestFactory
    Stream<DynamicTest> everyLineIsTheOneThatAddr2lineTells() {
        // Left out: what binutils 2.40 does not read (64-bit), and where it takes file 1 of DWARF 5 for file 0.
        return Stream.of("DWARF 4", "DWARF 5", "DWARF 4, cold and init sections", "DWARF 5, cold and init sections",
                "DWARF 5, zlib", "DWARF 4, not optimised", "DWARF 4, two units, relocatable",
                "DWARF 5, two units, relocatable", "DWARF 4, linked", "DWARF 5, linked")
                .map(name -> dynamicTest(name, () -> {
                    ElfImage image = image(file(name));
                    SourcePlaces places = SourcePlaces.of(image);
                    long compared = 0;
                    for (SectionHeader section : image.sections()) {
                        if (section.has(SectionHeader.SHF_EXECINSTR) && section.size() > 0) {
                            compared += compare(places, file(name), image, section);
                        }
                    }
                    assertTrue(compared > 50, "nothing is compared");
                }));
    }

    /** At each byte of a section. */
    private static long compare(SourcePlaces places, Path file, ElfImage image, SectionHeader section)
            throws IOException, InterruptedException {
        boolean isLinked = image.header().type() != ElfHeader.ET_REL;
        List<String> command = new ArrayList<>(List.of("addr2line", "-e", file.toString()));
        if (!isLinked) {
            command.addAll(List.of("-j", section.name()));
        }
        for (long offset = 0; offset < section.size(); offset++) {
            command.add("0x" + Long.toHexString(isLinked ? section.addr() + offset : offset));
        }
        Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        List<String> told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines()
                .map(SourcePlacesTest::inShort).toList();
        assertEquals(0, process.waitFor());
        List<String> found = new ArrayList<>();
        for (long offset = 0; offset < section.size(); offset++) {
            found.add(places.at(section.index(), offset).map(p -> inShort(p.file() + ":" + p.line())).orElse("?"));
        }
        assertEquals(List.of(), IntStream.range(0, told.size()).filter(i -> !told.get(i).equals(found.get(i)))
                .mapToObj(i -> section.name() + "+" + i + ": " + told.get(i) + " and not " + found.get(i)).toList());
        return told.stream().filter(place -> !place.equals("?")).count();
    }

    /** Without folder and discriminator; a question mark where a part is not known. */
    private static String inShort(String place) {
        String plain = place.replaceAll(" \\(discriminator \\d+\\)", "");
        return plain.contains("?") || plain.endsWith(":0") ? "?" : plain.substring(plain.lastIndexOf('/') + 1);
    }

    @Test
    void aFileWithoutLineTablesTellsNone() throws IOException, InterruptedException {
        Path stripped = folder.resolve("stripped");
        Process strip = new ProcessBuilder("strip", "--strip-debug", "-o", stripped.toString(),
                file("DWARF 5").toString()).start();
        assertEquals(0, strip.waitFor());
        SourcePlaces places = SourcePlaces.of(image(stripped));
        assertTrue(places.isEmpty());
        assertEquals(Optional.empty(), places.at(0x1000));
    }

    @Test
    void damagedTablesTellWhatIsSoundOfThem() throws IOException {
        byte[] sound = java.nio.file.Files.readAllBytes(file("DWARF 5, linked"));
        ElfImage whole = image(file("DWARF 5, linked"));
        SectionHeader line = whole.section(".debug_line").orElseThrow();
        Random random = new Random(11);
        List<SourcePlace> found = new ArrayList<>();
        for (int i = 0; i < Integer.getInteger("klpls.mutations", 300); i++) {
            byte[] damaged = sound.clone();
            for (int j = random.nextInt(5); j >= 0; j--) {
                int at = (int) (line.offset() + random.nextLong(line.size()));
                damaged[at] = random.nextInt(3) == 0 ? (byte) 0xff : (byte) random.nextInt(256);
            }
            ElfReader.read(Path.of("damaged"), ElfBytes.of(damaged)).image().map(SourcePlaces::of)
                    .ifPresent(places -> whole.section(".text")
                            .flatMap(text -> places.at(text.index(), random.nextLong(text.size())))
                            .ifPresent(found::add));
        }
        assertTrue(!found.isEmpty());
    }
}
