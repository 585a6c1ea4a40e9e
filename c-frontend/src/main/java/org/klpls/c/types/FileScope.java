package org.klpls.c.types;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.klpls.c.ast.ExternalDeclaration;
import org.klpls.c.ast.FunctionDefinition;
import org.klpls.c.ast.HeaderDeclarations;
import org.klpls.c.ast.Statement;
import org.klpls.c.ast.TranslationUnit;
import org.klpls.c.ast.TypeSpecifier;
import org.klpls.c.pp.TokenSequence;

/**
 * The names of a file. Those of the headers at its beginning are a scope of their own, which all texts share that begin with
 * the same headers; nothing in it depends on what comes after. A tag is one thing in both: where the file completes a
 * struct that a header only named, the definition is known to the file's scope alone.
 */
final class FileScope extends Scope {
    private final @Nullable FileScope headers;
    private final BodySource bodies;
    private final PackPragmas packs;
    private final Target target;
    private final SymbolTable symbols;
    /** What is still to be put in, if this is the headers' scope; else none. */
    private final HeaderSymbols pending;
    private final List<Symbol> all = new ArrayList<>();
    private final List<DefinedTag> tags = new ArrayList<>();
    private final Map<String, RecordTag> records = new ConcurrentHashMap<>();
    private final Map<String, EnumTag> enumerations = new ConcurrentHashMap<>();
    /** Tags without a name, and those met inside of expressions, by their first token. */
    private final Map<Integer, Tag> unnamed = new ConcurrentHashMap<>();
    /** What this file tells of structs that its headers name. */
    private final Map<RecordTag, RecordDefinition> completions = new ConcurrentHashMap<>();
    private final Map<EnumTag, EnumDefinition> enumCompletions = new ConcurrentHashMap<>();
    private final Map<Integer, List<Use>> uses = new ConcurrentHashMap<>();
    private final Map<Integer, BlockScope> functions = new ConcurrentHashMap<>();

    /** Where a function's body comes from: it may have to be parsed first. */
    @FunctionalInterface
    interface BodySource {
        Statement.Block of(FunctionDefinition function);
    }

    private record DefinedTag(int first, Tag tag) {}

    /** The scope of the headers: it fills as names are asked for. */
    static FileScope ofHeaders(HeaderDeclarations declarations, TokenSequence tokens, PackPragmas packs,
            Target target) {
        return new FileScope(Optional.empty(), declarations, tokens, SymbolTable.growing(), declarations::body, packs,
                target);
    }

    /** The scope of what comes after the headers. */
    static FileScope ofRest(FileScope headers, TranslationUnit unit, PackPragmas packs, Target target) {
        List<ExternalDeclaration> declarations = unit.ownDeclarations();
        FileScope scope = new FileScope(Optional.of(headers), unit.headers(), unit.tokens(),
                SymbolTable.of(declarations.size()), unit::body, packs, target);
        new Declarations(scope, scope.symbols, scope.all).addAll(declarations);
        return scope;
    }

    private FileScope(Optional<FileScope> headers, HeaderDeclarations declarations, TokenSequence tokens,
            SymbolTable symbols, BodySource bodies, PackPragmas packs, Target target) {
        this.headers = headers.orElse(null);
        this.bodies = bodies;
        this.packs = packs;
        this.target = target;
        this.symbols = symbols;
        this.pending = headers.map(it -> it.pending)
                .orElseGet(() -> new HeaderSymbols(declarations, tokens, new Declarations(this, symbols, all)));
    }

    @Override
    Optional<Symbol> lookup(String name, int at) {
        Optional<Symbol> own = own(name, at);
        return own.isPresent() || headers == null ? own : headers.lookup(name, at);
    }

    /** The last of this file's own declarations of a name. */
    Optional<Symbol> own(String name) {
        return own(name, Integer.MAX_VALUE);
    }

    private Optional<Symbol> own(String name, int at) {
        if (headers == null) {
            pending.put(name);
        }
        return symbols.lookup(name, at);
    }

    /** A tag that has been mentioned; looking for one makes none. */
    Optional<RecordTag> known(TypeSpecifier.TagKind kind, String name) {
        if (headers != null) {
            return headers.known(kind, name);
        }
        pending.put(name);
        return Optional.ofNullable(records.get(kind + name));
    }

    /** Symbols in the order of their declarations, without the headers'. */
    List<Symbol> symbols() {
        if (headers != null) {
            return all;
        }
        pending.putAll();
        return all.stream().sorted(Comparator.comparingInt(it -> it.node().first())).toList();
    }

