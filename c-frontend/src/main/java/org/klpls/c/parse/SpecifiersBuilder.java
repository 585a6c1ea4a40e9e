package org.klpls.c.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.klpls.c.ast.Attribute;
import org.klpls.c.ast.Specifiers;
import org.klpls.c.ast.Storage;
import org.klpls.c.ast.TypeSpecifier;
import org.klpls.c.pp.Dialect;

import static org.klpls.c.parse.GnuCParserConstants.*;

/** Collects what stands before the declarators. */
final class SpecifiersBuilder {
    private static final SharedSets<Storage> STORAGES = new SharedSets<>(Storage.class);

    private final int first;
    private final List<Attribute> attributes = new ArrayList<>(0);
    private final QualifierSet qualifiers = new QualifierSet();
    private final TypeWords words = new TypeWords();
    private int storage;
    private @Nullable TypeSpecifier type;
    /** Attributes in double brackets came first. */
    private boolean begun;
    private boolean closed;
    private int typeFirst;
    private int typeEnd;

    SpecifiersBuilder(int first) {
        this.first = first;
    }

    /** What is wrong with this word after those before; empty if nothing is. */
    Optional<String> storage(int kind, String text, Dialect dialect) {
        Storage added = storageOf(kind);
        Optional<String> wrong = StorageRules.conflict(storageSet(), added, text, dialect);
        storage |= 1 << added.ordinal();
        return wrong;
    }

    /** Whether nothing but {@code __extension__} has been read. */
    boolean isEmpty() {
        return storage == 0 && !hasType() && attributes.isEmpty() && qualifiers.isEmpty();
    }

    /** @param standard whether it is one in double brackets, which stand before all or after all */
    void beginAttribute(boolean standard) {
        closed |= standard && !isEmpty() && !begun;
        begun |= standard && isEmpty();
    }

    /** Whether nothing but attributes can follow. */
    boolean isClosed() {
        return closed;
    }

    void qualifier(int kind) {
        qualifiers.add(kind);
    }

    List<Attribute> attributes() {
        return attributes;
    }

    /** Adds {@code long} and the like; false if it does not go with the words before. */
    boolean word(int kind, String text, int index) {
        if (words.isEmpty()) {
            typeFirst = index;
        }
        typeEnd = index + 1;
        return (type == null || type instanceof TypeSpecifier.BitInt && TypeWords.isSign(kind))
                && words.add(kind, text);
    }

    /** False if there is a type already. */
    boolean type(TypeSpecifier specifier) {
        boolean signOnly = specifier instanceof TypeSpecifier.BitInt && words.isSignOnly();
        if (type != null || !words.isEmpty() && !signOnly) {
            return false;
        }
        type = specifier;
        return true;
    }

    boolean hasType() {
        return type != null || !words.isEmpty();
    }

    /** Whether the type so far is {@code struct s { ... }} or {@code enum e { ... }}, after which little can follow. */
    boolean hasTagBody() {
        return type != null && definesTag(type);
    }

    static boolean definesTag(TypeSpecifier type) {
        return switch (type) {
            case TypeSpecifier.Struct struct -> struct.items().isPresent();
            case TypeSpecifier.Enum enumeration -> enumeration.enumerators().isPresent();
            case TypeSpecifier.Basic _,TypeSpecifier.ImplicitInt _,TypeSpecifier.TypedefName _,TypeSpecifier.TypeofExpression _,TypeSpecifier.TypeofType _,TypeSpecifier.AutoType _,TypeSpecifier.BitInt _,TypeSpecifier.AtomicType _ ->
                false;
        };
    }

    Specifiers build(int end) {
        int behind = Math.max(first, end);
        return new Specifiers(first, behind, storageSet(), qualifiers.set(), builtType(behind), attributes);
    }

    private Set<Storage> storageSet() {
        return STORAGES.of(storage);
    }

    private TypeSpecifier builtType(int end) {
        if (type instanceof TypeSpecifier.BitInt bits) {
            return new TypeSpecifier.BitInt(bits.first(), bits.end(), bits.width(), words.isUnsigned());
        }
        if (type != null) {
            return type;
        }
        if (words.isEmpty()) {
            return new TypeSpecifier.ImplicitInt(end, end);
        }
        return new TypeSpecifier.Basic(typeFirst, typeEnd, words.type());
    }

    private static Storage storageOf(int kind) {
        return switch (kind) {
            case TYPEDEF -> Storage.TYPEDEF;
            case EXTERN -> Storage.EXTERN;
            case STATIC -> Storage.STATIC;
            case AUTO -> Storage.AUTO;
            case REGISTER -> Storage.REGISTER;
            case THREAD_LOCAL -> Storage.THREAD_LOCAL;
            case INLINE -> Storage.INLINE;
            case NORETURN -> Storage.NORETURN;
            case CONSTEXPR -> Storage.CONSTEXPR;
            default -> throw new IllegalStateException("no storage: " + kind);
        };
    }
}
