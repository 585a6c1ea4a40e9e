package org.klpls.c.pp;

import java.util.Optional;

/** Collects the arguments of a macro's call, from behind its '(' to the ')' that closes it. */
final class ArgumentCollector {
    /** What is known of the parenthesis that closes a call. */
    private enum Closing {
        SOUGHT, MISSING, GUESSED
    }

    private final Unit unit;
    private final Expander expander;
    private final TokenBuffer buffer;
    private int closingParen;
    private boolean closingParenInFile;
    private Closing closing = Closing.SOUGHT;

    ArgumentCollector(Unit unit, Expander expander) {
        this.unit = unit;
        this.expander = expander;
        this.buffer = expander.buffer;
    }

    /** Location of the parenthesis that closed the call that was collected last. */
    int closingParen() {
        return closingParen;
    }

    /** Whether a call that ends there was closed by a parenthesis that the file itself holds. */
    boolean isClosedInFile(int end) {
        return end == closingParen && closingParenInFile;
    }

    /** Empty, and told, where the call is not closed or has another number of arguments than its macro takes. */
    Optional<Arguments> collect(Macro macro, long name) {
        return expander.isFromFile() && !expander.inDirective() ? fromFile(macro, name) : toClosing(macro, name);
    }

    /** Of a call in a file: where its parenthesis is missing, what was meant to be in it is guessed, so that the rest of the file is seen. */
    private Optional<Arguments> fromFile(Macro macro, long name) {
        FileFrame frame = unit.frame;
        int open = frame.position;
        int[] conditions = frame.conditions();
        int start = buffer.size();
        closing = Closing.SOUGHT;
        Optional<Arguments> arguments = toClosing(macro, name);
        if (closing != Closing.MISSING || !expander.isOutsideOfMacros() || unit.frame != frame
                || !expander.limits.guess()) {
            return arguments;
        }
        unit.isReadWhole();
        buffer.truncate(start);
        frame.position = open;
        frame.restoreConditions(conditions);
        int limit = frame.limit;
        frame.limit = UnclosedCall.end(frame.file, open, limit);
        closing = Closing.GUESSED;
        arguments = toClosing(macro, name);
        closing = Closing.SOUGHT;
        frame.limit = limit;
        return arguments;
    }

    private Optional<Arguments> toClosing(Macro macro, long name) {
        Arguments arguments = new Arguments(macro.parameters());
        int start = buffer.size();
        int parens = 0;
        while (true) {
            long token = expander.next();
            switch (RawToken.tokenClass(token)) {
                case RawToken.PADDING -> {
                    if (buffer.size() == start) {
                        continue;
                    }
                }
                case RawToken.EOF -> {
                    return atEnd(macro, arguments, name, start);
                }
                case RawToken.PUNCTUATOR -> {
                    int symbol = RawToken.symbol(token);
                    if (symbol == Words.LPAREN_WORD) {
                        parens++;
                    } else if (symbol == Words.RPAREN_WORD && parens-- == 0) {
                        closingParen = RawToken.location(token);
                        closingParenInFile = expander.isFromFile();
                        give(arguments, start);
                        return checked(macro, arguments, name);
                    } else if (symbol == Words.COMMA_WORD && parens == 0
                            && !(macro.variadic() && arguments.count + 1 == macro.parameters())) {
                        give(arguments, start);
                        start = buffer.size();
                        continue;
                    }
                }
                default -> {
                }
            }
            buffer.add(token);
            if (buffer.size() > ExpansionLimits.MOST_IN_CALL) {
                expander.limits.tooMuch();
                return Optional.empty();
            }
        }
    }

    /** Where no more may be read. */
    private Optional<Arguments> atEnd(Macro macro, Arguments arguments, long name, int start) {
        if (closing == Closing.GUESSED) {
            closingParen = RawToken.location(name);
            closingParenInFile = true;
            give(arguments, start);
            return checked(macro, arguments, name);
        }
        closing = Closing.MISSING;
        unit.problems.error(RawToken.location(name),
                "the argument list of macro '" + unit.spelling.text(name) + "' is not closed");
        return Optional.empty();
    }

    private void give(Arguments arguments, int start) {
        int end = buffer.size();
        while (end > start && RawToken.tokenClass(buffer.get(end - 1)) == RawToken.PADDING) {
            end--;
        }
        arguments.given(start, end);
    }

    /** Source: gcc libcpp/macro.cc _cpp_arguments_ok() and the end of collect_args(). */
    private Optional<Arguments> checked(Macro macro, Arguments arguments, long name) {
        int parameters = macro.parameters();
        boolean oneEmpty = arguments.count == 1 && arguments.isEmpty(0);
        int given = oneEmpty && parameters == 0 ? 0 : arguments.count;
        if (given != parameters && !(given + 1 == parameters && macro.variadic())) {
            if (closing != Closing.GUESSED) {
                unit.problems.error(RawToken.location(name), "macro '" + unit.spelling.text(name) + "' takes "
                        + parameters + (parameters == 1 ? " argument" : " arguments") + ", not " + given);
            }
            return Optional.empty();
        }
        arguments.variadicOmitted = macro.variadic() && (given < parameters || oneEmpty && !unit.strict);
        return Optional.of(arguments);
    }
}
