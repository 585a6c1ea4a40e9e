package org.klpls.c.types;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.klpls.c.ast.ExternalDeclaration;
import org.klpls.c.ast.FunctionDefinition;
import org.klpls.c.ast.HeaderDeclarations;
import org.klpls.c.ast.Statement;
import org.klpls.c.ast.TranslationUnit;
import org.klpls.c.ast.TypeSpecifier;
import org.klpls.c.pp.TokenSequence;

/**
 * The names of a file. Those of the headers at its beginning are a scope of their own, which all texts share that begin with
 * the same headers; nothing in it depends on what comes after.
 */
final class FileScope extends Scope {
    /** Empty if this is the headers' scope. */
    private final Optional<FileScope> headers;
    private final BodySource bodies;
    private final PackPragmas packs;
    private final Target target;
    private final SymbolTable symbols;
    /** What is still to be put in, if this is the headers' scope; else none. */
    private final HeaderSymbols pending;
    private final FileTags tags;
    private final List<Symbol> all = new ArrayList<>();
    private final Map<Integer, List<Use>> uses = new ConcurrentHashMap<>();
    private final Map<Integer, BlockScope> functions = new ConcurrentHashMap<>();

    /** Where a function's body comes from: it may have to be parsed first. */
    @FunctionalInterface
    interface BodySource {
        Statement.Block of(FunctionDefinition function);
    }

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
        this.headers = headers;
        this.bodies = bodies;
        this.packs = packs;
        this.target = target;
        this.symbols = symbols;
        this.pending = headers.map(it -> it.pending)
                .orElseGet(() -> new HeaderSymbols(declarations, tokens, new Declarations(this, symbols, all)));
        this.tags = new FileTags(this, headers.map(FileScope::tags), pending);
    }

    @Override
    Optional<Symbol> lookup(String name, int at) {
        Optional<Symbol> own = own(name, at);
        return own.isPresent() || headers.isEmpty() ? own : headers.get().lookup(name, at);
    }

    /** The last of this file's own declarations of a name. */
    Optional<Symbol> own(String name) {
        return own(name, Integer.MAX_VALUE);
    }

    private Optional<Symbol> own(String name, int at) {
        if (headers.isEmpty()) {
            pending.put(name);
        }
        return symbols.lookup(name, at);
    }

    /** Symbols in the order of their declarations, without the headers'. */
    List<Symbol> symbols() {
        if (headers.isPresent()) {
            return all;
        }
        pending.putAll();
        return all.stream().sorted(Comparator.comparingInt(it -> it.node().first())).toList();
    }

    Optional<FileScope> headers() {
        return headers;
    }

    @Override
    RecordTag record(TypeSpecifier.Struct node) {
        return tags.record(node);
    }

    @Override
    EnumTag enumeration(TypeSpecifier.Enum node) {
        return tags.enumeration(node);
    }

    FileTags tags() {
        return tags;
    }

    /** The scope of a function's parameters, in which that of its body lies. */
    BlockScope function(FunctionDefinition function) {
        return headers.isPresent() && headers.get().owns(function)
                ? headers.get().function(function)
                : functions.computeIfAbsent(function.first(), _ -> BlockScope.ofFunction(this, function));
    }

    private boolean owns(FunctionDefinition function) {
        return own(function.name())
                .filter(it -> it.visibleFrom() >= function.first()).isPresent();
    }

    /** What the text of a function uses of what lies outside of it. */
    List<Use> uses(FunctionDefinition function) {
        if (headers.isPresent() && headers.get().owns(function)) {
            return headers.get().uses(function);
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
