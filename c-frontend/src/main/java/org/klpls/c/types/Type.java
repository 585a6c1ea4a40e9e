package org.klpls.c.types;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.klpls.c.ast.Qualifier;

/**
 * A type of C as its author wrote it: names of typedefs are kept ({@link Named}) and looked through by
 * {@link #stripped}. Types with equal {@link #canonical} forms are the same; whether two are compatible, which is more, says
 * {@link Compatibility}. A struct, union or enum is its {@link Tag}, whatever its members.
 */
public sealed interface Type {
    /** {@code void} */
    record Void() implements Type {}

    /** {@code unsigned long} */
    record Int(IntKind kind) implements Type {}

    /**
     * {@code _BitInt(12)}, {@code unsigned _BitInt(12)}
     *
     * @param bits with the sign
     */
    record BitInt(int bits, boolean isSigned) implements Type {
        /** Source: gcc 14 config/i386/i386.cc ix86_bitint_type_info(), c/c-decl.cc finish_declspecs(). */
        static final int MOST_BITS = 65535;

        public BitInt {
            if (bits < 1 || bits > MOST_BITS) {
                throw new IllegalArgumentException("_BitInt(" + bits + ")");
            }
        }
    }

    /** {@code double} */
    record Real(RealKind kind) implements Type {}

    /** {@code _Complex double} */
    record Complex(Type part) implements Type {}

    /** {@code struct s}, {@code union u} */
    record Struct(RecordTag tag) implements Type {}

    /** {@code enum e} */
    record Enum(EnumTag tag) implements Type {}

    /** {@code struct s *} */
    record Pointer(Type target) implements Type {}

    /** {@code int[3]}, {@code int[]} */
    record Array(Type element, ArrayLength length) implements Type {}

    /**
     * {@code int (struct seq_file *, void *)}
     *
     * @param parameters as the function gets them: an array is a pointer
     * @param isVariadic ends with {@code ...}
     * @param hasPrototype false for {@code int f()}, of whose parameters nothing is known
     */
    record Function(Type result, List<Type> parameters, boolean isVariadic, boolean hasPrototype) implements Type {
        public Function {
            parameters = List.copyOf(parameters);
        }
    }

    /**
     * GNU: {@code int __attribute__((vector_size(16)))}
     *
     * @param size in bytes, of all of it
     */
    record Vector(Type element, long size) implements Type {}

    /** {@code const int}; never of an array (its elements are qualified) and never of another one of these. */
    record Qualified(Type type, Set<Qualifier> qualifiers) implements Type {
        public Qualified {
            qualifiers = Set.copyOf(qualifiers);
        }
    }

    /**
     * {@code u32}: the name of a typedef.
     *
     * @param align what an attribute of the typedef says of the alignment, in bytes; 0 without one
     */
    record Named(String name, Type meaning, long align) implements Type {}

    /**
     * What a bit-field is before it is promoted.
     *
     * @param declared the type it is declared with
     */
    record BitField(Type declared, int bits) implements Type {}

    /** C23: the type of {@code nullptr}. */
    record Nullptr() implements Type {}

    /** Of what is not understood, or is no C. */
    record Unknown() implements Type {}

    /** Without typedef names and qualifiers at its top. */
    default Type stripped() {
        Type type = this;
        while (true) {
            switch (type) {
                case Named named -> type = named.meaning();
                case Qualified qualified -> type = qualified.type();
                case Void _,Int _,BitInt _,Real _,Complex _,Struct _,Enum _,Pointer _,Array _,Function _,Vector _,BitField _,Nullptr _,Unknown _ -> {
                    return type;
                }
            }
        }
    }

    /** What the type itself is qualified with, be it in a typedef; an array is as its elements are. */
    default Set<Qualifier> qualifiers() {
        return Qualifiers.of(this);
    }

    /** The same type without any qualifier at its top. */
    default Type unqualified() {
        return Qualifiers.without(this);
    }

    /** The same type with these qualifiers too. */
    default Type with(Set<Qualifier> more) {
        return Qualifiers.with(this, more);
    }

    default Type pointer() {
        return new Pointer(this);
    }

    /** The parameters and result, if this is a function's type, by whatever name. */
    default Optional<Function> function() {
        return stripped() instanceof Function function ? Optional.of(function) : Optional.empty();
    }

    /** What this points to, if it is a pointer. */
    default Optional<Type> pointedTo() {
        return stripped() instanceof Pointer pointer ? Optional.of(pointer.target()) : Optional.empty();
    }

    /** All typedef names replaced by what they mean. */
    default Type canonical() {
        return Canonical.of(this);
    }

    /** As C writes it, with no name declared: {@code int (*)(struct seq_file *, void *)}. */
    default String text() {
        return TypeText.of(this);
    }
}
