package org.klpls.core.loader;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.klpls.core.elf.ElfDraft;
import org.klpls.core.elf.Rela;
import org.klpls.core.elf.SectionHeader;
import org.klpls.core.module.LivepatchFixture;
import org.klpls.core.module.LivepatchModule;
import org.klpls.core.module.ModuleReading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Modules larger than any that there is. That they come to an end in this test's time is part of what it shows. */
class LargeModuleTest {
    @TempDir
    Path folder;

    @Test
    void sixtyThousandSectionsAreLaidOut() {
        ElfDraft draft = LivepatchFixture.good();
        for (int i = 0; i < 60_000; i++) {
            draft.section(".text." + i, SectionHeader.SHT_PROGBITS,
                    SectionHeader.SHF_ALLOC | SectionHeader.SHF_EXECINSTR).data(new byte[16]).align(16);
        }
        assertEquals(Outcome.ACCEPTED, verify(draft).outcome());
    }

    @Test
    void aMillionRelocationsAreApplied() {
        int count = 1_000_000;
        ElfDraft draft = LivepatchFixture.good();
        draft.section(".data.many", SectionHeader.SHT_PROGBITS, SectionHeader.SHF_ALLOC | SectionHeader.SHF_WRITE)
                .data(new byte[count * Long.BYTES]).align(8);
        ByteBuffer table = ByteBuffer.allocate(count * Rela.SIZE).order(ByteOrder.LITTLE_ENDIAN);
        int symbol = draft.symbolIndex("patch");
        for (int i = 0; i < count; i++) {
            table.putLong((long) i * Long.BYTES).putInt(LivepatchFixture.ABS64).putInt(symbol).putLong(i);
        }
        draft.relocations(".rela.data.many", 0, ".data.many").data(table.array());
        Verdict verdict = verify(draft);
        assertEquals(Outcome.ACCEPTED, verdict.outcome());
        assertTrue(verdict.steps().stream().anyMatch(s -> s.what().startsWith("1000009 ordinary ones applied")),
                verdict::toString);
    }

    @Test
    void aMillionBadRelocationsAreToldButNotAMillionTimes() {
        ElfDraft draft = LivepatchFixture.good();
        ByteBuffer table = ByteBuffer.allocate(1_000_000 * Rela.SIZE).order(ByteOrder.LITTLE_ENDIAN);
        while (table.hasRemaining()) {
            table.putLong(0).putInt(99).putInt(1).putLong(0);
        }
        draft.section(".rela.text").data(table.array());
        Verdict verdict = verify(draft);
        assertEquals(Outcome.REJECTED, verdict.outcome());
        assertEquals(List.of("module: fixture: Unknown rela relocation: 99"), verdict.kernelMessages());
        assertTrue(verdict.events().size() <= Loading.MOST_EVENTS + 1, "events: " + verdict.events().size());
    }

    /** A file of 2 GiB is not read: it would have to be held in memory. */
    @Test
    void twoGibibytesWithAHoleAreALimitThatIsSaid() throws IOException {
        Path file = folder.resolve("hole.ko");
        try (RandomAccessFile hole = new RandomAccessFile(file.toFile(), "rw")) {
            hole.write(LivepatchFixture.good().build());
            hole.setLength(1L << 31);
        }
        ModuleReading reading = LivepatchModule.read(file);
        assertTrue(reading.module().isEmpty());
        assertTrue(reading.problems().getFirst().message().endsWith("2 GiB and more are not read"));
    }

    /** Sections may claim what they like: nothing is made that large. */
    @Test
    void memoryOfAHugeSectionIsNotAllocated() {
        ElfDraft draft = LivepatchFixture.good();
        draft.section(".bss").size = 0x3000_0000;
        assertEquals(Outcome.ACCEPTED, verify(draft).outcome());
    }

    private static Verdict verify(ElfDraft draft) {
        return ModuleLoader.verify(LivepatchFixture.read(draft), LivepatchFixture.kernel(), List.of());
    }
}
