package org.klpls.c.types;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.klpls.c.ast.Attribute;
import org.klpls.c.ast.Initializer;
import org.klpls.c.ast.Storage;

/**
 * A variable outside of functions, with all that its declarations say together.
 *
 * @param size in bytes; empty where it is not known
 * @param align in bytes; what attributes ask for, be it less than the type's
 * @param attributes of all declarations, in their order
 * @param declarations at least one, in their order
 * @param initializer of the one that has one
 */
public record DeclaredVariable(String name, Type type, OptionalLong size, long align, Linkage linkage,
        boolean isDefinition, List<Attribute> attributes, List<Declared> declarations,
        Optional<Initializer> initializer) {
    public DeclaredVariable {
        attributes = List.copyOf(attributes);
        declarations = List.copyOf(declarations);
    }

    static DeclaredVariable of(List<Declared> declarations, Program program) {
        List<Attribute> attributes = new ArrayList<>();
        declarations.forEach(it -> attributes.addAll(it.attributes()));
        Declared main = main(declarations);
        Type type = Redeclared.type(main);
        long asked = declarations.stream().mapToLong(Declared::attributeAlign).max().orElse(0);
        boolean internal = declarations.stream().anyMatch(it -> it.specifiers().storage().contains(Storage.STATIC));
        return new DeclaredVariable(main.name(), type, program.size(type), asked > 0 ? asked : program.align(type),
                internal ? Linkage.INTERNAL : Linkage.EXTERNAL,
                declarations.stream().anyMatch(DeclaredVariable::defines),
                attributes, declarations, main.initializer());
    }

    private static boolean defines(Declared declared) {
        return declared.initializer().isPresent() || !declared.specifiers().storage().contains(Storage.EXTERN);
    }

    private static Declared main(List<Declared> declarations) {
        return declarations.stream().filter(it -> it.initializer().isPresent()).findFirst()
                .or(() -> declarations.stream().filter(DeclaredVariable::defines).findFirst())
                .orElse(declarations.getLast());
    }

    /** Its definition, or the last declaration. */
    public Declared main() {
        return main(declarations);
    }

    public boolean hasAttribute(String attribute) {
        return Attribute.find(attribute, attributes).isPresent();
    }
}