    /** Structs, unions and enums in the order of their definitions, without the headers'. */
    List<Tag> definedTags() {
        if (headers == null) {
            pending.putAll();
        }
        return tags.stream().sorted(Comparator.comparingInt(DefinedTag::first)).map(DefinedTag::tag).toList();
    }

    Optional<FileScope> headers() {
        return Optional.ofNullable(headers);
    }

    @Override
    RecordTag record(TypeSpecifier.Struct node) {
        if (node.tag().isPresent()) {
            RecordTag tag = record(node.kind(), node.tag().get().text());
            // an expression may define a struct too; that is not looked for before somebody asks
            if (node.items().isPresent() && definition(tag).isEmpty()) {
                completions.put(tag, new RecordDefinition(tag, node, this));
            }
            return tag;
        }
        return (RecordTag) unnamed.computeIfAbsent(node.first(), _ -> unnamedRecord(node, this));
    }

    @Override
    EnumTag enumeration(TypeSpecifier.Enum node) {
        return node.tag().isPresent()
                ? enumeration(node.tag().get().text())
                : (EnumTag) unnamed.computeIfAbsent(node.first(), _ -> unnamedEnumeration(node, this));
    }

    private RecordTag record(TypeSpecifier.TagKind kind, String name) {
        return headers != null
                ? headers.record(kind, name)
                : records.computeIfAbsent(kind + name, _ -> new RecordTag(kind, Optional.of(name)));
    }

    private EnumTag enumeration(String name) {
        return headers != null
                ? headers.enumeration(name)
                : enumerations.computeIfAbsent(name, _ -> new EnumTag(Optional.of(name)));
    }

    /** The tag of a struct that has no name, or that a block or an expression defines. */
    RecordTag unnamedRecord(TypeSpecifier.Struct node, Scope scope) {
        RecordTag tag = new RecordTag(node.kind(), node.tag().map(it -> it.text()));
        if (node.items().isPresent()) {
            tag.define(new RecordDefinition(tag, node, scope));
        }
        return tag;
    }

    EnumTag unnamedEnumeration(TypeSpecifier.Enum node, Scope scope) {
        EnumTag tag = new EnumTag(node.tag().map(it -> it.text()));
        if (node.enumerators().isPresent()) {
            tag.define(new EnumDefinition(tag, node, scope));
        }
        return tag;
    }

    void define(TypeSpecifier.Struct node) {
        RecordTag tag = node.tag().isPresent() ? record(node.kind(), node.tag().get().text()) : record(node);
        tags.add(new DefinedTag(node.first(), tag));
        RecordDefinition definition = new RecordDefinition(tag, node, this);
        if (headers == null || node.tag().isEmpty()) {
            tag.define(definition);
        } else {
            completions.putIfAbsent(tag, definition);
        }
    }

    EnumDefinition define(TypeSpecifier.Enum node) {
        EnumTag tag = enumeration(node);
        tags.add(new DefinedTag(node.first(), tag));
        EnumDefinition definition = new EnumDefinition(tag, node, this);
        if (headers == null || node.tag().isEmpty()) {
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

    /** The scope of a function's parameters, in which that of its body lies. */
    BlockScope function(FunctionDefinition function) {
        return headers != null && headers.owns(function)
                ? headers.function(function)
                : functions.computeIfAbsent(function.first(), _ -> BlockScope.ofFunction(this, function));
    }

    private boolean owns(FunctionDefinition function) {
        return own(function.name())
                .filter(it -> it.visibleFrom() >= function.first()).isPresent();
    }

    /** What the text of a function uses of what lies outside of it. */
    List<Use> uses(FunctionDefinition function) {
        if (headers != null && headers.owns(function)) {
            return headers.uses(function);
        }
        List<Use> known = uses.get(function.first());
        List<Use> all = known == null ? Uses.of(function, this) : known;
        uses.put(function.first(), all);
        return all;
    }

    Statement.Block body(FunctionDefinition function) {
        return function.body().orElseGet(() -> bodies.of(function));
    }

    PackPragmas packs() {
        return packs;
    }

    Target target() {
        return target;
    }

    @Override
    BlockScope block(Statement.Block block) {
        return BlockScope.of(this, block.items());
    }

    @Override
    FileScope file() {
        return this;
    }

    @Override
    Optional<String> functionName() {
        return Optional.empty();
    }
}
