package org.klpls.c.pp;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * Reads tokens through the stack of macros being expanded, and below it from the file being read. It does what gcc's
 * libcpp/macro.cc does, padding included: only so do # and ## see the same white space.
 */
final class Expander {
    private static final int NOT_PARSING = 0;
    private static final int LOOKING_FOR_PAREN = 1;
    private static final int COLLECTING = 2;

    static final long EOF = RawToken.of(0, Words.EMPTY, RawToken.EOF, 0);
    /** No token yet, and nothing to return: what was met was no token. */
    private static final long NOTHING = 0;
    private static final long FROM_NOWHERE = RawToken.padding(RawToken.FROM_NOWHERE);

    /** Calls inside of arguments of calls; each takes some of Java's own stack. */
    private static final int DEEPEST_ARGUMENTS = 300;

    private final Unit unit;
    private final MacroTable macros;
    private final Substitution substitution;
    private final BuiltInMacros builtIns;
    private final ArgumentCollector collector;
    final TokenBuffer buffer = new TokenBuffer();
    final ExpansionLimits limits;

    private final ExpansionStack stack;
    /** Only where it was asked for: {@link Unit#provenance}. */
    private final @Nullable Provenance provenance;

    private int preventExpansion;
    private int parsing = NOT_PARSING;
    private boolean inDirective;
    private boolean namesHeader;
    private int argumentDepth;
    /** One for each depth of arguments in arguments. */
    private final List<TokenBuffer> expansions = new ArrayList<>();
    private int bufferFloor;

    private boolean fromFile;
    private int outermost;
    private boolean outermostFunctionLike;

    Expander(Unit unit) {
        this.unit = unit;
        this.provenance = unit.provenance;
        this.macros = unit.macros;
        this.limits = new ExpansionLimits(unit);
        this.collector = new ArgumentCollector(unit, this);
        this.substitution = new Substitution(unit, this);
        this.stack = new ExpansionStack(macros);
        this.builtIns = new BuiltInMacros(unit, this);
    }

    /** The next token, macros expanded; padding and pragmas among them. {@link #EOF} at the end of what may be read. */
    long next() {
        while (true) {
            long token = stack.isEmpty() ? nextOfFile() : nextOfStack();
            if (token == NOTHING) {
                continue;
            }
            // What is ready, a pragma or padding, is no identifier either.
            if (RawToken.tokenClass(token) != RawToken.IDENTIFIER) {
                return token;
            }
            int symbol = RawToken.symbol(token);
            Macro macro = macros.get(symbol);
            if (macro == null || RawToken.has(token, RawToken.NO_EXPAND)) {
                return token;
            }
            if (macro == MacroTable.POISONED) {
                if (fromFile) {
                    unit.poisoned(token);
                }
                return token;
            }
            if (macros.isDisabled(symbol)) {
                return token | RawToken.NO_EXPAND;
            }
            if (preventExpansion > 0 || !enter(macro, symbol, token)) {
                return token;
            }
            if (!inDirective) {
                return RawToken.paddingOf(token);
            }
        }
    }

    /** Whether the next token is one of the file being read. */
    boolean isOutsideOfMacros() {
        return stack.isEmpty();
    }

    /** A token of the file being read, or a pragma; {@link #NOTHING} after another directive or the file's end. */
    private long nextOfFile() {
        FileFrame frame = unit.frame;
        if (frame.position == frame.limit) {
            return inDirective || parsing != NOT_PARSING || !unit.leaveFile() ? EOF : NOTHING;
        }
        long token = frame.tokens[frame.position++] + frame.shift;
        fromFile = true;
        if (RawToken.tokenClass(token) != RawToken.DIRECTIVE) {
            return token;
        }
        // Looking for '(' does not look past a directive: libcpp/lex.cc _cpp_lex_token().
        if (parsing == LOOKING_FOR_PAREN) {
            frame.position--;
            return EOF;
        }
        return directive(RawToken.symbol(token));
    }

    /** A token of the innermost expansion, or padding where one ends or ## was: in directives {@link #NOTHING}. */
    private long nextOfStack() {
        if (stack.atEnd()) {
            if (stack.isBarrier()) {
                return EOF;
            }
            stack.pop();
            return inDirective ? NOTHING : FROM_NOWHERE;
        }
        long token = stack.take();
        fromFile = false;
        if (!RawToken.has(token, RawToken.PASTE_LEFT)) {
            return token;
        }
        paste(token);
        return inDirective ? NOTHING : RawToken.paddingOf(token);
    }

