package org.klpls.c.types;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Symbols of one scope by their names; of one name the last comes first. A name is not added to any more once it is looked for. */
final class SymbolTable {
    private final Map<String, Symbol> latest;

    private SymbolTable(Map<String, Symbol> latest) {
        this.latest = latest;
    }

    /** One that is whole before it is looked into. */
    static SymbolTable of(int expected) {
        return new SymbolTable(HashMap.newHashMap(expected));
    }

    /** One that other names are added to while some are looked for. */
    static SymbolTable growing() {
        return new SymbolTable(new ConcurrentHashMap<>());
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
