package org.klpls.c.types;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.klpls.c.ast.AsmOperand;
import org.klpls.c.ast.Attribute;
import org.klpls.c.ast.BlockItem;
import org.klpls.c.ast.Declaration;
import org.klpls.c.ast.Declarator;
import org.klpls.c.ast.Derivation;
import org.klpls.c.ast.Designator;
import org.klpls.c.ast.Enumerator;
import org.klpls.c.ast.ExternalDeclaration;
import org.klpls.c.ast.FunctionDefinition;
import org.klpls.c.ast.GenericAssociation;
import org.klpls.c.ast.InitDeclarator;
import org.klpls.c.ast.Initializer;
import org.klpls.c.ast.InitializerItem;
import org.klpls.c.ast.Label;
import org.klpls.c.ast.MemberDeclaration;
import org.klpls.c.ast.MemberDeclarator;
import org.klpls.c.ast.Name;
import org.klpls.c.ast.Node;
import org.klpls.c.ast.Parameter;
import org.klpls.c.ast.Specifiers;
import org.klpls.c.ast.StructItem;
import org.klpls.c.ast.TypeName;
import org.klpls.c.ast.TypeSpecifier;

/** Puts what declarations declare into a scope: names, and the tags and enumerators among their specifiers. */
final class Declarations {
    private final Scope scope;
    private final SymbolTable symbols;
    private final List<Symbol> inOrder;

    Declarations(Scope scope, SymbolTable symbols, List<Symbol> inOrder) {
        this.scope = scope;
        this.symbols = symbols;
        this.inOrder = inOrder;
    }

    void addAll(List<? extends ExternalDeclaration> declarations) {
        declarations.forEach(this::add);
    }

    void add(Node node) {
        switch (node) {
            case Declaration declaration -> {
                tags(declaration.specifiers());
                for (InitDeclarator declared : declaration.declarators()) {
                    name(declaration.specifiers(), declared.declarator(), declared);
                }
            }
            case FunctionDefinition function -> {
                tags(function.specifiers());
                name(function.specifiers(), function.declarator(), function);
            }
            case Parameter parameter -> {
                tags(parameter.specifiers());
                name(parameter.specifiers(), parameter.declarator(), parameter);
            }
            case BlockItem _,ExternalDeclaration _,StructItem _,Specifiers _,TypeSpecifier _,Enumerator _,Declarator _,Derivation _,InitDeclarator _,MemberDeclarator _,TypeName _,Initializer _,InitializerItem _,Designator _,Attribute _,Name _,Label _,AsmOperand _,GenericAssociation _ ->
                {
                }
        }
    }

    private void name(Specifiers specifiers, Declarator declarator, Node node) {
        declarator.name().ifPresent(name -> put(
                new Declared(scope, specifiers, declarator, name, node, symbols.latest(name.text()))));
    }

    private void put(Symbol symbol) {
        symbols.add(symbol);
        inOrder.add(symbol);
    }

    private void tags(Specifiers specifiers) {
        switch (specifiers.type()) {
            case TypeSpecifier.Struct struct -> struct.items().ifPresent(items -> record(struct, items));
            case TypeSpecifier.Enum it when it.enumerators().isPresent() -> enumeration(it);
            case TypeSpecifier.TypeofType it -> tags(it.type().specifiers());
            case TypeSpecifier.AtomicType it -> tags(it.type().specifiers());
            case TypeSpecifier.Basic _,TypeSpecifier.ImplicitInt _,TypeSpecifier.TypedefName _,TypeSpecifier.Enum _,TypeSpecifier.TypeofExpression _,TypeSpecifier.AutoType _,TypeSpecifier.BitInt _ ->
                {
                }
        }
    }

    /** A struct's braces are no scope: what is declared inside of them is so outside too. */
    private void record(TypeSpecifier.Struct struct, List<StructItem> items) {
        switch (scope) {
            case FileScope file -> file.tags().define(struct);
            case BlockScope block -> block.define(struct);
        }
        for (StructItem item : items) {
            if (item instanceof MemberDeclaration member) {
                tags(member.specifiers());
            }
        }
    }

    private void enumeration(TypeSpecifier.Enum node) {
        EnumDefinition definition = switch (scope) {
            case FileScope file -> file.tags().define(node);
            case BlockScope block -> block.define(node);
        };
        if (definition.node().first() == node.first()) {
            for (int i = 0; i < definition.enumerators().size(); i++) {
                @Nullable
                Symbol earlier = symbols.latest(definition.enumerators().get(i).name().text());
                put(new EnumConstant(definition, i, java.util.Optional.ofNullable(earlier)));
            }
        }
    }

    /** Those of a function, if it is declared with such. */
    void parameters(Declarator declarator) {
        for (Derivation derivation : declarator.derivations()) {
            if (derivation instanceof Derivation.Function function) {
                function.parameters().forEach(this::add);
                return;
            }
        }
    }
}
