package org.klpls.c.pp;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.klpls.c.text.SourceText;

/** A pragma as one line, as gcc passes it through. */
final class PragmaText {
    private PragmaText() {}

    /** {@code #pragma} and the rest of its line: one blank wherever white space stood. */
    static String of(LexedFile file, LexedFile.DirectiveLine line, Interner interner) {
        return spaced(file, line.start() + 2, line.end(), interner);
    }

    /** The same for the text that _Pragma holds. */
    static String of(String text, Interner interner) {
        LexedFile file = Lexer.lex(SourceText.of(Path.of("/<_Pragma>"), " " + text.replace('\n', ' ')), interner);
        return spaced(file, 0, file.tokens.length, interner);
    }

    /** The texts of the tokens that _Pragma or a pragma holds. */
    static List<String> words(String text, Interner interner) {
        LexedFile file = Lexer.lex(SourceText.of(Path.of("/<_Pragma>"), " " + text.replace('\n', ' ')), interner);
        List<String> words = new ArrayList<>();
        for (long token : file.tokens) {
            boolean hash = RawToken.tokenClass(token) == RawToken.DIRECTIVE;
            words.add(hash ? "#" : interner.text(RawToken.symbol(token)));
        }
        return words;
    }

    private static String spaced(LexedFile file, int start, int end, Interner interner) {
        StringBuilder text = new StringBuilder("#pragma");
        for (int at = start; at < end; at++) {
            long token = file.tokens[at];
            if (at == start || RawToken.has(token, RawToken.SPACE)) {
                text.append(' ');
            }
            boolean hash = RawToken.tokenClass(token) == RawToken.DIRECTIVE;
            text.append(hash ? "#" : interner.text(RawToken.symbol(token)));
        }
        return text.toString();
    }

    /** What a string literal holds, as C11 6.10.9 says: prefix and quotes gone, {@code \"} and {@code \\} undone. */
    static String destringized(String literal) {
        String inner = literal.substring(literal.indexOf('"') + 1, literal.length() - 1);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < inner.length(); i++) {
            boolean escape = inner.charAt(i) == '\\' && i + 1 < inner.length()
                    && (inner.charAt(i + 1) == '\\' || inner.charAt(i + 1) == '"');
            text.append(inner.charAt(escape ? ++i : i));
        }
        return text.toString();
    }
}
