package org.klpls.c.pp;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The macros that are others in a newer reading of a file than in an earlier one, where both have come to the same place. */
final class MacroDifferences {
    /** @param isMoved its places are those of the newer text already */
    private record Earlier(MacroChange.Value value, boolean isMoved) {}

    private final MacroTable macros;
    private final TextChange change;
    private final int mainBase;
    private final Map<Integer, Earlier> earlier = new HashMap<>();

    /** @param macros of the newer reading; so far both are alike */
    MacroDifferences(MacroTable macros, TextChange change, int mainBase) {
        this.macros = macros;
        this.change = change;
        this.mainBase = mainBase;
    }

    /** Both have gone on: the earlier reading with these changes, the newer one with those. */
    void after(List<MacroChange> earlierChanges, List<MacroChange> newerChanges) {
        newerChanges.forEach(it -> earlier.putIfAbsent(it.symbol(), new Earlier(it.before(), true)));
        earlierChanges.forEach(it -> earlier.put(it.symbol(), new Earlier(it.after(), false)));
        earlier.entrySet().removeIf(it -> isSame(it.getValue(), macros.value(it.getKey())));
    }

    boolean areNone() {
        return earlier.isEmpty();
    }

    private boolean isSame(Earlier then, MacroChange.Value now) {
        if (then.value.macro().isEmpty() || now.macro().isEmpty()) {
            return then.value.macro().equals(now.macro());
        }
        Macro old = then.value.macro().get();
        Macro macro = now.macro().get();
        boolean inPlace = then.isMoved || now.base() != mainBase;
        return then.value.base() == now.base() && (inPlace ? old.equals(macro) : isMoved(old, macro));
    }

    private boolean isMoved(Macro old, Macro macro) {
        return macro.location() == change.moved(old.location()) && macro.parameters() == old.parameters()
                && macro.variadic() == old.variadic()
                && Arrays.equals(macro.body(), Arrays.stream(old.body()).map(change::moved).toArray());
    }
}
