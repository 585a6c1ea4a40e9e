package org.klpls.c.types;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Symbols of one scope by their names; of one name the last comes first. Not changed any more once it is looked into. */
final class SymbolTable {
    private final Map<String, Symbol> latest;

    SymbolTable(int expected) {
        this.latest = HashMap.newHashMap(expected);
    }

    @Nullable
    Symbol latest(String name) {
        return latest.get(name);
    }

    void add(Symbol symbol) {
        latest.put(symbol.name(), symbol);
    }

    Optional<Symbol> lookup(String name, int at) {
        Optional<Symbol> symbol = Optional.ofNullable(latest.get(name));
        while (symbol.isPresent() && symbol.get().visibleFrom() > at) {
            symbol = symbol.get().earlier();
        }
        return symbol;
    }
}
