package org.klpls.c.types;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.klpls.c.ast.TypeSpecifier;

/**
 * The tags of a file. A tag is one thing in its headers and in the rest of it: where the rest completes a struct that a header
 * only named, the definition is known to the rest alone.
 */
final class FileTags {
    private final FileScope scope;
    /** Empty if these are the headers'. */
    private final Optional<FileTags> headers;
    /** What is still to be put into the headers' scope. */
    private final HeaderSymbols pending;
    private final List<DefinedTag> defined = new ArrayList<>();
    private final Map<String, RecordTag> records = new ConcurrentHashMap<>();
    private final Map<String, EnumTag> enumerations = new ConcurrentHashMap<>();
    /** Tags without a name, and those met inside of expressions, by their first token. */
    private final Map<Integer, Tag> unnamed = new ConcurrentHashMap<>();
    /** What this file tells of structs that its headers name. */
    private final Map<RecordTag, RecordDefinition> completions = new ConcurrentHashMap<>();
    private final Map<EnumTag, EnumDefinition> enumCompletions = new ConcurrentHashMap<>();

    private record DefinedTag(int first, Tag tag) {}

    /** @param scope whose tags they are */
    FileTags(FileScope scope, Optional<FileTags> headers, HeaderSymbols pending) {
        this.scope = scope;
        this.headers = headers;
        this.pending = pending;
    }

    /** A tag that has been mentioned; looking for one makes none. */
    Optional<RecordTag> known(TypeSpecifier.TagKind kind, String name) {
        if (headers.isPresent()) {
            return headers.get().known(kind, name);
        }
        pending.put(name);
        return Optional.ofNullable(records.get(kind + name));
    }

    /** Structs, unions and enums in the order of their definitions, without the headers'. */
    List<Tag> defined() {
        if (headers.isEmpty()) {
            pending.putAll();
        }
        return defined.stream().sorted(Comparator.comparingInt(DefinedTag::first)).map(DefinedTag::tag).toList();
    }

    RecordTag record(TypeSpecifier.Struct node) {
        if (node.tag().isPresent()) {
            RecordTag tag = record(node.kind(), node.tag().get().text());
            // an expression may define a struct too; that is not looked for before somebody asks
            if (node.items().isPresent() && definition(tag).isEmpty()) {
                completions.put(tag, new RecordDefinition(tag, node, scope));
            }
            return tag;
        }
        return (RecordTag) unnamed.computeIfAbsent(node.first(), _ -> own(node, scope));
    }

    EnumTag enumeration(TypeSpecifier.Enum node) {
        return node.tag().isPresent()
                ? enumeration(node.tag().get().text())
                : (EnumTag) unnamed.computeIfAbsent(node.first(), _ -> own(node, scope));
    }

    private RecordTag record(TypeSpecifier.TagKind kind, String name) {
        return headers.isPresent()
                ? headers.get().record(kind, name)
                : records.computeIfAbsent(kind + name, _ -> new RecordTag(kind, Optional.of(name)));
    }

    private EnumTag enumeration(String name) {
        return headers.isPresent()
                ? headers.get().enumeration(name)
                : enumerations.computeIfAbsent(name, _ -> new EnumTag(Optional.of(name)));
    }

    /** The tag of a struct that has no name, or that a block or an expression defines. */
    static RecordTag own(TypeSpecifier.Struct node, Scope scope) {
        RecordTag tag = new RecordTag(node.kind(), node.tag().map(it -> it.text()));
        if (node.items().isPresent()) {
            tag.define(new RecordDefinition(tag, node, scope));
        }
        return tag;
    }

    /** The same of an enum. */
    static EnumTag own(TypeSpecifier.Enum node, Scope scope) {
        EnumTag tag = new EnumTag(node.tag().map(it -> it.text()));
        if (node.enumerators().isPresent()) {
            tag.define(new EnumDefinition(tag, node, scope));
        }
        return tag;
    }

    void define(TypeSpecifier.Struct node) {
        RecordTag tag = node.tag().isPresent() ? record(node.kind(), node.tag().get().text()) : record(node);
        defined.add(new DefinedTag(node.first(), tag));
        RecordDefinition definition = new RecordDefinition(tag, node, scope);
        if (headers.isEmpty() || node.tag().isEmpty()) {
            tag.define(definition);
        } else {
            completions.putIfAbsent(tag, definition);
        }
    }

    EnumDefinition define(TypeSpecifier.Enum node) {
        EnumTag tag = enumeration(node);
        defined.add(new DefinedTag(node.first(), tag));
        EnumDefinition definition = new EnumDefinition(tag, node, scope);
        if (headers.isEmpty() || node.tag().isEmpty()) {
            tag.define(definition);
        } else {
            enumCompletions.putIfAbsent(tag, definition);
        }
        return definition(tag).orElse(definition);
    }

    /** What a struct is made of, as far as this file knows. */
    Optional<RecordDefinition> definition(RecordTag tag) {
        if (tag.definition().isEmpty()) {
            tag.name().ifPresent(pending::put);
        }
        return tag.definition().or(() -> Optional.ofNullable(completions.get(tag)));
    }

    Optional<EnumDefinition> definition(EnumTag tag) {
        if (tag.definition().isEmpty()) {
            tag.name().ifPresent(pending::put);
        }
        return tag.definition().or(() -> Optional.ofNullable(enumCompletions.get(tag)));
    }
}
