package org.klpls.c.parse;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.klpls.c.ast.Expression;
import org.klpls.c.ast.InitializerList;
import org.klpls.c.ast.Walker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Half-typed files: one problem each, at the place to type, and everything else is kept. */
class RecoveryTest {
    private static final String AROUND = """
            struct klp_func { const char *old_name; void *new_func; };
            static int first(void)
            {
            	return 1;
            }

            %s
            static int last(void)
            {
            	return 2;
            }
            """;

    @Test
    void aMissingSemicolonIsAskedForBehindTheWordBeforeIt() {
        assertEquals(List.of("2:11: expected ';' after '1'"), Parsed.problems("int f(void)\n{ return 1\n}\n"));
        assertEquals(List.of("1:6: expected ';' after 'a'"), Parsed.problems("int a\nint b;\n"));
        assertEquals(List.of("2:6: expected ';' after ')'"),
                Parsed.problems("int f(int a) {\n\tf(a)\n\treturn 1;\n}\n"));
    }

    @Test
    void anExpressionIsAskedForAtTheWordThatIsNone() {
        assertEquals(List.of("1:27: expected an expression before ';'"),
                Parsed.problems("int f(int a) { return a + ; }"));
    }

    @Test
    void aLiteralWithoutItsQuoteIsNamedWhereItBegins() {
        assertEquals(List.of("1:11: missing terminating '\"'"), Parsed.problems("char *s = \"abc"));
        assertEquals(List.of("1:9: missing terminating '''"), Parsed.problems("int c = 'a"));
        assertEquals("1:13: missing terminating '\"'",
                Parsed.problems("int f() { g(L\"abc); }\nint b;\n").getFirst());
        assertEquals("1:21: missing terminating '\"'",
                Parsed.problems("char *s[] = { \"abc\" \"def };\nint b;\n").getFirst());
    }

    @Test
    void aStringThatIsBeingTypedKeepsTheRest() {
        String text = AROUND.formatted("""
                static struct klp_func funcs[] = {
                	{
                		.old_name = "seen",
                		.new_func = first,
                	},
                	{ .old_name = "cmd
                """);
        ParseResult result = Parsed.text(text);
        assertEquals(List.of("first", "last"), Parsed.functions(result));
        assertTrue(strings(result).contains("\"seen\""), strings(result)::toString);
        assertTrue(result.problems().size() <= 2, result.problems()::toString);
    }

    @Test
    void entriesAfterTheBrokenOneAreKept() {
        String text = AROUND.formatted("""
                static struct klp_func funcs[] = {
                	{ .old_name = "one", .new_func = first },
                	{ .old_name = , .new_func = first },
                	{ .old_name = "three", .new_func
                	{ .old_name = "four", .new_func = first },
                	{ }
                };
                """);
        ParseResult result = Parsed.text(text);
        assertEquals(List.of("first", "last"), Parsed.functions(result));
        assertEquals(List.of("\"one\"", "\"three\"", "\"four\""), strings(result));
        assertEquals(5, table(result).items().size());
    }

    @Test
    void aMissingCommaLosesNothing() {
        String text = AROUND.formatted("""
                static struct klp_func funcs[] = {
                	{
                		.old_name = "one"
                		.new_func = first,
                	}, { }
                };
                """);
        ParseResult result = Parsed.text(text);
        assertEquals(List.of("9:20: expected ',' after a string"), Parsed.problems(text));
        assertEquals(2, ((InitializerList) table(result).items().getFirst().value()).items().size());
    }

    @Test
    void aTableWithoutItsEndKeepsTheFunctionsAfterIt() {
        String text = AROUND.formatted("""
                static struct klp_func funcs[] = {
                	{ .old_name = "one", .new_func = first },
                """);
        assertEquals(List.of("first", "last"), Parsed.functions(Parsed.text(text)));
        assertEquals(1, Parsed.problems(text).size());
    }

    @Test
    void aFunctionWithoutItsEndKeepsTheOthers() {
        String text = AROUND.formatted("""
                static int middle(int a)
                {
                	if (a) {
                		return 1;

                	return 2;
                }
                """);
        assertEquals(List.of("first", "middle", "last"), Parsed.functions(Parsed.text(text)));
        assertEquals(1, Parsed.problems(text).size());
    }

