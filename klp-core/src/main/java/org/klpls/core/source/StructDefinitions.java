package org.klpls.core.source;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.klpls.c.ast.Declaration;
import org.klpls.c.ast.HeaderDeclarations;
import org.klpls.c.ast.InitDeclarator;
import org.klpls.c.ast.Name;
import org.klpls.c.ast.StructItem;
import org.klpls.c.ast.TypeSpecifier;

/** The structs of a file and its headers, with their members. What headers say of one is looked up when it is asked for. */
final class StructDefinitions {
    private final HeaderDeclarations headers;
    private final Map<String, List<StructItem>> items = new HashMap<>();
    private final Map<String, StaticType> typedefs = new HashMap<>();

    StructDefinitions(Tree tree) {
        this.headers = tree.unit().headers();
    }

    /** A declaration behind the headers. */
    void add(Declaration declaration) {
        if (declaration.specifiers().type() instanceof TypeSpecifier.Struct struct) {
            struct.tag().map(Name::text)
                    .ifPresent(tag -> struct.items().ifPresent(members -> items.putIfAbsent(tag, members)));
        }
        if (declaration.isTypedef()) {
            type(declaration.specifiers().type()).ifPresent(type -> declaration.declarators().stream()
                    .map(InitDeclarator::declarator).filter(StaticType::isInPlace)
                    .forEach(d -> d.name().ifPresent(name -> typedefs.put(name.text(), type.in(d)))));
        }
    }

    Optional<List<StructItem>> items(String tag) {
        return ofHeaders(tag).flatMap(it -> it.specifiers().type() instanceof TypeSpecifier.Struct struct
                && struct.tag().map(Name::text).filter(tag::equals).isPresent() ? struct.items().stream() : Stream.of())
                .findFirst().or(() -> Optional.ofNullable(items.get(tag)));
    }

    /** The struct that a type's words name, by itself or by a typedef for it. */
    Optional<TypeSpecifier.Struct> struct(TypeSpecifier type) {
        return type(type).filter(StaticType::isStruct).map(StaticType::struct);
    }

    /** The struct, or the array of structs, that a type's words name; of headers' typedefs the plain ones. */
    Optional<StaticType> type(TypeSpecifier type) {
        TypeSpecifier meant = type;
        while (meant instanceof TypeSpecifier.TypedefName name && !typedefs.containsKey(name.name())) {
            // each typedef stands before the one that names it
            Optional<TypeSpecifier> named = ofHeaders(name.name())
                    .filter(it -> it.isTypedef() && it.end() <= name.first() && plainNames(it).contains(name.name()))
                    .reduce((_, later) -> later).map(it -> it.specifiers().type());
            if (named.isEmpty()) {
                return Optional.empty();
            }
            meant = named.get();
        }
        return switch (meant) {
            case TypeSpecifier.Struct struct -> Optional.of(new StaticType(struct, List.of()));
            case TypeSpecifier.TypedefName name -> Optional.ofNullable(typedefs.get(name.name()));
            default -> Optional.empty();
        };
    }

    private Stream<Declaration> ofHeaders(String name) {
        return headers.declaring(name).stream()
                .flatMap(it -> it instanceof Declaration declaration ? Stream.of(declaration) : Stream.of());
    }

    private static List<String> plainNames(Declaration declaration) {
        return declaration.declarators().stream().map(InitDeclarator::declarator)
                .filter(it -> it.derivations().isEmpty()).flatMap(it -> it.name().stream()).map(Name::text).toList();
    }
}
