package org.klpls.c.pp;

/**
 * Puts arguments in the place of parameters. Source of every rule: gcc libcpp/macro.cc replace_args().
 */
final class Substitution {
    private final Unit unit;
    private final Expander expander;
    private final TokenBuffer buffer;
    /** Where in the buffer the tokens of the __VA_OPT__ begin that is being replaced. */
    private int optionalStart;

    Substitution(Unit unit, Expander expander) {
        this.unit = unit;
        this.expander = expander;
        this.buffer = expander.buffer;
    }

    /** Expands the arguments that stand in the body for themselves; gives where the replaced body will begin. */
    int expandArguments(Macro macro, Arguments arguments, int point) {
        long[] body = macro.body();
        for (int i = 0; i < body.length; i++) {
            long token = body[i];
            int tokenClass = RawToken.tokenClass(token);
            boolean asIs = tokenClass == RawToken.PARAMETER && (RawToken.has(token, RawToken.STRINGIFY)
                    || RawToken.has(token, RawToken.PASTE_LEFT) || pastedOn(body, i));
            int parameter = tokenClass == RawToken.PARAMETER ? RawToken.symbol(token) : macro.parameters() - 1;
            boolean wanted = tokenClass == RawToken.VA_OPT || tokenClass == RawToken.PARAMETER && !asIs;
            if (wanted && !arguments.isExpanded(parameter)) {
                expander.expandArgument(arguments, parameter, point);
            }
        }
        return buffer.size();
    }

    /** Appends the body with its parameters replaced. */
    void replace(Macro macro, Arguments arguments, long shift) {
        int start = buffer.size();
        long[] body = macro.body();
        for (int i = 0; i < body.length; i++) {
            long token = body[i];
            switch (RawToken.tokenClass(token)) {
                case RawToken.PARAMETER -> parameter(macro, arguments, i, start, shift);
                case RawToken.VA_OPT -> i = optional(macro, arguments, i, start);
                case RawToken.VA_OPT_END -> endOptional(macro, i, start);
                default -> buffer.add(token + shift);
            }
        }
    }

    private static boolean pastedOn(long[] body, int index) {
        return index > 0 && RawToken.has(body[index - 1], RawToken.PASTE_LEFT);
    }

    private void parameter(Macro macro, Arguments arguments, int index, int start, long shift) {
        long[] body = macro.body();
        long token = body[index];
        int parameter = RawToken.symbol(token);
        boolean pasteLeft = RawToken.has(token, RawToken.PASTE_LEFT);
        boolean pastedOn = pastedOn(body, index);
        int flagged = -1;
        if (pastedOn && !pasteLeft && !RawToken.has(token, RawToken.STRINGIFY) && buffer.size() > start) {
            flagged = pastedParameter(macro, arguments, parameter);
        }
        boolean firstInOptional = index > 0 && RawToken.tokenClass(body[index - 1]) == RawToken.VA_OPT;
        if (index > 0 && !pastedOn && !firstInOptional && expander.padsArguments()) {
            buffer.add(RawToken.paddingOf(token));
        }
        int before = buffer.size();
        if (expander.limits.overflows((long) buffer.size() + arguments.length(parameter))) {
            return;
        }
        if (RawToken.has(token, RawToken.STRINGIFY)) {
            stringify(arguments, parameter, token, shift);
        } else if (pasteLeft || pastedOn) {
            copy(arguments.start(parameter), arguments.end(parameter));
        } else {
            copy(arguments.expandedStart(parameter), arguments.expandedEnd(parameter));
        }
        if (buffer.size() > before && pasteLeft) {
            flagged = buffer.size() - 1;
        }
        if (!pasteLeft && !expander.inDirective()) {
            buffer.add(RawToken.padding(RawToken.FROM_NOWHERE));
        }
        if (flagged >= start) {
            long flag = buffer.get(flagged) & ~(long) RawToken.PASTE_LEFT;
            buffer.set(flagged, pasteLeft ? flag | RawToken.PASTE_LEFT : flag);
        }
    }

    private void copy(int start, int end) {
        if (!expander.limits.tooLong(buffer.array(), start, end)) {
            buffer.addAll(buffer.array(), start, end);
        }
    }

