package org.klpls.server.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

    private String preprocessed(String text) throws IOException {
        StringWriter out = new StringWriter();
        Path file = Files.writeString(temp.resolve("one.c"), text);
        int status = Main.commandLine(new PrintWriter(out), new PrintWriter(new StringWriter())).execute("preprocess",
                file.toString(), "--", "-I.");
        assertEquals(0, status);
        return out.toString();
    }
}
