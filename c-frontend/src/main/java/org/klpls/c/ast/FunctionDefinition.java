package org.klpls.c.ast;

import java.util.List;
import java.util.Optional;

/**
 * {@code static int h(int x) { return x; }}, at file level or (GNU) nested in a block.
 *
 * @param oldStyleParameters K&amp;R: the declarations between {@code int f(x)} and the body
 * @param bodyFirst index of the body's opening brace
 * @param body empty for a function of a header, whose body is parsed when {@link TranslationUnit#body} is asked for it
 */
public record FunctionDefinition(int first, int end, Specifiers specifiers, Declarator declarator,
        List<Declaration> oldStyleParameters, int bodyFirst, Optional<Statement.Block> body)
        implements
            ScopedDeclaration {
    public FunctionDefinition {
        oldStyleParameters = List.copyOf(oldStyleParameters);
    }

    /** The function's own name; empty only in a broken text. */
    public String name() {
        return declarator.name().map(Name::text).orElse("");
    }

    /**
     * Whether the definition itself bears this attribute; underscores around the name do not count. What earlier declarations say is
     * told by {@code DeclaredFunction} of the package {@code types}.
     */
    public boolean hasAttribute(String attribute) {
        return attribute(attribute).isPresent();
    }

    /** The attribute of this name, wherever it stands in the definition. */
    public Optional<Attribute> attribute(String attribute) {
        return Attribute.find(attribute, specifiers.attributes())
                .or(() -> Attribute.find(attribute, declarator.attributes()));
    }
}
