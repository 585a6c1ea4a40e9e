package org.klpls.c.pp;

import java.util.List;
import java.util.Optional;

import org.klpls.c.text.Problem;
import org.klpls.c.text.SourceText;

/**
 * One translation unit after preprocessing.
 *
 * @param preamble what a newer text of the same file can be preprocessed on: give this whole unit to
 *            {@link Preprocessor#preprocess(SourceText, org.klpls.c.build.CompileCommand, Optional)}
 * @param reading how the rest was read, piece by piece
 */
public record Preprocessed(TokenSequence tokens, SourceMap map, List<Problem> problems, Optional<Preamble> preamble,
        Optional<MainReading> reading) {
    public Preprocessed {
        problems = List.copyOf(problems);
    }

    /**
     * The tokens of a text that needs no preprocessing: lines that begin with # are left out, but for pragmas, which
     * become {@link TokenKind#PRAGMA} tokens.
     */
    public static Preprocessed ofPlainText(SourceText source, Interner interner, Dialect dialect) {
        LexedFile file = Lexer.lex(source, interner, LexerMode.plain(dialect));
        SourceMap map = new SourceMap();
        int base = map.enter(source, 0);
        map.mainFileEntered();
        TokenSequence tokens = new TokenSequence(interner, dialect);
        TokenKinds kinds = new TokenKinds(dialect);
        for (int at = 0; at < file.tokens.length;) {
            long token = file.tokens[at];
            int location = base + RawToken.location(token);
            if (RawToken.tokenClass(token) == RawToken.DIRECTIVE) {
                LexedFile.DirectiveLine line = file.directive(RawToken.symbol(token));
                if (line.kind() == Directive.PRAGMA) {
                    String text = PragmaText.of(file, line, interner);
                    tokens.add(TokenKind.PRAGMA, interner.intern(text), location, location);
                }
                at = line.end();
            } else {
                tokens.add(kinds.of(token), RawToken.symbol(token), location, location);
                at++;
            }
        }
        int end = base + source.text().length();
        tokens.add(TokenKind.EOF, Words.EMPTY, end, end);
        return new Preprocessed(tokens, map, List.of(), Optional.empty(), Optional.empty());
    }
}
