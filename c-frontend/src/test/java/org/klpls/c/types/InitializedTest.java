package org.klpls.c.types;

import java.util.List;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Which part of a variable each value of its initialiser is for. */
class InitializedTest {
    private static final String TYPES = """
            struct in { int a, b; };
            struct s { char c; struct in in; int array[3]; union { long l; int u; }; struct { int x, y; }; const char *text; };
            """;

    private static List<String> parts(String declaration) {
        Program program = ProgramTest.program(TYPES + declaration);
        return program.initialized(program.variable("v").orElseThrow().main()).stream()
                .map(it -> it.designator() + " = " + program.unit().text(it.value())).toList();
    }

    @Test
    void valuesComeInTheOrderOfMembers() {
        assertEquals(List.of(".c = 1", ".in.a = 2", ".in.b = 3", ".array[0] = 4"),
                parts("struct s v = { 1, { 2, 3 }, { 4 } };"));
        assertEquals(
                List.of(".c = 1", ".in.a = 2", ".in.b = 3", ".array[0] = 4", ".array[1] = 5", ".array[2] = 6", ".l = 7",
                        ".x = 8", ".y = 9", ".text = \"t\""),
                parts("struct s v = { 1, 2, 3, 4, 5, 6, 7, 8, 9, \"t\" };"));
    }

    @Test
    void designatorsLeadAnywhereAndValuesGoOnFromThere() {
        assertEquals(List.of(".in.b = 1", ".array[0] = 2"), parts("struct s v = { .in.b = 1, 2 };"));
        assertEquals(List.of(".x = 1", ".y = 2", ".text = 0"), parts("struct s v = { .x = 1, 2, 0 };"));
        assertEquals(List.of(".u = 1", ".x = 2"), parts("struct s v = { .u = 1, 2 };"));
        assertEquals(List.of("[2].in.a = 1", "[2].in.b = 2", "[2].array[1] = 3", "[2].array[2] = 4", "[2].l = 5"),
                parts("struct s v[3] = { [2].in = { 1, 2 }, [2].array[1] = 3, 4, 5 };"));
        assertEquals(List.of("[1 ... 3] = 5", "[4] = 6"), parts("int v[] = { [1 ... 3] = 5, 6 };"));
        assertEquals(List.of(".c = 1"), parts("struct s v = { c: 1 };"));
    }

    @Test
    void aStructIsGivenWholeByAStruct() {
        assertEquals(List.of(".c = 1", ".in = ( struct in ) { 2 , 3 }", ".array[0] = 4"),
                parts("struct s v = { 1, (struct in){ 2, 3 }, 4 };"));
    }

    @Test
    void anArrayIsAsLongAsItsValuesReach() {
        for (String[] each : new String[][]{{"int v[] = { 1, 2, 3 };", "int[3]"},
                {"int v[] = { [7] = 1, [2] = 1 };", "int[8]"},
                {"struct in v[] = { 1, 2, 3 };", "struct in[2]"}, {"char v[] = \"abc\";", "char[4]"},
                {"char v[] = { \"abc\" };", "char[4]"}, {"char v[][4] = { \"a\", \"b\" };", "char[2][4]"},
                {"struct in v[] = { { 1 }, { .b = 2 }, {} };", "struct in[3]"}, {"int v[] = {};", "int[0]"},
                {"int v[][2] = { 1, 2, 3 };", "int[2][2]"}}) {
            assertEquals(each[1], ProgramTest.program(TYPES + each[0]).variable("v").orElseThrow().type().text(),
                    each[0]);
        }
    }
}
