package org.klpls.c.types;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.klpls.c.ast.Expression;
import org.klpls.c.build.CompileCommand;
import org.klpls.c.testing.NeedsRealThings;
import org.klpls.c.testing.RealThing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Constant expressions of all kinds: gcc must come to the same values and types. */
@NeedsRealThings(RealThing.HEADERS) // they bring gcc
class ConstantsTest {
    private static final String DECLARATIONS = """
            typedef unsigned char u8; typedef unsigned long long u64; typedef _Bool bool;
            enum e { A, B = 5, C, D = -1, BIG = 1UL << 40 }; enum small { S = 255 } __attribute__((packed));
            struct s { char c; int array[3]; struct { short x, y; } in; union { long l; char text[9]; }; unsigned b : 5; };
            struct wide { unsigned long w : 40; unsigned u : 32; int i : 31; } wide;
            extern struct s object, objects[4]; int variable, vector[7]; char name[] = "name"; const int constant = 3;
            int function(int), (*pointer)(int);
            """;
    private static final List<String> EXPRESSIONS = List.of("1" + " + 1".repeat(1500), "1 + 2 * 3 - 4 / 3 % 2",
            "-1 > 0u", "-1L > 0u", "~0u",
            "~0UL >> 1",
            "0x80000000", "2147483648", "0xffffffffffffffff", "1 << 31", "(int)0x80000000u >> 3", "(char)200",
            "(u8)-1 + 1",
            "(bool)256", "(bool)0.5", "(int)3.99", "(int)-3.99", "(unsigned char)300.0", "1.5 < 2", "5 / 2.0 == 2.5",
            "'a'", "'\\n'", "'\\377'", "'\\x41'", "'ab'", "sizeof('a')", "L'x'", "sizeof(L\"ab\")", "sizeof(u\"ab\")",
            "sizeof(\"abc\" \"d\")", "A + B + C", "D", "BIG", "sizeof(BIG)", "sizeof(A)",
            "sizeof(enum e)",
            "sizeof(enum small)", "S + 1", "sizeof(struct s)", "sizeof(object.array)", "sizeof object.in",
            "sizeof(struct { int a; char b; })", "_Alignof(struct s)", "_Alignof(long double)", "__alignof__(object.c)",
            "__alignof__(char[8])", "__builtin_offsetof(struct s, in.y)", "__builtin_offsetof(struct s, array[2])",
            "__builtin_offsetof(struct s, text[3])", "(unsigned long)&((struct s *)0)->in",
            "(long)&((struct s *)64)->array[1]",
            "(char *)&((struct s *)0)->l - (char *)0", "1 ? 2 : 3L", "0 ? 1u : -1", "1 ? -1 : 0ul", "0 ?: 7", "1 && 2",
            "0 || 0",
            "0 && 1 / 0", "!5 + !0", "+(u8)1", "-(short)5", "~(u8)0", "sizeof(+(char)1)", "sizeof((char)1)",
            "sizeof(1 ? (char)1 : (char)2)", "__builtin_types_compatible_p(int, const int)",
            "__builtin_types_compatible_p(int *, const int *)", "__builtin_types_compatible_p(int[], int[5])",
            "__builtin_types_compatible_p(enum e, long)", "__builtin_types_compatible_p(char, signed char)",
            "__builtin_types_compatible_p(int (*)(u8), int (*)())",
            "__builtin_types_compatible_p(typeof(wide.i + 1), int)",
            "__builtin_choose_expr(sizeof(int) == 4, 10, \"no\")", "_Generic(1.0f, double: 1, float: 2, default: 3)",
            "_Generic(\"a\", char *: 4, default: 5)", "_Generic((const int)1, int: 6, const int: 7)",
            "_Generic(constant, int: 8)",
            "_Generic(&vector, int (*)[7]: 9, default: 0)", "_Generic(1 ? (void *)0 : &variable, int *: 1, void *: 2)",
            "_Generic(1 ? (void *)1 : &variable, int *: 1, void *: 2)",
            "sizeof(int) == sizeof(*(8 ? ((void *)((long)(5) * 0l)) : (int *)8))",
            "sizeof(int) == sizeof(*(8 ? ((void *)((long)(variable) * 0l)) : (int *)8))", "__builtin_constant_p(5)",
            "__builtin_constant_p(\"a\")", "__builtin_constant_p(variable)", "__builtin_constant_p(A + 1)",
            "__builtin_expect(3, 1)",
            "__builtin_strlen(\"four\")", "__builtin_bswap32(0x01020304)", "__builtin_bswap16(0x0102)",
            "__builtin_ffs(8)",
            "__builtin_clz(1)", "__builtin_clzl(1)", "__builtin_ctzll(8)", "__builtin_popcount(255)",
            "__builtin_parity(7)",
            "__builtin_abs(-4)", "sizeof(struct { int : (-!!(0)); })", "sizeof(vector) / sizeof(vector[0])",
            "sizeof(typeof(vector)[2])", "sizeof(name)", "sizeof(void)", "sizeof(function)", "sizeof(pointer(1))",
            "&variable == &variable",
            "&object.array[2] - &object.array[0]", "&objects[3] - objects", "(unsigned)-1 / 2", "-7 / 2", "-7 % 3",
            "-7 >> 1",
            "(u64)1 << 63 >> 63", "0b101 + 017", "100000000000", "1 == 1.0", "(long)(char)-1",
            "(unsigned short)-1 == 65535",
            "(__int128)1 << 100 >> 98", "sizeof(1 ? &object : (void *)0)", "sizeof(((struct s *)0)->text)",
            "__extension__ 3", "sizeof(_Complex double)",
            "sizeof(\"é€\")", "sizeof(\"\\xe9\\351\")", "sizeof(u8\"é\")", "sizeof(L\"é€\")", "sizeof(u\"😀\")",
            "sizeof(U\"😀\")", "sizeof(\"\\u20ac\\U0001f600\")", "sizeof(\"a\" L\"\\x1234\")", "'é'", "'\\xe9'", "L'é'",
            "L'\\x1234'", "L'ab'", "u'\\xffff'", "'\\'' + '\"'", "'a\\'b'", "__builtin_strlen(\"é\\0b\")");

