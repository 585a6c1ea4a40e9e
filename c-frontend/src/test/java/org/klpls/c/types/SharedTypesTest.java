package org.klpls.c.types;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.klpls.c.ast.TypeSpecifier.TagKind;
import org.klpls.c.build.CompileCommand;
import org.klpls.c.parse.CFrontend;
import org.klpls.c.parse.ParseResult;
import org.klpls.c.pp.DiskFiles;
import org.klpls.c.pp.GccFacts;
import org.klpls.c.pp.HeaderCache;
import org.klpls.c.pp.Preprocessor;
import org.klpls.c.text.SourceText;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What headers declare is worked out once for all texts that begin with them, and depends on none of these. */
class SharedTypesTest {
    private static final String TEXT = "#include \"t.h\"\nstruct opaque { u32 a; } x;\nu32 f(struct s *s) { return used(s); }\n";

    @TempDir
    Path folder = Path.of("");

    private ParseResult parse(CFrontend frontend, String text, Optional<ParseResult> earlier) {
        return frontend.parse(SourceText.of(folder.resolve("main.c"), text),
                new CompileCommand(folder, "gcc", List.of(), "test"), earlier);
    }

    @Test
    void anEditKeepsTheTypesOfHeaders() throws IOException {
        Files.writeString(folder.resolve("t.h"), """
                typedef unsigned u32; struct opaque; extern int array[];
                struct s { u32 a; struct opaque *o; };
                static inline int used(struct s *s) { return array[s->a]; }
                """);
        CFrontend frontend = new CFrontend(
                new Preprocessor(new HeaderCache(new DiskFiles()), new GccFacts(folder.resolve("cache"))));
        ParseResult first = parse(frontend, TEXT, Optional.empty());
        ParseResult second = parse(frontend,
                TEXT.replace("u32 a;", "u32 a[3];") + "int array[7];\n", Optional.of(first));
        Program old = Program.of(first.unit());
        Program newer = Program.of(second.unit());
        assertSame(old.record(TagKind.STRUCT, "s").orElseThrow(), newer.record(TagKind.STRUCT, "s").orElseThrow());
        assertSame(old.function("used").orElseThrow().main(), newer.function("used").orElseThrow().main());
        assertEquals(4, size(old));
        assertEquals(12, size(newer));
        assertEquals("int[]", old.variable("array").orElseThrow().type().text());
        assertEquals("int[7]", newer.variable("array").orElseThrow().type().text());
        assertTrue(newer.usesThroughInlines(newer.function("f").orElseThrow().definition().orElseThrow()).stream()
                .anyMatch(it -> it.target().name().equals("array") && it.kind() == Use.Kind.READ));
    }

    /** Of the struct that the header only names, seen through the header's member. */
    private static long size(Program program) {
        Member o = program.record(TagKind.STRUCT, "s").orElseThrow().members().getLast();
        return program.size(o.type().pointedTo().orElseThrow()).orElseThrow();
    }
}
