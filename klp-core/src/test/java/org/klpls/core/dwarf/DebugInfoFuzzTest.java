package org.klpls.core.dwarf;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.file.Path;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Timeout;
import org.klpls.c.testing.FuzzBounds;
import org.klpls.core.elf.ElfBytes;
import org.klpls.core.elf.ElfReader;

/**
 * Any bytes at all give a map or none, soon, and every question to the map has an answer. Without JAZZER_FUZZ the committed
 * inputs are tried; with it Jazzer makes up more: see docs/testing.md.
 */
class DebugInfoFuzzTest {
    @Timeout(30)
    @FuzzTest(maxDuration = "1h")
    void anyBytesGiveAMapOrNone(byte[] input) {
        FuzzBounds.hold(input.length, () -> read(input));
    }

    /** Reads these bytes as a file with debug info, and as a map. */
    static void read(byte[] input) {
        ElfReader.read(Path.of("fuzzed"), ElfBytes.of(input)).image()
                .ifPresent(image -> {
                    DebugInfoReader.read(image).map().ifPresent(DebugInfoFuzzTest::askEverything);
                    SourcePlaces places = SourcePlaces.of(image);
                    LongStream.iterate(0, address -> address < 0x4000, address -> address + 7).forEach(places::at);
                });
        InlineMap.of(ElfBytes.of(input)).ifPresent(DebugInfoFuzzTest::askEverything);
    }

    /** Asks a map all that it can be asked, of numbers that it has and of such that it has not. */
    static void askEverything(InlineMap map) {
        for (int f = -1; f <= Math.min(map.functions(), 2000); f++) {
            map.named(map.name(f)).limit(3).forEach(map::line);
            map.file(f);
            map.codes(f).limit(50).forEach(code -> {
                map.function(code);
                map.codeRanges(code).limit(20).forEach(range -> map.codeAt(map.codeRangeStart(range)));
            });
            map.copies(f).limit(50).forEach(copy -> {
                map.function(map.copyCode(copy));
                map.copyRanges(map.copyParent(copy)).limit(1).forEach(map::copyRangeLength);
                map.copyLine(copy);
                map.copyRanges(copy).limit(20).forEach(range -> map.codeAt(map.copyRangeStart(range)));
            });
            map.calls(f).limit(50).forEach(call -> map.function(map.callCode(call)));
        }
    }
}
