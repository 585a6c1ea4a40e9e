package org.klpls.c.pp;

import java.util.Optional;

/** The macros whose value depends on where they stand. Source: gcc libcpp/macro.cc _cpp_builtin_macro_expand(). */
final class BuiltInMacros {
    /** The name is left as it is. */
    static final long NO_MACRO = -1;
    /** The macro expands to no token. */
    static final long NOTHING = -2;

    private final Unit unit;
    private final Expander expander;

    BuiltInMacros(Unit unit, Expander expander) {
        this.unit = unit;
        this.expander = expander;
    }

    /** The token that a built-in macro stands for. */
    long value(int symbol, long name, int point) {
        if (symbol == Words.LINE_MACRO) {
            unit.pieceDependsOn(Pause.LINE);
            return number(name, Long.toString(unit.line(point)));
        } else if (symbol == Words.COUNTER_MACRO) {
            unit.pieceDependsOn(Pause.COUNTER);
            return number(name, Integer.toString(unit.counter++));
        } else if (symbol == Words.FILE_MACRO) {
            return string(name, unit.flags.shown(unit.frame.presumedName));
        } else if (symbol == Words.BASE_FILE_MACRO) {
            return string(name, unit.flags.shown(unit.mainName));
        } else if (symbol == Words.FILE_NAME_MACRO) {
            String path = unit.frame.presumedName;
            return string(name, path.substring(path.lastIndexOf('/') + 1));
        } else if (symbol == Words.INCLUDE_LEVEL_MACRO) {
            return number(name, Integer.toString(unit.includeDepth));
        }
        return symbol == Words.DATE_MACRO || symbol == Words.TIME_MACRO || symbol == Words.TIMESTAMP_MACRO
                ? time(symbol, name)
                : operator(symbol, name);
    }

    /** What gcc writes where it cannot tell the time: the same text must give the same tokens. */
    private long time(int symbol, long name) {
        return string(name, symbol == Words.DATE_MACRO
                ? "??? ?? ????"
                : symbol == Words.TIME_MACRO ? "??:??:??" : "??? ??? ?? ??:??:?? ????");
    }

    private long operator(int symbol, long name) {
        if (symbol == Words.PRAGMA_OPERATOR) {
            return expander.inDirective() ? NO_MACRO : pragma(name);
        } else if (symbol == Words.HAS_INCLUDE || symbol == Words.HAS_INCLUDE_NEXT) {
            return hasInclude(symbol == Words.HAS_INCLUDE_NEXT, name);
        }
        return hasFeature(symbol, name);
    }

    private long number(long name, String text) {
        return RawToken.of(RawToken.location(name), unit.interner.intern(text), RawToken.NUMBER, 0);
    }

    private long string(long name, String value) {
        String text = '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
        return RawToken.of(RawToken.location(name), unit.interner.intern(text), RawToken.STRING, 0);
    }

    private boolean paren(long name, int word) {
        if (RawToken.isWord(expander.nextToken(), word)) {
            return true;
        }
        unit.problems.error(RawToken.location(name),
                "'" + unit.spelling.text(name) + "' needs '" + Words.text(word) + "' here");
        return false;
    }

    private long hasInclude(boolean next, long name) {
        if (!expander.inDirective()) {
            unit.problems.error(RawToken.location(name), "'" + unit.spelling.text(name) + "' outside of #if");
            return NO_MACRO;
        }
        if (!paren(name, Words.LPAREN_WORD)) {
            return number(name, "0");
        }
        unit.pieceDependsOn(Pause.READ_EACH_TIME);
        Optional<HeaderName> header = HeaderName.read(unit, expander.nextToken());
        boolean found = header.isPresent() && header.get().find(unit, next).isPresent();
        return paren(name, Words.RPAREN_WORD) && found ? number(name, "1") : number(name, "0");
    }

    private long hasFeature(int symbol, long name) {
        if (!paren(name, Words.LPAREN_WORD)) {
            return number(name, "0");
        }
        long token = expander.nextToken();
        if (RawToken.tokenClass(token) != RawToken.IDENTIFIER) {
            unit.problems.error(RawToken.location(name), "'" + unit.spelling.text(name) + "' needs a name");
        }
        String text = unit.spelling.text(token);
        String scope = "";
        long after = expander.nextToken();
        if (symbol != Words.HAS_BUILTIN && unit.spelling.text(after).equals(":")) {
            expander.nextToken();
            scope = text;
            text = unit.spelling.text(expander.nextToken());
            after = expander.nextToken();
        }
        if (!RawToken.isWord(after, Words.RPAREN_WORD)) {
            unit.problems.error(RawToken.location(name),
                    "'" + unit.spelling.text(name) + "' needs one name in parentheses");
        }
        return number(name, answer(symbol, scope, text));
    }

    private String answer(int symbol, String scope, String name) {
        FeatureTests features = unit.features;
        if (symbol == Words.HAS_BUILTIN) {
            return features.hasBuiltin(name) ? "1" : "0";
        }
        boolean gnu = scope.equals("gnu") || scope.equals("__gnu__");
        if (!scope.isEmpty()) {
            return gnu && features.hasAttribute(name) && !StandardAttributes.isOnlyStandard(name) ? "1" : "0";
        }
        Optional<String> standard = StandardAttributes.value(name, features.gccVersion());
        boolean own = symbol != Words.HAS_C_ATTRIBUTE && features.hasAttribute(name);
        return standard.orElse(own ? "1" : "0");
    }

    private long pragma(long name) {
        if (!paren(name, Words.LPAREN_WORD)) {
            return NOTHING;
        }
        long string = expander.nextToken();
        boolean good = RawToken.tokenClass(string) == RawToken.STRING;
        if (!good) {
            unit.problems.error(RawToken.location(name), "_Pragma needs a string in parentheses");
            return NOTHING;
        }
        if (!paren(name, Words.RPAREN_WORD)) {
            return NOTHING;
        }
        long token = unit.directives.pragmas.act(PragmaText.destringized(unit.spelling.text(string)),
                RawToken.location(string));
        return token == 0 ? NOTHING : token;
    }
}
