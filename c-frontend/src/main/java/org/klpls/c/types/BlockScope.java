package org.klpls.c.types;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.klpls.c.ast.BlockItem;
import org.klpls.c.ast.Declaration;
import org.klpls.c.ast.Derivation;
import org.klpls.c.ast.Expression;
import org.klpls.c.ast.FunctionDefinition;
import org.klpls.c.ast.Node;
import org.klpls.c.ast.Statement;
import org.klpls.c.ast.TypeSpecifier;

/** A scope inside of another: a function's or prototype's parameters, a block, a for. */
final class BlockScope extends Scope {
    private record PlacedTag(Tag tag, int visibleFrom) {}

    private final Scope outer;
    private final FileScope file;
    private final Optional<String> functionName;
    private final boolean ofParameters;
    private final SymbolTable symbols = SymbolTable.of(4);
    private final List<Symbol> inOrder = new ArrayList<>(4);
    private final Map<String, PlacedTag> tags = new HashMap<>(2);
    private final Map<Integer, Tag> unnamed = new ConcurrentHashMap<>(2);
    private final Map<Integer, BlockScope> inner = new ConcurrentHashMap<>(4);

    private BlockScope(Scope outer, boolean ofParameters, Optional<String> functionName) {
        this.outer = outer;
        this.file = outer.file();
        this.ofParameters = ofParameters;
        this.functionName = functionName.or(outer::functionName);
    }

    static BlockScope ofFunction(Scope outer, FunctionDefinition function) {
        BlockScope scope = new BlockScope(outer, true, Optional.of(function.name()));
        Declarations declarations = new Declarations(scope, scope.symbols, scope.inOrder);
        declarations.parameters(function.declarator());
        for (Declaration oldStyle : function.oldStyleParameters()) {
            declarations.add(oldStyle);
        }
        return scope;
    }

    static BlockScope ofPrototype(Scope outer, Derivation.Function function) {
        BlockScope scope = new BlockScope(outer, true, Optional.empty());
        Declarations declarations = new Declarations(scope, scope.symbols, scope.inOrder);
        function.parameters().forEach(declarations::add);
        return scope;
    }

    @Override
    BlockScope block(Statement.Block block) {
        return inner.computeIfAbsent(block.first(), _ -> of(this, block.items()));
    }

    BlockScope loop(Statement.For loop) {
        return inner.computeIfAbsent(loop.first(), _ -> of(this, loop.start().stream().toList()));
    }

    /** @param statement first token of the if or switch that has the condition */
    BlockScope condition(int statement, Expression.DeclaredCondition condition) {
        return inner.computeIfAbsent(statement, _ -> of(this, List.of(condition.declaration())));
    }

    BlockScope nested(FunctionDefinition function) {
        return inner.computeIfAbsent(function.first(), _ -> ofFunction(this, function));
    }

    static BlockScope of(Scope outer, List<BlockItem> items) {
        BlockScope scope = new BlockScope(outer, false, Optional.empty());
        Declarations declarations = new Declarations(scope, scope.symbols, scope.inOrder);
        for (BlockItem item : items) {
            Node declared = item;
            while (declared instanceof Statement.Labeled labeled) {
                declared = labeled.item();
            }
            scope.mention(declared);
            declarations.add(declared);
        }
        return scope;
    }

    /** {@code struct s;} in a block is another one than outside. */
    private void mention(Node node) {
        if (node instanceof Declaration declaration && declaration.declarators().isEmpty()
                && declaration.specifiers().type() instanceof TypeSpecifier.Struct struct
                && struct.items().isEmpty() && struct.tag().isPresent()) {
            tags.computeIfAbsent(key(struct), _ -> new PlacedTag(FileTags.own(struct, this), struct.first()));
        }
    }

    @Override
    Optional<Symbol> lookup(String name, int at) {
        Optional<Symbol> own = symbols.lookup(name, at);
        return own.isPresent() ? own : outer.lookup(name, at);
    }

    @Override
    RecordTag record(TypeSpecifier.Struct node) {
        if (node.tag().isEmpty()) {
            return (RecordTag) unnamed.computeIfAbsent(node.first(), _ -> FileTags.own(node, this));
        }
        PlacedTag own = tags.get(key(node));
        return own != null && own.visibleFrom <= node.first() ? (RecordTag) own.tag : outer.record(node);
    }

    @Override
    EnumTag enumeration(TypeSpecifier.Enum node) {
        if (node.tag().isEmpty()) {
            return (EnumTag) unnamed.computeIfAbsent(node.first(), _ -> FileTags.own(node, this));
        }
        PlacedTag own = tags.get(key(node));
        return own != null && own.visibleFrom <= node.first() ? (EnumTag) own.tag : outer.enumeration(node);
    }

    void define(TypeSpecifier.Struct node) {
        if (node.tag().isEmpty()) {
            return;
        }
        PlacedTag own = tags.computeIfAbsent(key(node),
                _ -> new PlacedTag(FileTags.own(node, this), node.first()));
        ((RecordTag) own.tag).define(new RecordDefinition((RecordTag) own.tag, node, this));
    }

    EnumDefinition define(TypeSpecifier.Enum node) {
        EnumTag tag = node.tag().isEmpty()
                ? enumeration(node)
                : (EnumTag) tags.computeIfAbsent(key(node),
                        _ -> new PlacedTag(FileTags.own(node, this), node.first())).tag;
        return tag.definition().orElseGet(() -> new EnumDefinition(tag, node, this));
    }

    private static String key(TypeSpecifier.Struct node) {
        return node.kind() + node.tag().map(it -> it.text()).orElse("");
    }

    private static String key(TypeSpecifier.Enum node) {
        return node.tag().map(it -> it.text()).orElse("");
    }

    /** Symbols in the order of their declarations. */
    List<Symbol> symbols() {
        return inOrder;
    }

    boolean isOfParameters() {
        return ofParameters;
    }

    @Override
    FileScope file() {
        return file;
    }

    @Override
    Optional<String> functionName() {
        return functionName;
    }
}
