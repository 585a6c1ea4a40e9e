package org.klpls.c.parse;

import java.util.BitSet;

import static org.klpls.c.parse.GnuCParserConstants.*;

/** Kinds of tokens that begin something. */
final class Kinds {
    private static final BitSet STORAGE = of(TYPEDEF, EXTERN, STATIC, AUTO, REGISTER, THREAD_LOCAL, INLINE, NORETURN,
            CONSTEXPR);
    private static final BitSet QUALIFIERS = of(CONST, VOLATILE, RESTRICT, ATOMIC, SEG_GS, SEG_FS);
    private static final BitSet TYPE_WORDS = of(VOID, CHAR, SHORT, INT, LONG, FLOAT, DOUBLE, SIGNED, UNSIGNED, BOOL,
            COMPLEX, INT128, FLOAT128, EXTENDED_FLOAT, VA_LIST);
    private static final BitSet OTHER_TYPES = of(AUTO_TYPE, STRUCT, UNION, ENUM, TYPEOF, TYPEOF_UNQUAL,
            BIT_INT);
    private static final BitSet STATEMENTS = of(IF, FOR, WHILE, DO, SWITCH, RETURN, GOTO, BREAK, CONTINUE, CASE,
            DEFAULT_);
    private static final BitSet SPECIFIERS = union(STORAGE, QUALIFIERS, TYPE_WORDS, OTHER_TYPES,
            of(ALIGNAS, ATTRIBUTE, EXTENSION));
    private static final BitSet TYPE_NAMES = union(QUALIFIERS, TYPE_WORDS, OTHER_TYPES,
            of(ALIGNAS, ATTRIBUTE, TYPEDEF_NAME));
    private static final BitSet DECLARATIONS = union(SPECIFIERS, of(TYPEDEF_NAME, STATIC_ASSERT));
    private static final BitSet ATTRIBUTE_WORDS = union(STORAGE, TYPE_WORDS,
            of(CONST, VOLATILE, RESTRICT, ATOMIC, AUTO_TYPE));
    private static final BitSet TYPES = union(TYPE_WORDS, OTHER_TYPES);

    private Kinds() {}

    /** Any word that may stand among the specifiers; names not counted. */
    static boolean isSpecifier(int kind) {
        return SPECIFIERS.get(kind);
    }

    /** A keyword that gcc takes as the name of an attribute. */
    static boolean isAttributeWord(int kind) {
        return ATTRIBUTE_WORDS.get(kind);
    }

    static boolean isQualifier(int kind) {
        return QUALIFIERS.get(kind);
    }

    /** A keyword that is a type or begins one. */
    static boolean isType(int kind) {
        return TYPES.get(kind);
    }

    /** What begins the type in a cast, or in a compound literal. */
    static boolean isTypeName(int kind) {
        return TYPE_NAMES.get(kind);
    }

    /** The storage that a compound literal may have. */
    static boolean isStorageOfLiteral(int kind) {
        return kind == STATIC || kind == CONSTEXPR || kind == REGISTER || kind == THREAD_LOCAL;
    }

    static boolean isDeclaration(int kind) {
        return DECLARATIONS.get(kind);
    }

    /** A keyword that only a statement begins with. */
    static boolean isStatement(int kind) {
        return STATEMENTS.get(kind);
    }

    /** A name or a keyword. */
    static boolean isWord(int kind) {
        return kind == IDENTIFIER || kind == TYPEDEF_NAME || kind >= AUTO;
    }

    private static BitSet of(int... kinds) {
        BitSet set = new BitSet();
        for (int kind : kinds) {
            set.set(kind);
        }
        return set;
    }

    private static BitSet union(BitSet... sets) {
        BitSet union = new BitSet();
        for (BitSet set : sets) {
            union.or(set);
        }
        return union;
    }
}
