package org.klpls.core.elf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ElfReaderTest {
    private static final Path PATH = Path.of("a.ko");

    @TempDir
    Path folder;

    @Test
    void whatIsNoModuleIsToldInOneMessage() throws IOException {
        assertEquals("a.ko is empty", onlyMessage(new byte[0]));
        assertEquals("a.ko is not an ELF file: it starts with the text '#include <linux/'",
                onlyMessage("#include <linux/module.h>\n".getBytes(StandardCharsets.US_ASCII)));
        assertEquals("a.ko is not an ELF file: it starts with the bytes 1f 8b 08 00",
                onlyMessage(new byte[]{0x1f, (byte) 0x8b, 8, 0, 0, 0}));
        assertTrue(message(ElfReader.read(folder)).endsWith(" is a directory, not an ELF file"));
        assertTrue(message(ElfReader.read(folder.resolve("none.ko"))).endsWith(" does not exist"));
    }

    @Test
    void aTruncatedFileIsToldInOneMessage() throws IOException {
        byte[] whole = module().build();
        assertTrue(onlyMessage(Arrays.copyOf(whole, 60)).contains("is cut short: it has 60 bytes"));
        assertTrue(onlyMessage(Arrays.copyOf(whole, 64)).contains("is cut short or damaged"));
        assertTrue(onlyMessage(Arrays.copyOf(whole, whole.length - 1)).contains("is cut short or damaged"));
        Path file = Files.write(folder.resolve("half.ko"), Arrays.copyOf(whole, whole.length / 2));
        assertTrue(message(ElfReader.read(file)).contains("is cut short or damaged"));
    }

    @Test
    void aSectionThatLiesAboutItsSizeHasNoContent() {
        for (long size : new long[]{1L << 40, Long.MAX_VALUE, -1}) {
            ElfReading reading = read(module().sectionField(".text", 32, size).build());
            ElfImage image = reading.image().orElseThrow();
            SectionHeader text = image.section(".text").orElseThrow();
            assertEquals(size, text.size());
            assertEquals(0, image.content(text).size());
            assertEquals(List.of(ElfProblem.Kind.SECTION_OUTSIDE_FILE),
                    reading.problems().stream().map(ElfProblem::kind).toList());
        }
    }

    @Test
    void aClassOrByteOrderThatTheKernelDoesNotLookAtDoesNotMatter() {
        ElfImage image = read(module().lastly(b -> b.put(4, (byte) 1).put(5, (byte) 2)).build()).image().orElseThrow();
        assertEquals(1, image.header().elfClass());
        assertEquals(2, image.header().dataEncoding());
        assertEquals(ElfHeader.ET_REL, image.header().type());
        assertTrue(image.section(".text").isPresent());
    }

    @Test
    void moreSectionsThanAShortCountsAreRead() {
        ElfDraft draft = module();
        for (int i = 0; i < 40_000; i++) {
            draft.section(".data." + i, SectionHeader.SHT_PROGBITS, SectionHeader.SHF_ALLOC);
        }
        ElfImage image = read(draft.build()).image().orElseThrow();
        assertEquals(draft.sections.size(), image.sections().size());
        assertEquals(".data.39999", image.sections().getLast().name());
    }

    @Test
    void extendedSectionNumberingIsRead() {
        ElfDraft draft = module();
        int count = draft.sections.size();
        int names = draft.index(".shstrtab");
        byte[] bytes = draft.lastly(b -> {
            int table = (int) b.getLong(40);
            b.putShort(60, (short) 0).putShort(62, (short) ElfHeader.SHN_XINDEX);
            b.putLong(table + 32, count).putInt(table + 40, names);
        }).build();
        ElfImage image = read(bytes).image().orElseThrow();
        assertEquals(count, image.sections().size());
        assertTrue(image.section(".text").isPresent());
    }

    @Test
    void anExtendedSymbolIndexIsTakenFromItsTable() {
        ElfDraft draft = module();
        int symbol = draft.symbol("far", 0, ElfSymbol.SHN_XINDEX, 0, 0);
        byte[] table = new byte[4 * (symbol + 1)];
        table[4 * symbol] = (byte) draft.index(".text");
        draft.section(".symtab_shndx", SectionHeader.SHT_SYMTAB_SHNDX, 0).data(table).link = draft.index(".symtab");
        ElfImage image = read(draft.build()).image().orElseThrow();
        assertTrue(image.symbols().get(new SymIndex(symbol)).isIn(image.section(".text").orElseThrow().index()));
    }

    private static ElfDraft module() {
        ElfDraft draft = ElfDraft.empty();
        draft.section(".text", SectionHeader.SHT_PROGBITS, SectionHeader.SHF_ALLOC).data(new byte[32]).align(16);
        return draft;
    }

    private static ElfReading read(byte[] bytes) {
        return ElfReader.read(PATH, ElfBytes.of(bytes));
    }

    private static String onlyMessage(byte[] bytes) {
        return message(read(bytes));
    }

    private static String message(ElfReading reading) {
        assertTrue(reading.image().isEmpty());
        assertEquals(1, reading.problems().size());
        return reading.problems().getFirst().message();
    }
}
