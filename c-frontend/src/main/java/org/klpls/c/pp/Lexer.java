package org.klpls.c.pp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.klpls.c.pp.LexedFile.DirectiveLine;
import org.klpls.c.text.SourceText;

/**
 * Cuts a text into preprocessing tokens as gcc does: GNU C, with digraphs, line splices, comments and raw
 * strings. A NUL is white space. Every text can be lexed: what is no token of C becomes {@link RawToken#OTHER}.
 */
final class Lexer {
    /** What some editors write at the beginning of a file; gcc passes over it. */
    private static final char BYTE_ORDER_MARK = '\ufeff';

    private final char[] chars;
    private final int length;
    private final Interner interner;
    private final TokenScanner scanner;

    private long[] tokens;
    private int count;
    private final List<DirectiveLine> directives = new ArrayList<>();
    private int directiveStart = -1;
    private int unterminatedComment = -1;

    private Lexer(String text, Interner interner, LexerMode mode) {
        length = text.length();
        // Scanners look up to three characters ahead; the end reads as NUL.
        chars = new char[length + 4];
        text.getChars(0, length, chars, 0);
        if (mode.trigraphs()) {
            Trigraphs.replace(chars, length);
        }
        this.interner = interner;
        this.scanner = new TokenScanner(chars, length, mode);
        tokens = new long[Math.max(16, length / 6)];
    }

    static LexedFile lex(SourceText source, Interner interner) {
        return lex(source, interner, LexerMode.USUAL);
    }

    static LexedFile lex(SourceText source, Interner interner, LexerMode mode) {
        Lexer lexer = new Lexer(source.text(), interner, mode);
        lexer.run();
        return new LexedFile(source, Arrays.copyOf(lexer.tokens, lexer.count),
                lexer.directives.toArray(new DirectiveLine[0]), lexer.unterminatedComment);
    }

    private void run() {
        int at = chars[0] == BYTE_ORDER_MARK ? 1 : 0;
        boolean lineStart = true;
        boolean space = false;
        while (true) {
            char c = chars[at];
            switch (c) {
                case ' ', '\t', '\f', '\u000b' -> {
                    at++;
                    space = true;
                    continue;
                }
                case '\n', '\r' -> {
                    at++;
                    lineStart = true;
                    continue;
                }
                case '\\' -> {
                    int spliced = scanner.splice(at);
                    if (spliced > at) {
                        at = spliced;
                        continue;
                    }
                }
                case '/' -> {
                    int end = scanner.comment(at);
                    if (end > at) {
                        if (scanner.unterminatedComment()) {
                            unterminatedComment = at;
                        }
                        at = end;
                        space = true;
                        continue;
                    }
                }
                case 0 -> {
                    if (at >= length) {
                        endDirective();
                        return;
                    }
                    at++;
                    space = true;
                    continue;
                }
                default -> {
                }
            }
            if (lineStart) {
                endDirective();
            }
            at = token(at, lineStart, space || lineStart);
            lineStart = false;
            space = false;
        }
    }

    private int token(int start, boolean lineStart, boolean space) {
        int end = directiveStart >= 0 && chars[start] == '<' && namesHeader() ? scanner.headerName(start) : start;
        int tokenClass = RawToken.HEADER_NAME;
        if (end == start) {
            end = scanner.scan(start);
            tokenClass = scanner.tokenClass();
        }
        int symbol = scanner.spliced() ? internSpliced(start, end) : interner.intern(chars, start, end);
        if (lineStart && (symbol == Words.HASH_WORD || symbol == Words.HASH_DIGRAPH)) {
            directiveStart = count;
            symbol = directives.size();
            tokenClass = RawToken.DIRECTIVE;
        }
        add(RawToken.of(start, symbol, tokenClass, space ? RawToken.SPACE : 0));
        return end;
    }

    private int internSpliced(int start, int end) {
        return interner.intern(scanner.withoutSplices(start, end));
    }

    private void add(long token) {
        if (count == tokens.length) {
            tokens = Arrays.copyOf(tokens, count * 2);
        }
        tokens[count++] = token;
    }

    private boolean namesHeader() {
        return count == directiveStart + 2 && kindOf(directiveStart).namesHeader();
    }

    private Directive kindOf(int start) {
        if (count == start + 1) {
            return Directive.NULL;
        }
        long name = tokens[start + 1];
        return switch (RawToken.tokenClass(name)) {
            case RawToken.IDENTIFIER -> Directive.named(interner.text(RawToken.symbol(name)));
            case RawToken.NUMBER -> Directive.LINE_MARKER;
            default -> Directive.UNKNOWN;
        };
    }

    private void endDirective() {
        if (directiveStart >= 0) {
            directives.add(new DirectiveLine(kindOf(directiveStart), directiveStart, count));
            directiveStart = -1;
        }
    }
}