    /** The next token that is no padding. */
    long nextToken() {
        long token = next();
        while (RawToken.tokenClass(token) == RawToken.PADDING) {
            token = next();
        }
        return token;
    }

    /** The next token that is no padding, as it stands. */
    long nextUnexpanded() {
        preventExpansion++;
        long token = nextToken();
        preventExpansion--;
        return token;
    }

    /** Where the author sees a token that was just read: itself, or the outermost macro call that made it. */
    int expansionOf(long token) {
        return fromFile ? RawToken.location(token) : outermost;
    }

    /** Whether the last token was read from the file itself, not from a macro. */
    boolean isFromFile() {
        return fromFile;
    }

    /** Location of the name of the outermost macro being expanded. */
    int outermost() {
        return outermost;
    }

    boolean inDirective() {
        return inDirective;
    }

    /**
     * Whether there is padding before an argument: not in directives, but in an #include, as {@code "dir/file.h"} is made of two
     * arguments there. Source: gcc libcpp/directives.cc, directive_wants_padding.
     */
    boolean padsArguments() {
        return !inDirective || namesHeader;
    }

    /** {@link #duringDirective} of one that names a header. */
    void duringInclude(int end, Runnable action) {
        duringDirective(end, () -> {
            namesHeader = true;
            action.run();
            namesHeader = false;
        });
    }

    /** Reads the rest of a directive's line, whatever was being read: the action does so, then all is as before. */
    void duringDirective(int end, Runnable action) {
        FileFrame frame = unit.frame;
        int limit = frame.limit;
        int savedPrevent = preventExpansion;
        int savedParsing = parsing;
        int savedFloor = bufferFloor;
        int savedOutermost = outermost;
        preventExpansion = 0;
        parsing = NOT_PARSING;
        bufferFloor = buffer.size();
        inDirective = true;
        frame.limit = end;
        action.run();
        while (!stack.isEmpty()) {
            stack.pop();
        }
        // Arguments that were being collected go on where they were.
        buffer.truncate(bufferFloor);
        frame.limit = limit;
        frame.position = end;
        inDirective = false;
        preventExpansion = savedPrevent;
        parsing = savedParsing;
        bufferFloor = savedFloor;
        outermost = savedOutermost;
    }

    private long directive(int index) {
        long result = unit.directives.handle(index);
        fromFile = true;
        return result;
    }

    /** Where __LINE__ counts for a token just read. Source: gcc libcpp/macro.cc enter_macro_context(). */
    private int point(long token) {
        if (stack.isEmpty()) {
            return RawToken.location(token);
        }
        int location = written(token);
        FileFrame frame = unit.frame;
        boolean written = stack.isBarrier() && location >= outermost && frame.position > 0
                && location <= frame.base + RawToken.location(frame.tokens[frame.position - 1]);
        return written ? location : stack.point();
    }

    private boolean enter(Macro macro, int symbol, long name) {
        int point = point(name);
        int location = written(name);
        boolean outer = stack.isEmpty();
        boolean nameFromFile = fromFile;
        if (outer) {
            buffer.truncate(bufferFloor);
            limits.beginCall();
            outermost = location;
            outermostFunctionLike = macro.functionLike();
        }
        if (limits.isBomb()) {
            return false;
        }
        if (macro == MacroTable.BUILT_IN) {
            return builtIn(symbol, name, outer, outermostFunctionLike ? point : outermost);
        }
        if (!macro.functionLike()) {
            pushBody(macro, name, point);
            called(outer, location, location);
            return true;
        }
        Optional<Arguments> arguments = arguments(macro, name);
        if (arguments.isEmpty()) {
            fromFile = nameFromFile;
            return false;
        }
        called(outer, location, collector.closingParen());
        int start = substitution.expandArguments(macro, arguments.get(), point);
        replace(macro, arguments.get(), start, name);
        push(buffer.array(), start, buffer.size(), 0, symbol, point);
        return true;
    }

    private void pushBody(Macro macro, long name, int point) {
        int base = macros.base(macro.name());
        long shift = (long) base << 32;
        if (provenance == null) {
            push(macro.body(), 0, macro.body().length, shift, macro.name(), point);
        } else {
            provenance.enter(macro.name(), base + macro.location(), name);
            push(provenance.body(macro.body(), shift), 0, macro.body().length, 0, macro.name(), point);
        }
    }

    /** Appends to the buffer what a call stands for; {@code start} is where that begins. */
    private void replace(Macro macro, Arguments arguments, int start, long name) {
        int base = macros.base(macro.name());
        if (provenance == null) {
            substitution.replace(macro, arguments, (long) base << 32);
            return;
        }
        provenance.enter(macro.name(), base + macro.location(), name);
        int expansion = provenance.expansion();
        provenance.arguments(buffer, arguments, Math.min(macro.parameters(), arguments.count), expansion);
        substitution.replace(macro, arguments, (long) base << 32);
        provenance.body(buffer, start, expansion);
    }

