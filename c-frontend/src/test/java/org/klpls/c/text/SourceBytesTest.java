package org.klpls.c.text;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.klpls.c.parse.CFrontend;
import org.klpls.c.parse.ParseResult;
import org.klpls.c.pp.Dialect;
import org.klpls.c.pp.Interner;
import org.klpls.c.pp.Preprocessed;
import org.klpls.c.types.Program;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Sources hold whatever bytes people have put there. */
class SourceBytesTest {
    @Test
    void everyByteStaysWhatItWas() {
        Random random = new Random(1);
        for (int round = 0; round < 2000; round++) {
            byte[] bytes = new byte[random.nextInt(40)];
            random.nextBytes(bytes);
            byte[] some = round % 2 == 0 ? bytes : mixed(bytes);
            assertArrayEquals(some, encoded(SourceBytes.decode(some)), () -> Arrays.toString(some));
        }
    }

    @Test
    void aWriterGivesTheBytesBackHoweverTheTextIsCut() throws IOException {
        Random random = new Random(2);
        for (int round = 0; round < 500; round++) {
            byte[] bytes = new byte[random.nextInt(60)];
            random.nextBytes(bytes);
            byte[] some = mixed(bytes);
            ByteArrayOutputStream written = new ByteArrayOutputStream();
            try (SourceBytesWriter writer = new SourceBytesWriter(written)) {
                String text = SourceBytes.decode(some);
                for (int at = 0; at < text.length();) {
                    int end = Math.min(text.length(), at + 1 + random.nextInt(4));
                    writer.write(text, at, end - at);
                    at = end;
                }
            }
            assertArrayEquals(some, written.toByteArray(), () -> Arrays.toString(some));
        }
    }

    @Test
    void whatIsUtf8IsReadAsSuchBesideWhatIsNot() {
        byte[] bytes = "/* Jörg \u20ac\ud83d\ude00 */".getBytes(StandardCharsets.UTF_8);
        assertEquals("/* Jörg \u20ac\ud83d\ude00 */", SourceBytes.decode(bytes));
        assertEquals("J\udcf6rg \u20ac", SourceBytes.decode(
                new byte[]{'J', (byte) 0xf6, 'r', 'g', ' ', (byte) 0xe2, (byte) 0x82, (byte) 0xac}));
    }

    @Test
    void aBinaryFileIsNoText() {
        assertFalse(SourceBytes.areText(SourceBytes.decode(new byte[]{'i', 0, (byte) 0xff})));
        assertTrue(SourceBytes.areText(SourceBytes.decode(new byte[]{'i', (byte) 0xff})));
        assertTrue(SourceBytes.areText("i\0"));
    }

    @Test
    void whatIsNoUtf8StaysInCommentsAndStringsAndIsStrayElsewhere() {
        String text = "/* J\udcf6rg */ char name[] = \"J\udcf6rg\"; int \udcf6;\n";
        ParseResult result = CFrontend
                .parse(Preprocessed.ofPlainText(SourceText.of(Path.of("/main.c"), text), new Interner(), Dialect.GNU));
        assertEquals(List.of("stray '\\366'"), result.problems().stream().map(Problem::message).toList());
        assertEquals("char[5]",
                Program.of(result.unit()).variable("name").orElseThrow().type().text());
    }

    private static byte[] mixed(byte[] bytes) {
        String text = "é\u20ac\ud83d\ude00" + new String(bytes, StandardCharsets.ISO_8859_1);
        byte[] good = text.getBytes(StandardCharsets.UTF_8);
        byte[] all = Arrays.copyOf(good, good.length + bytes.length);
        System.arraycopy(bytes, 0, all, good.length, bytes.length);
        return all;
    }

    private static byte[] encoded(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        text.codePoints().forEach(c -> bytes.writeBytes(SourceBytes.encode(c)));
        return bytes.toByteArray();
    }
}
