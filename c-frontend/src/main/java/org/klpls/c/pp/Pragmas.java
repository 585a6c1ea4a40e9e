package org.klpls.c.pp;

import java.util.List;

/**
 * The pragmas that gcc's preprocessor acts on itself; all others are passed on. Source: gcc libcpp/directives.cc
 * _cpp_init_internal_pragmas().
 */
final class Pragmas {
    private final Unit unit;
    final SavedMacros saved;

    Pragmas(Unit unit) {
        this.unit = unit;
        this.saved = new SavedMacros(unit);
    }

    /** Acts on a pragma's text, and gives the token by which it is passed on, or 0. */
    long act(String text, int location) {
        String line = PragmaText.of(text, unit.interner);
        List<String> words = PragmaText.words(text, unit.interner);
        String first = words.isEmpty() ? "" : words.getFirst();
        boolean done = switch (first) {
            case "once" -> {
                unit.isReadWhole();
                unit.readOnlyOnce(unit.frame.file);
                yield words.size() == 1;
            }
            case "push_macro", "pop_macro" -> savedMacro(first, words.subList(1, words.size()), location);
            case "GCC" -> words.size() > 1 && gcc(words.get(1), words.subList(2, words.size()), location);
            default -> false;
        };
        return done ? 0 : RawToken.of(location, unit.interner.intern(line), RawToken.PRAGMA, RawToken.SPACE);
    }

    private boolean savedMacro(String pragma, List<String> words, int location) {
        unit.isReadWhole();
        boolean right = words.size() >= 3 && words.get(0).equals("(") && isString(words.get(1))
                && words.get(2).equals(")");
        if (!right) {
            unit.problems.error(location, "#pragma " + pragma + " needs a macro's name as a string in parentheses");
            return true;
        }
        int macro = unit.interner.intern(words.get(1).substring(1, words.get(1).length() - 1));
        if (pragma.equals("push_macro")) {
            saved.push(macro);
        } else {
            saved.pop(macro);
        }
        return true;
    }

    private boolean gcc(String pragma, List<String> words, int location) {
        if (pragma.equals("poison") || pragma.equals("dependency")) {
            unit.isReadWhole();
        }
        switch (pragma) {
            case "poison" -> words.forEach(word -> poison(word, location));
            case "system_header", "pch_preprocess" -> {
            }
            case "dependency" -> dependency(words, location);
            case "warning", "error" -> message(pragma.equals("error"), words, location);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void poison(String name, int location) {
        int symbol = unit.interner.intern(name);
        if (!Character.isUnicodeIdentifierStart(name.charAt(0)) && name.charAt(0) != '_' && name.charAt(0) != '$') {
            unit.problems.error(location, "#pragma GCC poison takes names, and '" + name + "' is none");
            return;
        }
        if (unit.macros.isDefined(symbol)) {
            unit.problems.warning(location, "'" + name + "' is poisoned while it is a macro");
        }
        unit.macros.poison(symbol);
    }

    private void dependency(List<String> words, int location) {
        String name = words.isEmpty() ? "" : words.getFirst();
        boolean angled = name.equals("<") && words.contains(">");
        if (!angled && !isString(name)) {
            unit.problems.error(location, "#pragma GCC dependency needs \"FILE\" or <FILE>");
            return;
        }
        String file = angled
                ? String.join("", words.subList(1, words.indexOf(">")))
                : name.substring(1, name.length() - 1);
        if (new HeaderName(file, angled, location).find(unit, false).isEmpty()) {
            unit.problems.error(location, "'" + file + "' is in none of the include folders");
        }
    }

    private void message(boolean error, List<String> words, int location) {
        boolean right = !words.isEmpty() && words.stream().allMatch(Pragmas::isString);
        if (!right) {
            unit.problems.error(location, "#pragma GCC " + (error ? "error" : "warning") + " needs a string");
            return;
        }
        StringBuilder message = new StringBuilder();
        words.forEach(word -> message.append(word, 1, word.length() - 1));
        if (error) {
            unit.problems.error(location, message.toString());
        } else {
            unit.directiveWarning(location, message.toString());
        }
    }

    private static boolean isString(String word) {
        return word.length() >= 2 && word.startsWith("\"") && word.endsWith("\"");
    }
}