    /** Where a token's characters stand, also while provenance is noted. */
    private int written(long token) {
        int location = RawToken.location(token);
        return provenance == null ? location : provenance.written(location);
    }

    private void called(boolean outer, int start, int end) {
        if (inDirective) {
            return;
        }
        if (outer) {
            unit.called(start, end);
        } else if (collector.isClosedInFile(end)) {
            unit.calledTo(end);
        }
    }

    private boolean builtIn(int symbol, long name, boolean outer, int point) {
        long value = builtIns.value(symbol, name, point);
        if (value == BuiltInMacros.NO_MACRO) {
            return false;
        }
        called(outer, RawToken.location(name), RawToken.location(name));
        push(new long[]{value}, 0, value == BuiltInMacros.NOTHING ? 0 : 1, 0, -1, point);
        return true;
    }

    // ---- arguments

    /** The arguments of a call whose name was just read; empty if no call follows, or a wrong one. */
    private Optional<Arguments> arguments(Macro macro, long name) {
        int savedParsing = parsing;
        preventExpansion++;
        parsing = LOOKING_FOR_PAREN;
        long padding = 0;
        long token = next();
        while (RawToken.tokenClass(token) == RawToken.PADDING) {
            if (padding == 0 || RawToken.symbol(padding) == RawToken.FROM_NOWHERE
                    || RawToken.symbol(padding) == RawToken.FROM_TIGHT
                            && RawToken.symbol(token) == RawToken.FROM_NOWHERE) {
                padding = token;
            }
            token = next();
        }
        Optional<Arguments> arguments = Optional.empty();
        if (RawToken.isWord(token, Words.LPAREN_WORD)) {
            parsing = COLLECTING;
            arguments = collector.collect(macro, name);
        } else {
            unread(token);
            if (padding != 0) {
                push(new long[]{padding}, 0, 1, 0, -1, RawToken.location(name));
            }
        }
        preventExpansion--;
        parsing = savedParsing;
        return arguments;
    }

    /** Makes the token that was read last the next one again. */
    void unread(long token) {
        if (token == EOF) {
            return;
        }
        if (stack.isEmpty()) {
            unit.frame.position--;
        } else {
            stack.putBack();
        }
    }

    /** Appends an argument, expanded as if it were the rest of the file. */
    void expandArgument(Arguments arguments, int index, int point) {
        if (++argumentDepth > DEEPEST_ARGUMENTS) {
            limits.tooMuch();
        }
        // The expansion is written behind all that its own expansions leave in the buffer.
        if (argumentDepth > expansions.size()) {
            expansions.add(new TokenBuffer());
        }
        TokenBuffer expanded = expansions.get(argumentDepth - 1);
        expanded.truncate(0);
        push(buffer.array(), arguments.start(index), arguments.end(index), 0, -1, point);
        stack.makeBarrier();
        for (long token = next(); RawToken.tokenClass(token) != RawToken.EOF; token = next()) {
            expanded.add(token);
        }
        stack.pop();
        argumentDepth--;
        int start = buffer.size();
        if (limits.overflows((long) buffer.size() + expanded.size())) {
            expanded.truncate(0);
        }
        buffer.addAll(expanded.array(), 0, expanded.size());
        arguments.expanded(index, start, buffer.size());
    }

    // ---- expansions

    private void paste(long first) {
        long left = first;
        long right;
        do {
            right = stack.take();
            if (RawToken.tokenClass(right) == RawToken.PADDING) {
                continue;
            }
            if (limits.tooLong(unit.spelling.text(left).length() + unit.spelling.text(right).length())) {
                stack.putBack();
                break;
            }
            long pasted = unit.spelling.pasted(left, right);
            if (pasted == -1) {
                unit.problems.error(outermost, "'" + unit.spelling.text(left) + "' ## '" + unit.spelling.text(right)
                        + "' is no valid token");
                stack.putBack();
                break;
            }
            left = pasted;
        } while (RawToken.has(right, RawToken.PASTE_LEFT));
        // Not in the buffer: arguments may be being collected there.
        push(new long[]{left & ~(long) RawToken.PASTE_LEFT}, 0, 1, 0, -1, stack.point());
    }

    private void push(long[] tokens, int start, int end, long shift, int name, int point) {
        limits.push(end - start);
        stack.push(tokens, start, end, shift, name, point);
    }
}
