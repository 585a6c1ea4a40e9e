package org.klpls.c.types;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.klpls.c.ast.TypeSpecifier.TagKind;
import org.klpls.c.parse.CFrontend;
import org.klpls.c.parse.ParseResult;
import org.klpls.c.pp.Dialect;
import org.klpls.c.pp.Interner;
import org.klpls.c.pp.Preprocessed;
import org.klpls.c.text.SourceText;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What a whole program tells of its functions, structs and variables. */
class ProgramTest {
    static Program program(String text) {
        return program(text, Dialect.GNU);
    }

    static Program program(String text, Dialect dialect) {
        SourceText source = SourceText.of(Path.of("/t/main.c"), text);
        ParseResult result = CFrontend.parse(Preprocessed.ofPlainText(source, new Interner(), dialect));
        assertEquals(List.of(), result.problems());
        return Program.of(result.unit());
    }

    private static String typeOf(String declaration) {
        return program(declaration).variable("x").orElseThrow().type().text();
    }

    @Test
    void aTypeReadsAsItIsWritten() {
        assertEquals("unsigned long", typeOf("long int unsigned x;"));
        assertEquals("int (*)(struct seq_file *, void *)", typeOf("int (*x)(struct seq_file *m, void *v);"));
        assertEquals("u32 *const", typeOf("typedef unsigned u32; u32 *const x;"));
        assertEquals("const char *[3]", typeOf("const char *x[1 + 2];"));
        assertEquals("void (*(*)(int))(void)", typeOf("void (*(*x)(int))(void);"));
        assertEquals("int (*)[4]", typeOf("int (*x)[4];"));
        assertEquals("char[6]", typeOf("char x[] = \"hello\";"));
        assertEquals("struct {...}", typeOf("struct { int a; } x;"));
    }

    @Test
    void theCanonicalTypeHasNoNamesOfTypedefs() {
        Program program = program("typedef unsigned int u32; typedef u32 (*f)(u32, const u32 *); f x;");
        Type type = program.variable("x").orElseThrow().type();
        assertEquals("f", type.text());
        assertEquals("unsigned int (*)(unsigned int, const unsigned int *)", type.canonical().text());
    }

    @Test
    void aFunctionIsAllOfItsDeclarations() {
        Program program = program("""
                static int f(void) __attribute__((__noinline__));
                static inline int f(void) { return 1; }
                extern void g(int);
                """);
        DeclaredFunction f = program.function("f").orElseThrow();
        assertEquals(2, f.declarations().size());
        assertTrue(f.hasAttribute("noinline") && f.isInline() && f.definition().isPresent());
        assertEquals(Linkage.INTERNAL, f.linkage());
        assertEquals("int (void)", f.type().text());
        assertEquals(List.of("f", "g"), program.functions(Program.Part.ALL).stream().map(it -> it.name()).toList());
        assertFalse(program.function("g").orElseThrow().definition().isPresent());
    }

    @Test
    void aStructHasSizeAndPlaces() {
        Program program = program(
                """
                        struct s { char a; unsigned b : 3, : 0; int c : 7; long d; union { int e; char f[9]; }; } __attribute__((aligned(16)));
                        """);
        RecordLayout layout = program.record(TagKind.STRUCT, "s").flatMap(RecordDefinition::layout).orElseThrow();
        assertEquals(32, layout.size());
        assertEquals(16, layout.align());
        assertEquals(List.of(0L, 8L, 32L, 32L, 64L, 128L),
                layout.members().stream().map(PlacedMember::offsetBits).toList());
        assertEquals(Optional.of(128L),
                program.record(TagKind.STRUCT, "s").flatMap(it -> it.member("f")).map(PlacedMember::offsetBits));
    }
}
