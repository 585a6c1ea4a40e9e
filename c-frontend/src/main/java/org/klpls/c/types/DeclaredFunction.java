package org.klpls.c.types;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.klpls.c.ast.Attribute;
import org.klpls.c.ast.FunctionDefinition;
import org.klpls.c.ast.Storage;

/**
 * A function, with all that its declarations say together.
 *
 * @param type of its definition, or of the last declaration
 * @param isInline any of them says {@code inline}
 * @param attributes of all of them, in their order
 * @param declarations at least one, in their order
 * @param definition empty if it is only declared here
 */
public record DeclaredFunction(String name, Type type, Linkage linkage, boolean isInline, List<Attribute> attributes,
        List<Declared> declarations, Optional<FunctionDefinition> definition) {
    public DeclaredFunction {
        attributes = List.copyOf(attributes);
        declarations = List.copyOf(declarations);
    }

    static DeclaredFunction of(List<Declared> declarations) {
        List<Attribute> attributes = new ArrayList<>();
        declarations.forEach(it -> attributes.addAll(it.attributes()));
        Declared main = main(declarations);
        boolean internal = declarations.stream().anyMatch(it -> it.specifiers().storage().contains(Storage.STATIC));
        boolean inline = declarations.stream().anyMatch(it -> it.specifiers().storage().contains(Storage.INLINE));
        return new DeclaredFunction(main.name(), Redeclared.type(main),
                internal ? Linkage.INTERNAL : Linkage.EXTERNAL, inline, attributes, declarations,
                main.declaration() instanceof FunctionDefinition definition
                        ? Optional.of(definition)
                        : Optional.empty());
    }

    private static Declared main(List<Declared> declarations) {
        return declarations.stream().filter(it -> it.declaration() instanceof FunctionDefinition).findFirst()
                .orElse(declarations.getLast());
    }

    /** Its definition, or the last declaration. */
    public Declared main() {
        return main(declarations);
    }

    /** Whether any of its declarations bears this attribute; underscores around the name do not count. */
    public boolean hasAttribute(String attribute) {
        return Attribute.find(attribute, attributes).isPresent();
    }
}
