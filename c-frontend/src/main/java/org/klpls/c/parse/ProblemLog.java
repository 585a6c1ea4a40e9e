package org.klpls.c.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.klpls.c.pp.SourceMap;
import org.klpls.c.pp.TokenKind;
import org.klpls.c.pp.TokenSequence;
import org.klpls.c.text.Problem;
import org.klpls.c.text.SourceBytes;
import org.klpls.c.text.SourceRange;
import org.klpls.c.text.Span;

/** The parser's problems, each at its place: at most one for a token. */
final class ProblemLog {
    /** More than a reader wants to see; a binary file given as C has no end of them. */
    private static final int MAX_PROBLEMS = 200;
    private static final int LONGEST_QUOTE = 40;

    private final TokenSequence tokens;
    private final SourceMap map;
    private final Layout layout;
    private final List<Problem> problems = new ArrayList<>();
    private int lastToken = -1;
    private boolean told;

    ProblemLog(TokenSequence tokens, SourceMap map) {
        this.tokens = tokens;
        this.map = map;
        this.layout = new Layout(tokens, map);
    }

    Layout layout() {
        return layout;
    }

    List<Problem> problems() {
        return List.copyOf(problems);
    }

    /** From here on {@link #wereNone} counts. */
    void begin() {
        told = false;
        layout.begin();
    }

    /** Whether there was no problem, not even one too many for the list, and no problem that hung on the layout. */
    boolean wereNone() {
        return !told && !layout.wasAsked();
    }

    int count() {
        return problems.size();
    }

    /** Goes back to the first so many: what they are of is read again. */
    void forgetAfter(int count) {
        problems.subList(count, problems.size()).clear();
        lastToken = -1;
    }

    /** A token that is wrong. */
    void at(int token, String message) {
        add(token, map.place(tokens, token), lexicalProblem(token).orElse(message));
    }

    /** A token that must be followed by something else: placed right behind it, where to type that. */
    void missingAfter(int previous, int token, String missing) {
        if (previous < 0 || lexicalProblem(token).isPresent()) {
            at(token, "expected " + missing);
            return;
        }
        SourceRange before = map.place(tokens, previous);
        if (lexicalProblem(previous).isPresent()
                && problems.stream().anyMatch(it -> it.where().equals(Optional.of(before)))) {
            told = true; // what is missing stands in the rest of the line, which the open quote has swallowed
            return;
        }
        int end = before.span().end();
        add(token, new SourceRange(before.source(), new Span(end, end)),
                "expected " + missing + " after " + quote(previous));
    }

    /** What is wrong with a token that is none of C: a quote without its end, or a stray character. Empty for any other. */
    private Optional<String> lexicalProblem(int token) {
        if (tokens.kind(token) != TokenKind.OTHER) {
            return Optional.empty();
        }
        String text = tokens.text(token);
        return Optional.of(text.chars().filter(c -> c == '"' || c == '\'')
                .mapToObj(c -> "missing terminating '" + (char) c + "'").findFirst()
                .orElseGet(() -> "stray " + (text.codePoints().anyMatch(ProblemLog::isUnprintable)
                        ? octal(text)
                        : quote(token))));
    }

    private static boolean isUnprintable(int codePoint) {
        return Character.isISOControl(codePoint) || SourceBytes.isByte(codePoint);
    }

    /** What cannot be printed, as gcc writes it. */
    private static String octal(String text) {
        return text.codePoints().limit(LONGEST_QUOTE).mapToObj(c -> "\\" + Integer.toOctalString(c & 0xff))
                .collect(Collectors.joining("", "'", "'"));
    }

    /** A token for a message: itself in quotes, or what it is. */
    String quote(int token) {
        TokenKind kind = tokens.kind(token);
        String text = tokens.text(token);
        return switch (kind) {
            case EOF -> "the end of the file";
            case STRING -> "a string";
            default -> text.length() <= LONGEST_QUOTE ? "'" + text + "'" : "'" + text.substring(0, 37) + "...'";
        };
    }

    private void add(int token, SourceRange where, String message) {
        told = true;
        if (token == lastToken || problems.size() >= MAX_PROBLEMS) {
            return;
        }
        lastToken = token;
        problems.add(new Problem(Problem.Severity.ERROR, message, Optional.of(where),
                map.includeChain(tokens.expansion(token))));
    }
}
