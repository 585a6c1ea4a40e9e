package org.klpls.c.parse;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

import org.klpls.c.pp.TokenSequence;

/** The names that mean something else in a newer reading of a file than in an earlier one, where both have come to the same place. */
final class NameDifferences {
    private final NameScopes names;
    /** What they meant in the earlier reading. */
    private final Map<Integer, Integer> earlier = new HashMap<>();
    private final BitSet symbols = new BitSet();

    /** @param names of the newer reading; so far both are alike */
    NameDifferences(NameScopes names) {
        this.names = names;
    }

    /** The newer reading has declared these. */
    void newer(int[] declared) {
        for (int change : declared) {
            earlier.putIfAbsent(NameScopes.Change.symbol(change), NameScopes.Change.before(change));
        }
    }

    /** The earlier reading has declared these. */
    void earlier(int[] declared) {
        for (int change : declared) {
            earlier.put(NameScopes.Change.symbol(change), NameScopes.Change.meaning(change));
        }
    }

    /** Forgets what has become alike again. */
    void settle() {
        earlier.entrySet().removeIf(it -> names.meaning(it.getKey()) == it.getValue());
        symbols.clear();
        earlier.keySet().forEach(symbols::set);
    }

    /** Whether one of them is among these tokens. */
    boolean areAmong(TokenSequence tokens, int first, int last) {
        if (symbols.isEmpty()) {
            return false;
        }
        for (int index = first; index <= last; index++) {
            if (symbols.get(tokens.symbol(index))) {
                return true;
            }
        }
        return false;
    }
}
