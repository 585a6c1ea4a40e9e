package org.klpls.c.pp;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

import static org.klpls.c.pp.TokenKind.*;

/**
 * The spellings that mean something to C or to its preprocessor. Each {@link Interner} holds them first, in this order,
 * so that a symbol below {@link #count} is known at compile time.
 */
final class Words {
    /** A spelling, and what it is in the dialects that have it; in others it is a name like any other. */
    private record Word(String text, TokenKind kind, Predicate<Dialect> in) {}

    private static final List<Word> ALL = new ArrayList<>();

    static final int EMPTY = plain("");
    static final int LPAREN_WORD = punctuator("(", LPAREN);
    static final int RPAREN_WORD = punctuator(")", RPAREN);
    static final int COMMA_WORD = punctuator(",", COMMA);
    static final int HASH_WORD = punctuator("#", HASH);
    static final int HASH_DIGRAPH = punctuator("%:", HASH);
    static final int HASH_HASH_WORD = punctuator("##", HASH_HASH);
    static final int HASH_HASH_DIGRAPH = punctuator("%:%:", HASH_HASH);
    static final int ELLIPSIS_WORD = punctuator("...", ELLIPSIS);
    static final int LESS = punctuator("<", LT);
    static final int GREATER = punctuator(">", GT);
    static final int NOT_WORD = punctuator("!", NOT);

    static final int DEFINED = plain("defined");
    static final int VA_ARGS = plain("__VA_ARGS__");
    static final int VA_OPT = plain("__VA_OPT__");
    static final int LINE_MACRO = plain("__LINE__");
    static final int FILE_MACRO = plain("__FILE__");
    static final int BASE_FILE_MACRO = plain("__BASE_FILE__");
    static final int FILE_NAME_MACRO = plain("__FILE_NAME__");
    static final int INCLUDE_LEVEL_MACRO = plain("__INCLUDE_LEVEL__");
    static final int COUNTER_MACRO = plain("__COUNTER__");
    static final int DATE_MACRO = plain("__DATE__");
    static final int TIME_MACRO = plain("__TIME__");
    static final int TIMESTAMP_MACRO = plain("__TIMESTAMP__");
    static final int PRAGMA_OPERATOR = plain("_Pragma");
    static final int HAS_INCLUDE = plain("__has_include");
    static final int HAS_INCLUDE_NEXT = plain("__has_include_next");
    static final int HAS_ATTRIBUTE = plain("__has_attribute");
    static final int HAS_C_ATTRIBUTE = plain("__has_c_attribute");
    static final int HAS_CPP_ATTRIBUTE = plain("__has_cpp_attribute");
    static final int HAS_BUILTIN = plain("__has_builtin");
    static final int TRUE_WORD = c23("true", TRUE);
    static final int FALSE_WORD = c23("false", FALSE);

    static {
        punctuators();
        keywords();
        gnuKeywords();
    }

    /** Symbols below this are words. */
    static final int count = ALL.size();

    private Words() {}

    static String text(int word) {
        return ALL.get(word).text;
    }

    static TokenKind kind(int word, Dialect dialect) {
        Word it = ALL.get(word);
        return it.in.test(dialect) ? it.kind : IDENTIFIER;
    }

    private static void punctuators() {
        Object[][] rest = {{"{", LBRACE}, {"}", RBRACE}, {"[", LBRACKET}, {"]", RBRACKET}, {"<%", LBRACE},
                {"%>", RBRACE}, {"<:", LBRACKET}, {":>", RBRACKET}, {";", SEMICOLON}, {".", DOT}, {"->", ARROW},
                {":", COLON}, {"?", QUESTION}, {"=", ASSIGN}, {"*=", MUL_ASSIGN}, {"/=", DIV_ASSIGN},
                {"%=", MOD_ASSIGN}, {"+=", ADD_ASSIGN}, {"-=", SUB_ASSIGN}, {"<<=", SHL_ASSIGN}, {">>=", SHR_ASSIGN},
                {"&=", AND_ASSIGN}, {"^=", XOR_ASSIGN}, {"|=", OR_ASSIGN}, {"||", OR_OR}, {"&&", AND_AND}, {"|", OR},
                {"^", XOR}, {"&", AND}, {"==", EQ}, {"!=", NE}, {"<=", LE}, {">=", GE}, {"<<", SHL}, {">>", SHR},
                {"+", PLUS}, {"-", MINUS}, {"*", STAR}, {"/", SLASH}, {"%", PERCENT}, {"++", INC}, {"--", DEC},
                {"~", TILDE}};
        for (Object[] one : rest) {
            punctuator((String) one[0], (TokenKind) one[1]);
        }
    }

