package org.klpls.c.types;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.klpls.c.ast.Qualifier;
import org.klpls.c.ast.TypeSpecifier;

/** Types of gcc's own functions and names. Source: gcc 12 builtins.def, sync-builtins.def, and the manual's chapter. */
final class BuiltIns {
    /** One element of it, so that it is passed as a pointer. Source: the x86-64 psABI 3.5.7. */
    static final Type VA_LIST = new Type.Named("__builtin_va_list",
            new Type.Array(new Type.Struct(new RecordTag(TypeSpecifier.TagKind.STRUCT, Optional.of("__va_list_tag"))),
                    ArrayLength.of(1)),
            0);
    private static final Type CONST_TEXT = Types.CHAR.with(Set.of(Qualifier.CONST)).pointer();
    private static final Type TEXT = Types.CHAR.pointer();
    private static final Map<String, Type> RESULTS = results();

    private BuiltIns() {}

    /** A type that gcc knows without a declaration. */
    static Optional<Type> type(String name) {
        return switch (name) {
            case "__builtin_va_list" -> Optional.of(VA_LIST);
            case "__int128_t" -> Optional.of(new Type.Named(name, new Type.Int(IntKind.INT128), 0));
            case "__uint128_t" -> Optional.of(new Type.Named(name, new Type.Int(IntKind.UNSIGNED_INT128), 0));
            case "__float80" -> Optional.of(new Type.Named(name, new Type.Real(RealKind.LONG_DOUBLE), 0));
            default -> Optional.empty();
        };
    }

    /** What a call of a function returns that is not declared; empty for what gcc does not know either. */
    static Optional<Type> result(String name, List<Type> arguments, Conversions conversions) {
        Type fixed = RESULTS.get(name);
        if (fixed != null) {
            return Optional.of(fixed);
        }
        boolean atomic = name.startsWith("__sync_") || name.startsWith("__atomic_");
        Optional<Type> first = arguments.stream().findFirst();
        if (atomic) {
            return first.map(it -> atomic(name, it));
        }
        return switch (name) {
            case "__builtin_shuffle", "__builtin_speculation_safe_value" -> first;
            case "__builtin_complex" -> first.map(Type.Complex::new);
            case "__builtin_nan", "__builtin_inf", "__builtin_huge_val" -> Optional.of(Types.DOUBLE);
            case "__builtin_nanf", "__builtin_inff", "__builtin_huge_valf" ->
                Optional.of(new Type.Real(RealKind.FLOAT));
            case "__builtin_nanl", "__builtin_infl", "__builtin_huge_vall" ->
                Optional.of(new Type.Real(RealKind.LONG_DOUBLE));
            case "__builtin_tgmath" -> first.map(conversions::promoted);
            default -> name.startsWith("__builtin_ia32_") ? Optional.of(Types.UNKNOWN) : Optional.empty();
        };
    }

    private static Type atomic(String name, Type pointer) {
        boolean truth = name.startsWith("__sync_bool_") || name.endsWith("_compare_exchange_n")
                || name.endsWith("_compare_exchange") || name.endsWith("_test_and_set") && name.startsWith("__atomic")
                || name.endsWith("_lock_free");
        boolean nothing = name.contains("_store") || name.endsWith("_clear") || name.endsWith("_fence")
                || name.equals("__sync_synchronize") || name.equals("__sync_lock_release")
                || name.equals("__atomic_load") || name.equals("__atomic_exchange");
        return truth
                ? Types.BOOL
                : nothing ? Types.VOID : pointer.pointedTo().map(Type::unqualified).orElse(Types.UNKNOWN);
    }

    private static Map<String, Type> results() {
        Map<String, Type> map = new HashMap<>();
        put(map, Types.INT, "constant_p classify_type ffs ffsl ffsll clz clzl clzll ctz ctzl ctzll clrsb clrsbl clrsbll"
                + " popcount popcountl popcountll parity parityl parityll abs isnan isinf isinf_sign isfinite isnormal"
                + " isgreater isless islessequal isgreaterequal isunordered signbit strcmp strncmp strcasecmp"
                + " strncasecmp memcmp bcmp printf sprintf snprintf vsnprintf vsprintf putchar puts toupper tolower"
                + " isdigit isalpha isspace LINE cpu_supports cpu_is eh_return_data_regno setjmp types_compatible_p"
                + " fprintf vprintf isascii isxdigit");
        put(map, Types.LONG, "expect expect_with_probability labs");
        put(map, new Type.Int(IntKind.LONG_LONG), "llabs");
        put(map, Types.UNSIGNED_LONG, "object_size dynamic_object_size strlen strnlen strspn strcspn strlcpy strlcat"
                + " offsetof ia32_readeflags_u64 extend_pointer");
        put(map, Types.VOID, "unreachable trap prefetch va_start va_end va_copy init_dwarf_reg_sizes cpu_init"
                + " __clear_cache clear_padding unwind_init stdarg_start longjmp bzero free abort exit"
                + " return ia32_writeeflags_u64 ia32_pause");
        put(map, Types.VOID_POINTER, "return_address extract_return_addr frob_return_address frame_address alloca"
                + " alloca_with_align assume_aligned memcpy memmove memset memchr mempcpy malloc calloc realloc"
                + " apply_args apply dwarf_cfa aggregate_incoming_address __memcpy_chk __memset_chk __memmove_chk"
                + " thread_pointer");
        put(map, TEXT, "strcpy strncpy strcat strncat strchr strrchr strstr strpbrk stpcpy stpncpy strdup strndup"
                + " index rindex");
        put(map, CONST_TEXT, "FILE FUNCTION");
        put(map, Types.BOOL, "add_overflow sub_overflow mul_overflow sadd_overflow saddl_overflow saddll_overflow"
                + " uadd_overflow uaddl_overflow uaddll_overflow ssub_overflow ssubl_overflow ssubll_overflow"
                + " usub_overflow usubl_overflow usubll_overflow smul_overflow smull_overflow smulll_overflow"
                + " umul_overflow umull_overflow umulll_overflow add_overflow_p sub_overflow_p mul_overflow_p"
                + " has_attribute is_constant_evaluated");
        put(map, new Type.Int(IntKind.UNSIGNED_SHORT), "bswap16");
        put(map, Types.UNSIGNED_INT, "bswap32");
        put(map, Types.UNSIGNED_LONG, "bswap64");
        put(map, new Type.Int(IntKind.UNSIGNED_INT128), "bswap128");
        put(map, Types.DOUBLE, "fabs sqrt floor ceil pow");
        put(map, new Type.Real(RealKind.FLOAT), "fabsf sqrtf");
        return map;
    }

    private static void put(Map<String, Type> map, Type type, String names) {
        for (String name : names.split(" ")) {
            map.put("__builtin_" + name, type);
        }
    }
}
