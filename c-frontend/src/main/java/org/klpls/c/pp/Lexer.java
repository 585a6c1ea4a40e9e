package org.klpls.c.pp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.klpls.c.pp.LexedFile.DirectiveLine;
import org.klpls.c.text.LineMap;
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

    /** Only of a main file. */
    private final boolean notesMargins;
    private int[] margins = new int[16];
    private int marginCount;
    /** An older text's tokens that this one may end with: from an offset on it is the same there. */
    private Optional<LexedFile> older = Optional.empty();
    private int sameFrom;
    /** Index in the older text of the token that this one goes on with. */
    private int rest = -1;

    private Lexer(String text, Interner interner, LexerMode mode, boolean notesMargins) {
        this.notesMargins = notesMargins;
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
        return new Lexer(source.text(), interner, mode, false).whole(source);
    }

    /** The same of a file that is not included: with its margins. */
    static LexedFile lexMain(SourceText source, Interner interner, LexerMode mode) {
        return new Lexer(source.text(), interner, mode, true).whole(source);
    }

    /** @param rest index of the token of the older text from which on its tokens are those of the newer one */
    record Again(LexedFile file, int rest) {}

    /**
     * Lexes a text from a margin of an older one on, up to where both go on alike.
     *
     * @param margin up to which both texts are the same; -1: there is none
     * @param sameFrom offset in the older text from which on it is the end of the newer one
     */
    static Again again(SourceText source, Interner interner, LexerMode mode, LexedFile older, int margin,
            int sameFrom) {
        Lexer lexer = new Lexer(source.text(), interner, mode, true);
        lexer.older = Optional.of(older);
        lexer.sameFrom = sameFrom;
        int start = 0;
        if (margin >= 0) {
            start = RawToken.location(older.tokens[older.margins[margin]]);
            lexer.beginLike(older, margin);
        }
        lexer.run(margin < 0 ? lexer.beginning() : start);
        if (lexer.rest >= 0) {
            lexer.endLike(older);
        }
        return new Again(lexer.file(source), lexer.rest < 0 ? older.tokens.length : lexer.rest);
    }

    private LexedFile whole(SourceText source) {
        run(beginning());
        return file(source);
    }

    private LexedFile file(SourceText source) {
        return new LexedFile(source, Arrays.copyOf(tokens, count), directives.toArray(new DirectiveLine[0]),
                Arrays.copyOf(margins, marginCount), unterminatedComment);
    }

    private int beginning() {
        return chars[0] == BYTE_ORDER_MARK ? 1 : 0;
    }

    /** Takes over what lies before a margin. */
    private void beginLike(LexedFile file, int margin) {
        count = file.margins[margin];
        tokens = Arrays.copyOf(file.tokens, Math.max(16, file.tokens.length + 64));
        marginCount = margin;
        margins = Arrays.copyOf(file.margins, file.margins.length + 16);
        for (int i = 0; i < file.directiveCount() && file.directive(i).start() < count; i++) {
            directives.add(file.directive(i));
        }
    }

    /** Takes over what lies behind the margin that was come to. */
    private void endLike(LexedFile file) {
        int more = file.tokens.length - rest;
        int moved = count - rest;
        long shift = (long) (length - file.source.text().length()) << 32;
        int first = 0;
        while (first < file.directiveCount() && file.directive(first).start() < rest) {
            first++;
        }
        long directiveShift = shift + ((long) (directives.size() - first) << 8);
        tokens = Arrays.copyOf(tokens, count + more);
        for (int i = rest; i < file.tokens.length; i++) {
            long token = file.tokens[i];
            tokens[count++] = token
                    + (RawToken.tokenClass(token) == RawToken.DIRECTIVE ? directiveShift : shift);
        }
        for (int i = first; i < file.directiveCount(); i++) {
            DirectiveLine line = file.directive(i);
            directives.add(new DirectiveLine(line.kind(), line.start() + moved, line.end() + moved));
        }
        for (int margin : file.margins) {
            if (margin >= rest) {
                addMargin(margin + moved);
            }
        }
    }

    /** A token stands at the margin: notes that, or says that from here on all is as in the older text. */
    private boolean goesOnLike(int offset) {
        int there = older.isEmpty() ? -1 : offset - length + older.get().source.text().length();
        if (older.isPresent() && there >= sameFrom) {
            rest = older.get().tokenAtMargin(there);
            if (rest >= 0) {
                return true;
            }
        }
        addMargin(count);
        return false;
    }

    private void addMargin(int token) {
        if (marginCount == margins.length) {
            margins = Arrays.copyOf(margins, marginCount * 2);
        }
        margins[marginCount++] = token;
    }

    private boolean isAtMargin(int at) {
        return at == 0 || LineMap.endsLine(chars[at - 1]);
    }

    private void run(int start) {
        int at = start;
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
                    int spliced = Comments.splice(chars, at);
                    if (spliced > at) {
                        at = spliced;
                        continue;
                    }
                }
                case '/' -> {
                    int end = scanner.comments().end(at);
                    if (end > at) {
                        if (scanner.comments().unterminated() && unterminatedComment < 0) {
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
                if (notesMargins && isAtMargin(at) && goesOnLike(at)) {
                    return;
                }
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
        int symbol = scanner.spliced() || scanner.universal()
                ? internRewritten(start, end, tokenClass)
                : interner.intern(chars, start, end);
        if (lineStart && (symbol == Words.HASH_WORD || symbol == Words.HASH_DIGRAPH)) {
            directiveStart = count;
            symbol = directives.size();
            tokenClass = RawToken.DIRECTIVE;
        }
        add(RawToken.of(start, symbol, tokenClass, space ? RawToken.SPACE : 0));
        return end;
    }

    /** Of a token that is not spelled as it is called. */
    private int internRewritten(int start, int end, int tokenClass) {
        String text = scanner.withoutSplices(start, end);
        return interner.intern(tokenClass == RawToken.IDENTIFIER ? UniversalName.resolved(text) : text);
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
