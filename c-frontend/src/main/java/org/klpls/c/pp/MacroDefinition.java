package org.klpls.c.pp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads a #define. Source of the rules: C11 6.10.3, gcc libcpp/macro.cc create_iso_definition(). */
final class MacroDefinition {
    /** What is wrong with a #define, and at which token of its file. */
    record Wrong(int token, String message) {}

    /** Either a macro or what is wrong. */
    sealed interface Result {}

    record Good(Macro macro) implements Result {}

    record Bad(Wrong wrong) implements Result {}

    private final LexedFile file;
    private final Interner interner;
    private final int end;
    private int at;
    private final List<Integer> parameters = new ArrayList<>();
    private boolean functionLike;
    private boolean variadic;
    private final TokenBuffer body;

    private MacroDefinition(LexedFile file, LexedFile.DirectiveLine line, Interner interner) {
        this.file = file;
        this.interner = interner;
        this.at = line.start() + 2;
        this.end = line.end();
        this.body = new TokenBuffer(end - at);
    }

    static Result read(LexedFile file, LexedFile.DirectiveLine line, Interner interner) {
        try {
            return new Good(new MacroDefinition(file, line, interner).read());
        } catch (NotAMacro e) {
            return new Bad(e.wrong);
        }
    }

    private static final class NotAMacro extends Exception {
        private static final long serialVersionUID = 1;
        private final transient Wrong wrong;

        NotAMacro(int token, String message) {
            super(message, null, false, false);
            this.wrong = new Wrong(token, message);
        }
    }

    private Macro read() throws NotAMacro {
        if (at == end) {
            throw new NotAMacro(at - 1, "#define needs a name");
        }
        long name = file.tokens[at];
        if (RawToken.tokenClass(name) != RawToken.IDENTIFIER) {
            throw new NotAMacro(at, "a macro's name must be an identifier");
        }
        if (RawToken.symbol(name) == Words.DEFINED) {
            throw new NotAMacro(at, "'defined' cannot be a macro's name");
        }
        at++;
        // '(' makes it function-like only where nothing stands between.
        if (at < end && word(at, Words.LPAREN_WORD) && !RawToken.has(file.tokens[at], RawToken.SPACE)) {
            functionLike = true;
            at++;
            readParameters();
        }
        readBody();
        long[] tokens = Arrays.copyOf(body.array(), body.size());
        return new Macro(RawToken.symbol(name), RawToken.location(name), functionLike ? parameters.size() : -1,
                variadic,
                tokens);
    }

    private boolean word(int index, int word) {
        return RawToken.isWord(file.tokens[index], word);
    }

    private void readParameters() throws NotAMacro {
        if (at < end && word(at, Words.RPAREN_WORD)) {
            at++;
            return;
        }
        while (at < end) {
            parameter();
            if (at == end) {
                break;
            }
            if (word(at, Words.RPAREN_WORD)) {
                at++;
                return;
            }
            if (variadic || !word(at, Words.COMMA_WORD)) {
                throw new NotAMacro(at, variadic ? "')' must follow '...'" : "expected ',' or ')' in a parameter list");
            }
            at++;
        }
        throw new NotAMacro(at - 1, "expected ')' at the end of the parameter list");
    }

    private void parameter() throws NotAMacro {
        long token = file.tokens[at];
        int symbol = RawToken.symbol(token);
        if (RawToken.isWord(token, Words.ELLIPSIS_WORD)) {
            variadic = true;
            symbol = Words.VA_ARGS;
        } else if (RawToken.tokenClass(token) != RawToken.IDENTIFIER) {
            throw new NotAMacro(at, "expected a parameter's name");
        } else if (at + 1 < end && word(at + 1, Words.ELLIPSIS_WORD)) {
            variadic = true;
            at++;
        }
        if (parameters.contains(symbol)) {
            throw new NotAMacro(at, "two parameters are named '" + interner.text(symbol) + "'");
        }
        parameters.add(symbol);
        at++;
    }

