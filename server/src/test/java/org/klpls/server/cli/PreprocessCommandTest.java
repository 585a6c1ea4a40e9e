package org.klpls.server.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.klpls.c.text.SourceBytesWriter;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** {@code klpls preprocess}: what it prints means the same when it is compiled in place of the file. */
class PreprocessCommandTest {
    @TempDir
    private Path temp;

    @Test
    void pragmasStandOnLinesOfTheirOwnAndAHashFromAMacroBeginsNoDirective() throws IOException {
        assertEquals("""
                #pragma pack(1)
                int a ; # define b
                c+++d; - -1;
                """, preprocessed("""
                #define HASH #
                #define MINUS -
                #define PACKED(x) _Pragma("pack(1)") int x;
                PACKED(a)
                HASH define b
                c+++d; MINUS-1;
                """));
    }

    /** As a name in Latin-1 does; and a second half of a UTF-8 character, whose first one another token ends with. */
    @Test
    void bytesThatAreNoUtf8AreWrittenAsTheyStand() throws IOException, InterruptedException {
        assertPrintedAsByGcc("#define NAME \"J\u00f6rg \u00c3\" \"\u00a9\"\nconst char *name = NAME;\nint \u00f6;\n"
                .getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void namesBeyondAsciiAreWrittenAsGccWritesThem() throws IOException, InterruptedException {
        assertPrintedAsByGcc("""
                #define s(x) #x
                int \\u00e9t\u00e9 = 1, \ud835\udc65$\\u0024;
                const char *names = s(\u00e9 \\u00e9) "\u00e9" "\\u00e9" L"\u00e9";
                int number = 0\u00e9 + '\u00e9';
                """.getBytes(StandardCharsets.UTF_8));
    }

    private void assertPrintedAsByGcc(byte[] source) throws IOException, InterruptedException {
        Path file = Files.write(temp.resolve("source.c"), source);
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintWriter out = new PrintWriter(new SourceBytesWriter(printed));
        Main.commandLine(out, new PrintWriter(new StringWriter())).execute("preprocess", file.toString(), "--", "-I.");
        Process gcc = new ProcessBuilder("gcc", "-E", "-P", file.toString()).start();
        byte[] expected = gcc.getInputStream().readAllBytes();
        assertEquals(0, gcc.waitFor());
        assertEquals(withoutBlanks(expected), withoutBlanks(printed.toByteArray()));
    }

    private static String withoutBlanks(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1).replaceAll("\\s", "");
    }

    private String preprocessed(String text) throws IOException {
        StringWriter out = new StringWriter();
        Path file = Files.writeString(temp.resolve("one.c"), text);
        int status = Main.commandLine(new PrintWriter(out), new PrintWriter(new StringWriter())).execute("preprocess",
                file.toString(), "--", "-I.");
        assertEquals(0, status);
        return out.toString();
    }
}