    /** Right of ##: the token on the left that must lose its paste, or -1; swallows GNU C's comma. */
    private int pastedParameter(Macro macro, Arguments arguments, int parameter) {
        int left = buffer.size() - 1;
        boolean comma = RawToken.isWord(buffer.get(left), Words.COMMA_WORD);
        if (comma && macro.variadic() && parameter == macro.parameters() - 1) {
            if (arguments.variadicOmitted) {
                buffer.truncate(left);
                return -1;
            }
            return left;
        }
        return arguments.isEmpty(parameter) ? left : -1;
    }

    private void stringify(Arguments arguments, int parameter, long token, long shift) {
        String text = unit.spelling.stringified(buffer.array(), arguments.start(parameter), arguments.end(parameter),
                unit::written);
        if (expander.limits.tooLong(text.length())) {
            return;
        }
        buffer.add(RawToken.of(stringifiedLocation(arguments, parameter, RawToken.location(token + shift)),
                unit.interner.intern(text), RawToken.STRING, (int) token & RawToken.SPACE));
    }

    /** Where the author wrote what the string says: the argument, not the #. */
    private int stringifiedLocation(Arguments arguments, int parameter, int hash) {
        for (int i = arguments.start(parameter); i < arguments.end(parameter); i++) {
            if (RawToken.tokenClass(buffer.get(i)) != RawToken.PADDING) {
                return RawToken.location(buffer.get(i));
            }
        }
        return hash;
    }

    /** At __VA_OPT__: the index to go on from, in it, or at its end if all that it holds is left out. */
    private int optional(Macro macro, Arguments arguments, int index, int start) {
        long mark = macro.body()[index];
        if (index > 0 && !pastedOn(macro.body(), index) && buffer.size() > start) {
            buffer.add(RawToken.paddingOf(mark));
        }
        optionalStart = buffer.size();
        int variadic = macro.parameters() - 1;
        for (int i = arguments.expandedStart(variadic); i < arguments.expandedEnd(variadic); i++) {
            if (RawToken.tokenClass(buffer.get(i)) != RawToken.PADDING) {
                return index;
            }
        }
        return index + RawToken.symbol(mark) - 1;
    }

    /** At the closing paren of __VA_OPT__. What follows ## there is pasted to the last token inside. */
    private void endOptional(Macro macro, int index, int start) {
        long mark = macro.body()[index - RawToken.symbol(macro.body()[index])];
        boolean pasteLeft = RawToken.has(macro.body()[index], RawToken.PASTE_LEFT);
        int last = buffer.size() - 1;
        while (last >= optionalStart && RawToken.tokenClass(buffer.get(last)) == RawToken.PADDING) {
            buffer.truncate(last--);
        }
        if (RawToken.has(mark, RawToken.STRINGIFY)) {
            stringifyFrom(optionalStart, mark);
            last = optionalStart;
        }
        boolean inside = last >= optionalStart;
        boolean flags = last >= start && RawToken.tokenClass(buffer.get(last)) != RawToken.PADDING;
        if (flags && (inside || RawToken.has(buffer.get(last), RawToken.PASTE_LEFT))) {
            long token = buffer.get(last) & ~(long) RawToken.PASTE_LEFT;
            buffer.set(last, pasteLeft ? token | RawToken.PASTE_LEFT : token);
        }
        if (!pasteLeft) {
            buffer.add(RawToken.padding(RawToken.FROM_NOWHERE));
        }
    }

    /** Makes one string of what {@code #__VA_OPT__} holds, after ## in it. */
    private void stringifyFrom(int from, long mark) {
        TokenBuffer pasted = new TokenBuffer(buffer.size() - from);
        for (int i = from; i < buffer.size(); i++) {
            long token = buffer.get(i);
            long left = pasted.size() > 0 ? pasted.get(pasted.size() - 1) : 0;
            long both = pasted.size() > 0 && RawToken.has(left, RawToken.PASTE_LEFT)
                    ? unit.spelling.pasted(left, token)
                    : -1;
            if (both == -1) {
                pasted.add(token);
            } else {
                pasted.set(pasted.size() - 1, both | token & RawToken.PASTE_LEFT);
            }
        }
        String text = unit.spelling.stringified(pasted.array(), 0, pasted.size(), unit::written);
        buffer.truncate(from);
        buffer.add(RawToken.of(RawToken.location(mark), unit.interner.intern(text), RawToken.STRING,
                (int) mark & RawToken.SPACE));
    }
}