    private static void keywords() {
        for (TokenKind kind : List.of(AUTO, BREAK, CASE, CHAR, CONST, CONTINUE, DEFAULT, DO, DOUBLE, ELSE, ENUM, EXTERN,
                FLOAT, FOR, GOTO, IF, INLINE, INT, LONG, REGISTER, RESTRICT, RETURN, SHORT, SIGNED, SIZEOF, STATIC,
                STRUCT, SWITCH, TYPEDEF, UNION, UNSIGNED, VOID, VOLATILE, WHILE)) {
            keyword(kind.name().toLowerCase(Locale.ROOT), kind);
        }
        keyword("_Alignas", ALIGNAS);
        keyword("_Alignof", ALIGNOF);
        keyword("_Atomic", ATOMIC);
        keyword("_Bool", BOOL);
        keyword("_Complex", COMPLEX);
        keyword("_Generic", GENERIC);
        keyword("_Noreturn", NORETURN);
        keyword("_Static_assert", STATIC_ASSERT);
        keyword("_Thread_local", THREAD_LOCAL);
        c23("alignas", ALIGNAS);
        c23("alignof", ALIGNOF);
        c23("bool", BOOL);
        c23("constexpr", CONSTEXPR);
        c23("nullptr", NULLPTR);
        c23("static_assert", STATIC_ASSERT);
        c23("thread_local", THREAD_LOCAL);
        c23("typeof_unqual", TYPEOF_UNQUAL);
    }

    private static void gnuKeywords() {
        add(new Word("asm", ASM, it -> !it.isStrict()));
        add(new Word("typeof", TYPEOF, it -> !it.isStrict() || it.hasC23Keywords()));
        keyword(ALIGNOF, "__alignof", "__alignof__");
        keyword(ASM, "__asm", "__asm__");
        keyword(ATTRIBUTE, "__attribute", "__attribute__");
        keyword(COMPLEX, "__complex", "__complex__");
        keyword(CONST, "__const", "__const__");
        keyword(IMAG, "__imag", "__imag__");
        keyword(INLINE, "__inline", "__inline__");
        keyword(REAL, "__real", "__real__");
        keyword(RESTRICT, "__restrict", "__restrict__");
        keyword(SIGNED, "__signed", "__signed__");
        keyword(TYPEOF, "__typeof", "__typeof__");
        since(14, TYPEOF_UNQUAL, "__typeof_unqual", "__typeof_unqual__");
        since(14, BIT_INT, "_BitInt");
        keyword(VOLATILE, "__volatile", "__volatile__");
        keyword(EXTENSION, "__extension__");
        keyword(LABEL, "__label__");
        keyword(THREAD_LOCAL, "__thread");
        keyword(AUTO_TYPE, "__auto_type");
        keyword(INT128, "__int128");
        keyword(FLOAT128, "__float128", "_Float128");
        keyword(EXTENDED_FLOAT, "_Float16", "_Float32", "_Float32x", "_Float64", "_Float64x", "_Decimal32",
                "_Decimal64",
                "_Decimal128");
        since(13, EXTENDED_FLOAT, "__bf16");
        since(15, EXTENDED_FLOAT, "_Decimal64x");
        keyword(TYPEDEF_NAME, "__int128_t", "__uint128_t", "__float80");
        keyword(VA_LIST, "__builtin_va_list");
        keyword(BUILTIN_VA_ARG, "__builtin_va_arg");
        keyword(BUILTIN_OFFSETOF, "__builtin_offsetof");
        keyword(BUILTIN_TYPES_COMPATIBLE_P, "__builtin_types_compatible_p");
        keyword(BUILTIN_CHOOSE_EXPR, "__builtin_choose_expr");
        keyword(BUILTIN_CONVERTVECTOR, "__builtin_convertvector");
        keyword(BUILTIN_HAS_ATTRIBUTE, "__builtin_has_attribute");
        keyword(BUILTIN_CALL, "__builtin_assoc_barrier", "__builtin_call_with_static_chain", "__builtin_complex",
                "__builtin_shuffle", "__builtin_shufflevector", "__builtin_tgmath");
        keyword(SEG_GS, "__seg_gs");
        keyword(SEG_FS, "__seg_fs");
        keyword(FUNCTION_NAME, "__func__", "__FUNCTION__", "__PRETTY_FUNCTION__");
    }

    private static void keyword(TokenKind kind, String... spellings) {
        for (String spelling : spellings) {
            keyword(spelling, kind);
        }
    }

    private static int keyword(String text, TokenKind kind) {
        return add(new Word(text, kind, _ -> true));
    }

    private static int punctuator(String text, TokenKind kind) {
        return keyword(text, kind);
    }

    private static int plain(String text) {
        return keyword(text, IDENTIFIER);
    }

    private static int c23(String text, TokenKind kind) {
        return add(new Word(text, kind, Dialect::hasC23Keywords));
    }

    private static void since(int gccVersion, TokenKind kind, String... spellings) {
        for (String spelling : spellings) {
            add(new Word(spelling, kind, it -> it.gccVersion() >= gccVersion));
        }
    }

    private static int add(Word word) {
        ALL.add(word);
        return ALL.size() - 1;
    }
}
