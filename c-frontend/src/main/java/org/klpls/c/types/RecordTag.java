package org.klpls.c.types;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.klpls.c.ast.TypeSpecifier.TagKind;

/** A struct or union. What it is made of may be told in another file than where it is named: see {@link FileScope}. */
public final class RecordTag implements Tag {
    private final TagKind kind;
    private final Optional<String> name;
    /** The definition that stands in the same scope. */
    private volatile @Nullable RecordDefinition definition;

    RecordTag(TagKind kind, Optional<String> name) {
        this.kind = kind;
        this.name = name;
    }

    public TagKind kind() {
        return kind;
    }

    @Override
    public Optional<String> name() {
        return name;
    }

    @Override
    public String text() {
        return kind.name().toLowerCase(Locale.ROOT) + " " + name.orElse("{...}");
    }

    Optional<RecordDefinition> definition() {
        return Optional.ofNullable(definition);
    }

    void define(RecordDefinition first) {
        if (definition == null) {
            definition = first;
        }
    }

    @Override
    public String toString() {
        return text();
    }
}
