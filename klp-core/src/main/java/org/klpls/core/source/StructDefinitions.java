package org.klpls.core.source;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.klpls.c.ast.Declaration;
import org.klpls.c.ast.InitDeclarator;
import org.klpls.c.ast.Name;
import org.klpls.c.ast.StructItem;
import org.klpls.c.ast.TypeSpecifier;

/** The structs of a file and its headers, with their members. */
final class StructDefinitions {
    private final Map<String, List<StructItem>> items = new HashMap<>();
    private final Map<String, TypeSpecifier.Struct> typedefs = new HashMap<>();

    void add(Declaration declaration) {
        if (declaration.specifiers().type() instanceof TypeSpecifier.Struct struct) {
            struct.tag().map(Name::text)
                    .ifPresent(tag -> struct.items().ifPresent(members -> items.putIfAbsent(tag, members)));
        }
        if (declaration.isTypedef()) {
            struct(declaration.specifiers().type()).ifPresent(struct -> declaration.declarators().stream()
                    .map(InitDeclarator::declarator).filter(d -> d.derivations().isEmpty())
                    .flatMap(d -> d.name().stream()).forEach(name -> typedefs.put(name.text(), struct)));
        }
    }

    Optional<List<StructItem>> items(String tag) {
        return Optional.ofNullable(items.get(tag));
    }

    /** The struct that a type's words name, by itself or by a typedef for it. */
    Optional<TypeSpecifier.Struct> struct(TypeSpecifier type) {
        return switch (type) {
            case TypeSpecifier.Struct struct -> Optional.of(struct);
            case TypeSpecifier.TypedefName name -> Optional.ofNullable(typedefs.get(name.name()));
            default -> Optional.empty();
        };
    }
}