    @Test
    void aBraceTooManyKeepsTheOthers() {
        String text = AROUND.formatted("""
                static int middle(int a)
                {
                	if (a)
                		return 1; }
                	a = 3;
                	return 2;
                }
                """);
        assertEquals(List.of("first", "middle", "last"), Parsed.functions(Parsed.text(text)));
        assertEquals(1, Parsed.problems(text).size());
    }

    @Test
    void aBrokenStatementKeepsThoseAroundIt() {
        String text = AROUND.formatted("""
                static int middle(int a)
                {
                	int b = first();
                	if (a {
                		b = last();
                	}
                	a = a b;
                	return first() + b;
                }
                """);
        ParseResult result = Parsed.text(text);
        assertEquals(List.of("first", "middle", "last"), Parsed.functions(result));
        assertEquals(2, Parsed.problems(text).size());
        assertEquals(2, Walker.all(Expression.Call.class, result.unit().ownDeclarations().get(2)).size());
    }

    @Test
    void bombsEndWithAProblem() throws InterruptedException {
        List<String> bombs = List.of("int a = " + "(".repeat(10_000) + "1" + ")".repeat(10_000) + ";",
                "int a = " + "-".repeat(1) + "- ".repeat(10_000) + "1;", "int " + "*".repeat(10_000) + "a;",
                "int " + "(".repeat(10_000) + "a" + ")".repeat(10_000) + ";",
                "int a[] = " + "{".repeat(10_000) + "1" + "}".repeat(10_000) + ";",
                "void f(void) " + "{".repeat(10_000) + "}".repeat(10_000),
                "int a = 1" + " + 1".repeat(10_000) + ";", "int a = f" + "()".repeat(10_000) + ";",
                "void f(int a) { " + "if (a) a++; else ".repeat(10_000) + "a--; }",
                "struct s { ".repeat(10_000) + "int a;" + "};".repeat(10_000),
                "int f(" + "int (*)(".repeat(10_000) + ")".repeat(10_000) + ");",
                "int a = " + "sizeof ".repeat(10_000) + "1;", "int a = " + "(int) ".repeat(10_000) + "1;",
                "int a = " + "1 ? 1 : ".repeat(10_000) + "1;", "int a = " + "({".repeat(10_000),
                "typeof(".repeat(10_000) + "int", "int a" + "[1]".repeat(10_000) + ";");
        for (String bomb : bombs) {
            List<Object> outcome = Collections.synchronizedList(new ArrayList<>());
            Thread thread = new Thread(null, () -> outcome.addAll(Parsed.problems(bomb)), "small stack", 1 << 19);
            thread.setUncaughtExceptionHandler((_, e) -> outcome.add(e));
            thread.start();
            thread.join();
            String begin = bomb.substring(0, 30);
            assertTrue(outcome.stream().allMatch(String.class::isInstance), () -> begin + ": " + outcome);
            assertEquals(1, outcome.size(), () -> begin + ": " + outcome);
        }
    }

    @Test
    void whatGeneratorsWriteIsNotTooDeep() {
        List<String> texts = List.of("int a = " + "(".repeat(1_000) + "1" + ")".repeat(1_000) + ";",
                "int a = 1" + " + 1".repeat(1_500) + ";", "int a = " + "1 ? 1 : ".repeat(1_500) + "1;",
                "void f(int a) { " + "if (a) a++; else ".repeat(1_500) + "a--; }",
                "void f(void) " + "{".repeat(900) + "}".repeat(900),
                "int a[] = { " + "1, ".repeat(100_000) + "};", "void f(int a) { " + "a++; ".repeat(50_000) + "}",
                "void f(int a) { switch (a) { " + "case 1: ".repeat(5_000) + "; } }");
        texts.forEach(text -> assertEquals(List.of(), Parsed.problems(text), text.substring(0, 30)));
    }

    private static List<String> strings(ParseResult result) {
        return result.unit().ownDeclarations().stream()
                .flatMap(it -> Walker.all(Expression.StringLiteral.class, it).stream())
                .flatMap(it -> it.pieces().stream()).toList();
    }

    private static InitializerList table(ParseResult result) {
        return Walker.all(InitializerList.class, result.unit().ownDeclarations().get(2)).getFirst();
    }
}
