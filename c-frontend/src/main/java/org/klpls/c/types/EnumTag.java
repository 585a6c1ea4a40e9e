package org.klpls.c.types;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An enumeration. */
public final class EnumTag implements Tag {
    private final Optional<String> name;
    private volatile @Nullable EnumDefinition definition;

    EnumTag(Optional<String> name) {
        this.name = name;
    }

    @Override
    public Optional<String> name() {
        return name;
    }

    @Override
    public String text() {
        return "enum " + name.orElse("{...}");
    }

    Optional<EnumDefinition> definition() {
        return Optional.ofNullable(definition);
    }

    void define(EnumDefinition first) {
        if (definition == null) {
            definition = first;
        }
    }

    @Override
    public String toString() {
        return text();
    }
}
