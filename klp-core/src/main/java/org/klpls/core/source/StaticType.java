package org.klpls.core.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.klpls.c.ast.Declaration;
import org.klpls.c.ast.Declarator;
import org.klpls.c.ast.Derivation;
import org.klpls.c.ast.Expression;
import org.klpls.c.ast.InitDeclarator;
import org.klpls.c.ast.MemberDeclaration;
import org.klpls.c.ast.MemberDeclarator;
import org.klpls.c.ast.Name;
import org.klpls.c.ast.StructItem;
import org.klpls.c.ast.TypeSpecifier;
import org.klpls.c.types.ArrayLength;
import org.klpls.c.types.Program;
import org.klpls.c.types.RecordTag;
import org.klpls.c.types.Type;

/**
 * The type of a variable that is a struct, or of a part of it.
 *
 * @param struct as it is named where the variable is declared, which may be without its members
 * @param derivations from the name outwards; empty for the struct itself
 */
record StaticType(TypeSpecifier.Struct struct, List<Derivation> derivations) {
    StaticType {
        derivations = List.copyOf(derivations);
    }

    Optional<String> tag() {
        return struct.tag().map(Name::text);
    }

    boolean isStruct() {
        return derivations.isEmpty();
    }

    boolean isArray() {
        return !derivations.isEmpty() && derivations.getFirst() instanceof Derivation.Array;
    }

    /** That of what is declared so with this type's words: the declarator's own arrays are around the type's. */
    StaticType in(Declarator declarator) {
        return new StaticType(struct,
                Stream.concat(declarator.derivations().stream(), derivations.stream()).toList());
    }

    StaticType element() {
        return new StaticType(struct, derivations.subList(1, derivations.size()));
    }

    /** Members that are structs, or arrays of them; of others only the name matters. */
    record Member(String name, Optional<StaticType> type) {}

    /** @param definitions structs with their members, by tag and by typedef */
    List<Member> members(StructDefinitions definitions) {
        List<Member> members = new ArrayList<>();
        for (StructItem item : struct.items().or(() -> tag().flatMap(definitions::items)).orElse(List.of())) {
            if (item instanceof MemberDeclaration member) {
                Optional<StaticType> type = definitions.type(member.specifiers().type());
                if (member.declarators().isEmpty()) {
                    type.ifPresent(anonymous -> members.addAll(anonymous.members(definitions)));
                }
                for (MemberDeclarator each : member.declarators()) {
                    Declarator declarator = each.declarator();
                    members.add(new Member(declarator.name().map(Name::text).orElse(""),
                            type.filter(_ -> isInPlace(declarator)).map(words -> words.in(declarator))));
                }
            }
        }
        return members;
    }

    /**
     * What {@code typeof}, and a header's typedef of an array, come to. The lengths of arrays have no place in the text, so that they
     * stand where the type does. Empty for all other words, and where they mean no struct.
     */
    static Optional<StaticType> of(Declaration declaration, Tree tree) {
        TypeSpecifier words = declaration.specifiers().type();
        boolean isNamed = words instanceof TypeSpecifier.TypedefName || words instanceof TypeSpecifier.TypeofType
                || words instanceof TypeSpecifier.TypeofExpression;
        InitDeclarator first = declaration.declarators().stream().findFirst().orElse(null);
        if (!isNamed || first == null) {
            return Optional.empty();
        }
        Program program = Program.of(tree.unit());
        return of(program.specified(first, declaration.specifiers()), words, program);
    }

    private static Optional<StaticType> of(Type type, TypeSpecifier words, Program program) {
        return switch (type.stripped()) {
            case Type.Struct(RecordTag tag) ->
                program.definition(tag).map(it -> new StaticType(it.node(), List.of()));
            case Type.Array(Type element, ArrayLength length) -> of(element, words, program)
                    .map(inner -> new StaticType(inner.struct(),
                            Stream.concat(Stream.of(array(length, words)), inner.derivations().stream()).toList()));
            default -> Optional.empty();
        };
    }

    private static Derivation array(ArrayLength length, TypeSpecifier words) {
        int at = words.first();
        Optional<Expression> size = length instanceof ArrayLength.Known(long count)
                ? Optional.of(new Expression.NumberLiteral(at, at, Long.toString(count)))
                : Optional.empty();
        return new Derivation.Array(at, at, size, false, Set.of());
    }

    static boolean isInPlace(Declarator declarator) {
        return declarator.derivations().stream().allMatch(d -> d instanceof Derivation.Array);
    }
}