    private void readBody() throws NotAMacro {
        while (at < end) {
            long token = file.tokens[at];
            boolean hashHash = isHashHash(token);
            if (hashHash && (body.size() == 0 || at + 1 == end)) {
                throw new NotAMacro(at, "'##' cannot stand at either end of a macro");
            }
            if (hashHash) {
                int last = body.size() - 1;
                body.set(last, body.get(last) | RawToken.PASTE_LEFT);
                at++;
            } else if (functionLike && isHash(token)) {
                if (variadic && at + 1 < end && word(at + 1, Words.VA_OPT)) {
                    at++;
                    optional(file.tokens[at], RawToken.STRINGIFY | (int) token & RawToken.SPACE);
                } else {
                    stringified(token);
                }
            } else if (variadic && RawToken.isWord(token, Words.VA_OPT)) {
                optional(token, (int) token & RawToken.SPACE);
            } else {
                boolean lines = RawToken.tokenClass(token) == RawToken.STRING
                        && interner.text(RawToken.symbol(token)).indexOf('\n') >= 0;
                if (lines) {
                    throw new NotAMacro(at, "a raw string in a directive must end in its line");
                }
                body.add(inBody(token));
                at++;
            }
        }
        if (body.size() > 0) {
            body.set(0, body.get(0) & ~(long) RawToken.SPACE);
        }
    }

    private static boolean isHash(long token) {
        return RawToken.isWord(token, Words.HASH_WORD) || RawToken.isWord(token, Words.HASH_DIGRAPH);
    }

    private static boolean isHashHash(long token) {
        return RawToken.isWord(token, Words.HASH_HASH_WORD) || RawToken.isWord(token, Words.HASH_HASH_DIGRAPH);
    }

    private long inBody(long token) {
        if (!functionLike || RawToken.tokenClass(token) != RawToken.IDENTIFIER) {
            return token;
        }
        int parameter = parameters.indexOf(RawToken.symbol(token));
        return parameter < 0
                ? token
                : RawToken.of(RawToken.location(token), parameter, RawToken.PARAMETER, (int) token & RawToken.SPACE);
    }

    private void stringified(long hash) throws NotAMacro {
        long operand = at + 1 < end ? inBody(file.tokens[at + 1]) : hash;
        if (RawToken.tokenClass(operand) != RawToken.PARAMETER) {
            throw new NotAMacro(at, "'#' must stand before a parameter");
        }
        int flags = RawToken.STRINGIFY | (int) hash & RawToken.SPACE;
        body.add(RawToken.of(RawToken.location(operand), RawToken.symbol(operand), RawToken.PARAMETER, flags));
        at += 2;
    }

    /** __VA_OPT__ ( … ): its tokens stay in the body, between two marks. */
    private void optional(long token, int flags) throws NotAMacro {
        int closing = closingParen();
        int mark = body.size();
        body.add(token);
        int outerEnd = at;
        at += 2;
        while (at < closing) {
            long inner = file.tokens[at];
            if (isHashHash(inner) && body.size() > mark + 1 && at + 1 < closing) {
                body.set(body.size() - 1, body.get(body.size() - 1) | RawToken.PASTE_LEFT);
                at++;
            } else if (isHashHash(inner)) {
                throw new NotAMacro(at, "'##' cannot stand at either end of __VA_OPT__");
            } else if (isHash(inner)) {
                stringified(inner);
            } else if (RawToken.isWord(inner, Words.VA_OPT)) {
                throw new NotAMacro(at, "__VA_OPT__ cannot stand in another");
            } else {
                body.add(inBody(inner));
                at++;
            }
        }
        body.set(mark, RawToken.of(RawToken.location(token), body.size() - mark, RawToken.VA_OPT, flags));
        body.add(RawToken.of(RawToken.location(file.tokens[outerEnd]), body.size() - mark, RawToken.VA_OPT_END, 0));
        at = closing + 1;
    }

    private int closingParen() throws NotAMacro {
        int depth = 0;
        for (int i = at + 1; i < end; i++) {
            if (word(i, Words.LPAREN_WORD)) {
                depth++;
            } else if (word(i, Words.RPAREN_WORD) && --depth == 0) {
                return i;
            }
            if (depth == 0) {
                break;
            }
        }
        throw new NotAMacro(at, "__VA_OPT__ needs its tokens in parentheses");
    }
}
