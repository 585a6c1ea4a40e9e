package org.klpls.c.types;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.klpls.c.ast.Attribute;
import org.klpls.c.ast.Declarator;
import org.klpls.c.ast.FunctionDefinition;
import org.klpls.c.ast.InitDeclarator;
import org.klpls.c.ast.Initializer;
import org.klpls.c.ast.Name;
import org.klpls.c.ast.Node;
import org.klpls.c.ast.Parameter;
import org.klpls.c.ast.Specifiers;
import org.klpls.c.ast.Storage;
import org.klpls.c.ast.TypeSpecifier;

/** One declaration of a variable, parameter, function or typedef. Its type is worked out when first asked for. */
public final class Declared implements Symbol {
    private final Scope scope;
    private final Specifiers specifiers;
    private final Declarator declarator;
    private final Name name;
    private final Node node;
    private final @Nullable Symbol earlier;
    private @Nullable Type type;

    /** @param node what holds the declarator: an InitDeclarator, a FunctionDefinition or a Parameter */
    Declared(Scope scope, Specifiers specifiers, Declarator declarator, Name name, Node node,
            @Nullable Symbol earlier) {
        this.scope = scope;
        this.specifiers = specifiers;
        this.declarator = declarator;
        this.name = name;
        this.node = node;
        this.earlier = earlier;
    }

    @Override
    public String name() {
        return name.text();
    }

    @Override
    public Name node() {
        return name;
    }

    public Specifiers specifiers() {
        return specifiers;
    }

    public Declarator declarator() {
        return declarator;
    }

    /** The whole of it: an {@link InitDeclarator}, a {@link FunctionDefinition} or a {@link Parameter}. */
    public Node declaration() {
        return node;
    }

    Scope scope() {
        return scope;
    }

    @Override
    public Optional<Symbol> earlier() {
        return Optional.ofNullable(earlier);
    }

    @Override
    public int visibleFrom() {
        return specifiers.type() instanceof TypeSpecifier.AutoType ? node.end() : declarator.end();
    }

    public boolean isTypedef() {
        return specifiers.storage().contains(Storage.TYPEDEF);
    }

    public boolean isFunction() {
        return !isTypedef() && (node instanceof FunctionDefinition || type().function().isPresent());
    }

    public boolean isVariable() {
        return !isTypedef() && !isFunction();
    }

    public boolean isParameter() {
        return node instanceof Parameter
                || !isFileLevel() && scope instanceof BlockScope block && block.isOfParameters();
    }

    /** Declared outside of all functions. */
    public boolean isFileLevel() {
        return scope instanceof FileScope;
    }

    public Optional<Initializer> initializer() {
        return node instanceof InitDeclarator declared ? declared.initializer() : Optional.empty();
    }

    /** Those among the specifiers, inside and around the declarator; not those of a struct's own. */
    public List<Attribute> attributes() {
        List<Attribute> all = new ArrayList<>(specifiers.attributes());
        all.addAll(declarator.attributes());
        if (node instanceof InitDeclarator declared) {
            all.addAll(declared.attributes());
        } else if (node instanceof Parameter parameter) {
            all.addAll(parameter.attributes());
        }
        return all;
    }

    public Optional<Attribute> attribute(String attribute) {
        return Attribute.find(attribute, attributes());
    }

    /**
     * The type with which it is used: a parameter that is written as an array is a pointer, an array without a length has as
     * many elements as its initialiser. Of a typedef what it means.
     */
    @Override
    public Type type() {
        Type known = type;
        if (known == null) {
            known = Nesting.guarded(this, () -> new DeclaredTypes(this).type(), Types.UNKNOWN);
            type = known;
        }
        return known;
    }

    /** The alignment that an attribute asks for, in bytes; 0 without one. */
    long attributeAlign() {
        return new TypeReader(scope).aligned(attributes());
    }

    @Override
    public String toString() {
        return name();
    }
}
