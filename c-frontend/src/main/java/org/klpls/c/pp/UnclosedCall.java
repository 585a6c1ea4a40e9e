package org.klpls.c.pp;

import java.util.Set;
import org.klpls.c.text.LineMap;

/** A macro call whose parenthesis is missing, as it is while one types: where its arguments were meant to end. */
final class UnclosedCall {
    private static final Set<String> STATEMENTS = Set.of("return", "if", "else", "for", "while", "do", "switch", "case",
            "default", "goto", "break", "continue");

    private final LexedFile file;
    private int braces;

    private UnclosedCall(LexedFile file) {
        this.file = file;
    }

    /**
     * Index of the token before which the call is taken to end: a semicolon, a brace that cannot be in an argument, a directive, a
     * statement or declaration on a line of its own.
     *
     * @param start of the first token behind the parenthesis
     * @param limit index behind the file's last token
     */
    static int end(LexedFile file, int start, int limit) {
        UnclosedCall call = new UnclosedCall(file);
        int at = start;
        while (at < limit && !call.endsBefore(at, at == start)) {
            at++;
        }
        return at;
    }

    private boolean endsBefore(int at, boolean first) {
        long token = file.tokens[at];
        return switch (RawToken.tokenClass(token)) {
            case RawToken.DIRECTIVE -> true;
            case RawToken.IDENTIFIER -> startsLine(at) && braces == 0 && (isAtMargin(at) || isStatement(at)
                    || !first && isOperand(file.tokens[at - 1]));
            case RawToken.PUNCTUATOR -> switch (text(token)) {
                case ";" -> braces == 0;
                case "{" -> isAtMargin(at) || braces++ == 0 && !first && isOperand(file.tokens[at - 1]);
                case "}" -> isAtMargin(at) || --braces < 0;
                default -> false;
            };
            default -> false;
        };
    }

    private boolean isStatement(int at) {
        return STATEMENTS.contains(text(file.tokens[at]));
    }

    /** Whether no operand can follow it. */
    private static boolean isOperand(long token) {
        return switch (RawToken.tokenClass(token)) {
            case RawToken.IDENTIFIER, RawToken.NUMBER, RawToken.STRING, RawToken.CHARACTER -> true;
            default -> false;
        };
    }

    private boolean startsLine(int at) {
        String text = file.source.text();
        int start = RawToken.location(file.tokens[at]);
        while (start > 0 && (text.charAt(start - 1) == ' ' || text.charAt(start - 1) == '\t')) {
            start--;
        }
        return start == 0 || LineMap.endsLine(text.charAt(start - 1));
    }

    private boolean isAtMargin(int at) {
        int start = RawToken.location(file.tokens[at]);
        return start == 0 || LineMap.endsLine(file.source.text().charAt(start - 1));
    }

    private static String text(long token) {
        return RawToken.symbol(token) < Words.count ? Words.text(RawToken.symbol(token)) : "";
    }
}
