package org.klpls.core.elf;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.file.Path;
import org.junit.jupiter.api.Timeout;
import org.klpls.c.testing.FuzzBounds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Any bytes are an ELF file or none, and of one that is, all tables can be read. Without JAZZER_FUZZ the committed inputs are tried; with
 * it Jazzer makes up more: see docs/testing.md.
 */
class ElfImageFuzzTest {
    /** Tables may overlap, so that a file has far more entries than bytes: these of each are looked at. */
    private static final long LOOKED_AT = 64;

    @Timeout(30)
    @FuzzTest(maxDuration = "1h")
    void anyBytesAreAnImageOrNone(byte[] input) {
        FuzzBounds.hold(input.length, () -> {
            ElfReading reading = ElfReader.read(Path.of("fuzzed"), ElfBytes.of(input.clone()));
            assertTrue(reading.image().isPresent() || !reading.problems().isEmpty());
            reading.image().ifPresent(ElfImageFuzzTest::readTables);
        });
    }

    private static void readTables(ElfImage image) {
        for (SectionHeader section : image.sections()) {
            ElfBytes content = image.content(section);
            assertTrue(content.size() == 0 || content.size() == section.size());
            assertEquals(section, image.section(section.index()).orElseThrow());
            content.cString(section.info());
            image.section(section.link()).ifPresent(linked -> image.isInsideFile(linked));
            image.relocations(section).relas().limit(LOOKED_AT).forEach(rela -> assertTrue(
                    !image.symbols().has(rela.symbol()) || image.symbols().name(rela.symbol()) != null));
        }
        image.symbols().symbols().limit(LOOKED_AT).forEach(symbol -> {
            assertTrue(image.symbols().hasName(symbol.index()) || symbol.name().isEmpty());
            symbol.section().flatMap(image::section)
                    .ifPresent(section -> assertTrue(image.content(section).size() <= image.file().size()));
        });
    }
}
