package org.klpls.c.pp;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code #pragma push_macro("X")} and {@code pop_macro}. */
final class SavedMacros {
    private static final Pattern PRAGMA = Pattern.compile("#pragma (push|pop)_macro ?\\( ?\"([^\"]*)\" ?\\)");

    private record Saved(Optional<Macro> macro, int base) {}

    private final Unit unit;
    private final Map<Integer, Deque<Saved>> saved = new HashMap<>();

    SavedMacros(Unit unit) {
        this.unit = unit;
    }

    void addAll(SavedMacros earlier) {
        earlier.saved.forEach((symbol, stack) -> saved.put(symbol, new ArrayDeque<>(stack)));
    }

    /** Acts on such a pragma; false if the line is another one. */
    boolean act(String line) {
        Matcher matcher = PRAGMA.matcher(line);
        if (!matcher.matches()) {
            return false;
        }
        int symbol = unit.interner.intern(matcher.group(2));
        Deque<Saved> stack = saved.computeIfAbsent(symbol, _ -> new ArrayDeque<>());
        if (matcher.group(1).equals("push")) {
            Optional<Macro> macro = Optional.ofNullable(unit.macros.get(symbol));
            stack.push(new Saved(macro, macro.isPresent() ? unit.macros.base(symbol) : 0));
        } else if (!stack.isEmpty()) {
            Saved earlier = stack.pop();
            earlier.macro.ifPresentOrElse(macro -> restore(symbol, macro, earlier.base),
                    () -> unit.macros.undefine(symbol));
        }
        return true;
    }

    private void restore(int symbol, Macro macro, int base) {
        if (macro != MacroTable.BUILT_IN) {
            unit.macros.define(macro, base);
        } else {
            unit.macros.defineBuiltIn(symbol);
        }
    }
}
