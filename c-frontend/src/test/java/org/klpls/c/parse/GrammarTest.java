package org.klpls.c.parse;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.MethodModel;
import java.lang.classfile.attribute.CodeAttribute;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.klpls.c.pp.TokenKind;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class GrammarTest {
    /** HotSpot compiles no larger method (HugeMethodLimit), and an interpreted parser is five times slower. */
    private static final int HUGE = 8000;

    @Test
    void constantsAreTheOrdinalsOfTokenKind() {
        for (TokenKind kind : TokenKind.values()) {
            String expected = kind == TokenKind.DEFAULT ? "DEFAULT_" : kind.name();
            String image = GnuCParserConstants.tokenImage[kind.ordinal()];
            assertEquals("<" + expected + ">", image);
        }
        assertEquals(TokenKind.values().length, GnuCParserConstants.tokenImage.length);
        assertEquals(TokenKind.FALSE.ordinal(), GnuCParserConstants.FALSE);
    }

    @Test
    void javaccReportsNoConflicts(@TempDir Path folder) throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process javacc = new ProcessBuilder(java, "-cp", System.getProperty("java.class.path"), "javacc",
                "-OUTPUT_DIRECTORY=" + folder, "src/main/javacc/GnuC.jj").redirectErrorStream(true).start();
        String report = new String(javacc.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int status = javacc.waitFor();
        assertEquals(0, status, report);
        assertTrue(report.contains("Parser generated successfully."), report);
        assertFalse(report.contains("Warning"), report);
    }

    @Test
    void noGeneratedMethodIsTooLargeToBeCompiled() throws IOException {
        List<String> huge = new ArrayList<>();
        int methods = 0;
        for (MethodModel method : ClassFile.of().parse(Files.readAllBytes(parserClass())).methods()) {
            int length = method.findAttribute(java.lang.classfile.Attributes.code()).map(CodeAttribute::codeLength)
                    .orElse(0);
            methods++;
            if (length > HUGE) {
                huge.add(method.methodName().stringValue() + ": " + length);
            }
        }
        assertEquals(List.of(), huge);
        assertTrue(methods > 50, "the parser has its productions");
    }

    private static Path parserClass() {
        return Path.of("target/classes/org/klpls/c/parse/GnuCParser.class");
    }
}
