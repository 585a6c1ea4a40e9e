package org.klpls.c.ast;

import java.util.List;
import java.util.Optional;

/** The part of the specifiers that names a type. */
public sealed interface TypeSpecifier extends Node {
    /** struct or union. */
    enum TagKind {
        STRUCT, UNION
    }

    /** {@code unsigned long}; its words may be spread among the other specifiers. */
    record Basic(int first, int end, BasicType type) implements TypeSpecifier {}

    /** No type at all, which old C reads as int: {@code static x;} */
    record ImplicitInt(int first, int end) implements TypeSpecifier {}

    /** {@code u32} in {@code u32 x;} */
    record TypedefName(int first, int end, String name) implements TypeSpecifier {}

    /**
     * {@code struct s}, {@code union { int a; long b; }}
     *
     * @param items empty for a mere mention of the tag
     * @param attributes before the tag and after the closing brace
     */
    record Struct(int first, int end, TagKind kind, Optional<Name> tag, Optional<List<StructItem>> items,
            List<Attribute> attributes) implements TypeSpecifier {
        public Struct {
            items = items.map(List::copyOf);
            attributes = List.copyOf(attributes);
        }
    }

    /**
     * {@code enum color { RED, GREEN = 4 }}
     *
     * @param underlying C23: {@code enum e : unsigned char}
     * @param enumerators empty for a mere mention of the tag
     */
    record Enum(int first, int end, Optional<Name> tag, Optional<TypeName> underlying,
            Optional<List<Enumerator>> enumerators, List<Attribute> attributes) implements TypeSpecifier {
        public Enum {
            enumerators = enumerators.map(List::copyOf);
            attributes = List.copyOf(attributes);
        }
    }

    /** {@code typeof(x + 1)}; unqualified, since gcc 14: {@code __typeof_unqual__(x)} */
    record TypeofExpression(int first, int end, Expression expression, boolean unqualified) implements TypeSpecifier {}

    /** {@code typeof(struct s *)} */
    record TypeofType(int first, int end, TypeName type, boolean unqualified) implements TypeSpecifier {}

    /** {@code __auto_type} in {@code __auto_type x = f();} */
    record AutoType(int first, int end) implements TypeSpecifier {}

    /** C23: {@code _BitInt(12)} in {@code unsigned _BitInt(12) n;} */
    record BitInt(int first, int end, Expression width, boolean unsigned) implements TypeSpecifier {}

    /** {@code _Atomic(int)} */
    record AtomicType(int first, int end, TypeName type) implements TypeSpecifier {}
}
