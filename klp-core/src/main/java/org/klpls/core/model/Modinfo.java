package org.klpls.core.model;

import java.util.List;
import java.util.Optional;

/** {@code key=value} strings of {@code .modinfo}, in their order, of a module or as the source's MODULE_* macros make them. */
public record Modinfo(List<Entry> entries) {
    /** One string; a string without '=' has an empty value. */
    public record Entry(String key, String value, Place place) {}

    public Modinfo {
        entries = List.copyOf(entries);
    }

    /** The first value of a key, as get_modinfo() finds it. Source: kernel/module/main.c get_modinfo(), v6.1. */
    public Optional<Entry> first(String key) {
        return entries.stream().filter(e -> e.key().equals(key)).findFirst();
    }
}
