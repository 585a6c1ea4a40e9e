package org.klpls.c.types;

import java.util.List;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** What functions use of what lies outside of them. */
class UsesTest {
    private static List<String> uses(String text, boolean throughInlines) {
        Program program = ProgramTest.program(text);
        var f = program.function("f").flatMap(DeclaredFunction::definition).orElseThrow();
        return (throughInlines ? program.usesThroughInlines(f) : program.uses(f)).stream()
                .map(it -> it.kind() + " " + it.target().name() + (it.in().equals("f") ? "" : " in " + it.in()))
                .toList();
    }

    private static List<String> uses(String body) {
        return uses("""
                struct s { int m, a[3]; struct s *next; } x, *p;
                int i, j, array[4], g(int), (*call)(int);
                void f(int i_, struct s *q) { %s; }
                """.formatted(body), false);
    }

    @Test
    void readsWritesAndAddressesAreToldApart() {
        assertEquals(List.of("WRITE i", "READ j"), uses("i = j"));
        assertEquals(List.of("READ_WRITE i", "READ_WRITE j"), uses("i += 1; j++"));
        assertEquals(List.of("ADDRESS i"), uses("*&i = 1"));
        assertEquals(List.of("WRITE x", "READ i"), uses("x.a[i] = 1"));
        assertEquals(List.of("READ p"), uses("p->next->m = 1"));
        assertEquals(List.of("WRITE array", "READ array", "ADDRESS array"),
                uses("array[0] = array[1]; q = (void *)array"));
        assertEquals(List.of("READ_WRITE i", "WRITE j", "READ x"),
                uses("asm(\"\" : \"+r\" (i), \"=m\" (j) : \"m\" (x))"));
    }

    @Test
    void callsAndAddressesOfFunctionsAreToldApart() {
        assertEquals(List.of("CALL g", "READ i"), uses("g(i)"));
        assertEquals(List.of("CALL g"), uses("((int (*)(int))(*g))(1)"));
        assertEquals(List.of("WRITE call", "ADDRESS g"), uses("call = g"));
        assertEquals(List.of("READ call"), uses("call(1)"));
        assertEquals(List.of("CALL h"), uses("int h(int); h(1)"));
    }

    @Test
    void whatIsHiddenOrNotEvaluatedIsNoUse() {
        assertEquals(List.of("READ j"), uses("{ int i = j; i = 1; for (int j = 0; j < 3; j++) i = j; }"));
        assertEquals(List.of(),
                uses("sizeof(i); __builtin_constant_p(i); typeof(i) k; __builtin_offsetof(struct s, m)"));
        assertEquals(List.of("READ j"), uses("__builtin_choose_expr(sizeof(i) == 8, i, j)"));
        assertEquals(List.of("READ i"), uses("_Generic(i, long: j, int: i)"));
        assertEquals(List.of("READ i"), uses("({ int y = i; y; })"));
    }

    @Test
    void inlineFunctionsAreLookedInto() {
        assertEquals(List.of("CALL a", "CALL h", "CALL b in a", "READ i in a", "CALL a in b", "WRITE i in b"), uses("""
                static int i; int h(void);
                static inline int b(void);
                static inline int a(void) { return b() + i; }
                static inline int b(void) { a(); return i = 1; }
                int h(void) { return i; }
                void f(void) { a(); h(); }
                """, true));
    }
}