    @TempDir
    Path temp = Path.of("");

    @Test
    void gccComesToTheSame() throws IOException {
        StringBuilder text = new StringBuilder(DECLARATIONS);
        for (int i = 0; i < EXPRESSIONS.size(); i++) {
            text.append("typeof(").append(EXPRESSIONS.get(i)).append(") x").append(i).append(";\n");
        }
        Program program = ProgramTest.program(text.toString());
        Assertions assertions = new Assertions(program.unit().tokens());
        List<String> unknown = new ArrayList<>();
        for (int i = 0; i < EXPRESSIONS.size(); i++) {
            Declared x = program.variable("x" + i).orElseThrow().main();
            Expression expression = ((org.klpls.c.ast.TypeSpecifier.TypeofExpression) x.specifiers().type())
                    .expression();
            Optional<BigInteger> value = program.constant(expression);
            value.ifPresentOrElse(it -> add(assertions, program, x, expression, it),
                    () -> unknown.add(program.unit().text(expression)));
        }
        assertEquals(List.of(), unknown);
        assertTrue(assertions.count() > 2 * EXPRESSIONS.size() - 10);
        assertEquals(List.of(), assertions.refused(new CompileCommand(temp, "gcc", List.of(), ""), temp));
    }

    /** gcc folds it where it optimizes, and takes it for no constant where the language asks for one. */
    @Test
    void aStringsElementHasAValue() {
        Program program = ProgramTest.program("char x = \"abc\"[1];");
        Expression value = (Expression) program.variable("x").orElseThrow().initializer().orElseThrow();
        assertEquals(Optional.of(BigInteger.valueOf('b')), program.constant(value));
    }

    private static void add(Assertions assertions, Program program, Declared at, Expression expression,
            BigInteger value) {
        String written = program.unit().text(expression);
        int token = at.declaration().end() + 1;
        String literal = value.signum() >= 0 ? value + "UL" : "(" + value.add(BigInteger.ONE) + "L - 1)";
        assertions.add(token, "(" + written + ") == " + literal);
        assertions.add(token, "__builtin_types_compatible_p(typeof(" + written + ") *, "
                + program.type(expression).canonical().pointer().text() + ")");
    }
}
