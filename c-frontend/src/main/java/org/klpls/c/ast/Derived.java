package org.klpls.c.ast;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** What others work out of a tree, kept with it: one of each kind, made when it is first asked for. Safe for all threads. */
public final class Derived {
    private final Map<Class<?>, Object> made = new ConcurrentHashMap<>();

    public <T> T get(Class<T> kind, Supplier<T> make) {
        return kind.cast(made.computeIfAbsent(kind, _ -> make.get()));
    }
}
