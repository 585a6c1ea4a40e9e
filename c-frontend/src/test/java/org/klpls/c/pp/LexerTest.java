package org.klpls.c.pp;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.klpls.c.text.SourceText;

import static org.junit.jupiter.api.Assertions.assertEquals;

class LexerTest {
    private static Preprocessed plain(String text, Dialect dialect) {
        return Preprocessed.ofPlainText(SourceText.of(Path.of("/t.c"), text), new Interner(), dialect);
    }

    private static List<String> texts(Preprocessed unit) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < unit.tokens().size() - 1; i++) {
            texts.add(unit.tokens().text(i));
        }
        return texts;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"a+++++b | a ++ ++ + b", "x<<=y>>=z | x <<= y >>= z",
            "a...b..c | a ... b . . c", ".5e+3f 0x1p-2 1.e 0xe+1 | .5e+3f 0x1p-2 1.e 0xe+1",
            "<:%:%:%>%: | <: %:%: %> %:",
            "a->b-->c | a -> b -- > c", "L'x' u8\"s\" U\"s\" Lx | L'x' u8\"s\" U\"s\" Lx",
            "\"a\\\"b\" '\\'' | \"a\\\"b\" '\\''", "a/**/b//c | a b", "R\"x(a)\"b)x\" | R\"x(a)\"b)x\"",
            "\\u00e9t \\q | ét \\ q", "é$1 @ | é$1 @", "1..2.a | 1..2.a"})
    void aLineIsCutAsGccCutsIt(String line, String expected) {
        List<String> wanted = List.of(expected.replace("`", "").split(" "));
        assertEquals(String.join(" ", wanted), String.join(" ", texts(plain(line, Dialect.GNU))));
    }

    @Test
    void aSpliceDisappearsWhereverItStands() {
        assertEquals(List.of("while", "(", "a", "<<=", "\"xy\"", "12", ")"),
                texts(plain("wh\\\nile (a <\\\n<\\ \n= \"x\\\ny\" 1\\\n2) /\\\n/ c \\\n on\n/\\\n* c *\\\n/",
                        Dialect.GNU)));
    }

    @Test
    void aByteOrderMarkAndNulsAreWhiteSpace() {
        assertEquals(List.of("int", "a", ";"), texts(plain("\ufeffint\0a;\0\n\0", Dialect.GNU)));
    }

    @Test
    void aLineEndsWithLfOrCrLfOrCr() {
        for (String end : List.of("\n", "\r\n", "\r")) {
            String text = "#pragma a \\" + end + " b" + end + "x // c \\" + end + " c" + end + "\"d\\" + end + "e\""
                    + end
                    + "'f" + end + "y";
            assertEquals(List.of("#pragma a b", "x", "\"de\"", "'f", "y"), texts(plain(text, Dialect.GNU)));
        }
        assertEquals(List.of("#pragma a", "b"), texts(plain("#pragma a \\\r\r\nb", Dialect.GNU)));
    }

    @Test
    void everySpellingOfAKeywordHasItsKind() {
        Preprocessed unit = plain(
                "__inline__ __const __volatile__ __asm__ asm __attribute __typeof__ _Static_assert bool",
                Dialect.GNU);
        List<TokenKind> kinds = new ArrayList<>();
        for (int i = 0; i < unit.tokens().size(); i++) {
            kinds.add(unit.tokens().kind(i));
        }
        assertEquals(List.of(TokenKind.INLINE, TokenKind.CONST, TokenKind.VOLATILE, TokenKind.ASM, TokenKind.ASM,
                TokenKind.ATTRIBUTE, TokenKind.TYPEOF, TokenKind.STATIC_ASSERT, TokenKind.IDENTIFIER, TokenKind.EOF),
                kinds);
    }

    @Test
    void theStandardChoosesTheKeywords() {
        assertEquals(TokenKind.BOOL, plain("bool", Dialect.of(List.of("-std=gnu23"), 13)).tokens().kind(0));
        assertEquals(TokenKind.IDENTIFIER, plain("asm", Dialect.of(List.of("-std=c11"), 12)).tokens().kind(0));
        assertEquals(TokenKind.TYPEOF, plain("typeof", Dialect.of(List.of("-std=gnu11"), 12)).tokens().kind(0));
    }

    @Test
    void aTokenKnowsItsPlace() {
        Preprocessed unit = plain("int a;\n  long bcd;\n", Dialect.GNU);
        assertEquals("bcd", unit.map().spelling(unit.tokens(), 4).source()
                .slice(unit.map().spelling(unit.tokens(), 4).span()));
        assertEquals(1, unit.map().place(unit.tokens(), 4).start().line());
        assertEquals(7, unit.map().place(unit.tokens(), 4).start().character());
    }

    @Test
    void pragmasPassAndLineMarkersDoNot() {
        assertEquals(List.of("a", "#pragma pack(1)", "b"),
                texts(plain("# 1 \"x.c\"\na\n#pragma  pack(1)\nb", Dialect.GNU)));
    }
}
