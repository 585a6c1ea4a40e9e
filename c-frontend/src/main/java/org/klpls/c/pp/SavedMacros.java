package org.klpls.c.pp;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What {@code #pragma push_macro("X")} puts aside and {@code pop_macro} brings back. */
final class SavedMacros {
    private record Saved(Optional<Macro> macro, int base) {}

    private final Unit unit;
    private final Map<Integer, Deque<Saved>> saved = new HashMap<>();

    SavedMacros(Unit unit) {
        this.unit = unit;
    }

    boolean isEmpty() {
        return saved.values().stream().allMatch(Deque::isEmpty);
    }

    void addAll(SavedMacros earlier) {
        earlier.saved.forEach((symbol, stack) -> saved.put(symbol, new ArrayDeque<>(stack)));
    }

    void push(int symbol) {
        Optional<Macro> macro = Optional.ofNullable(unit.macros.get(symbol));
        saved.computeIfAbsent(symbol, _ -> new ArrayDeque<>())
                .push(new Saved(macro, macro.isPresent() ? unit.macros.base(symbol) : 0));
    }

    /** Does nothing where nothing was put aside. */
    void pop(int symbol) {
        Optional.ofNullable(saved.get(symbol)).flatMap(stack -> Optional.ofNullable(stack.poll()))
                .ifPresent(earlier -> earlier.macro.ifPresentOrElse(macro -> restore(symbol, macro, earlier.base),
                        () -> unit.macros.undefine(symbol)));
    }

    private void restore(int symbol, Macro macro, int base) {
        if (macro != MacroTable.BUILT_IN) {
            unit.macros.define(macro, base);
        } else {
            unit.macros.defineBuiltIn(symbol);
        }
    }
}
