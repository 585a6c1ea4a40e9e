package org.klpls.c.parse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.klpls.c.ast.TranslationUnit;
import org.klpls.c.build.CompileCommand;
import org.klpls.c.pp.DiskFiles;
import org.klpls.c.pp.GccFacts;
import org.klpls.c.pp.HeaderCache;
import org.klpls.c.pp.Preprocessor;
import org.klpls.c.text.SourceText;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

/** A newer text on an older one's headers: the same tree and problems as without, and the headers' part is shared. */
class ReparseTest {
    private static final String TEXT = """
            #include "types.h"
            #include "types2.h"

            static T first(void)
            {
            	T x = inlined(1);
            	return x;
            }

            static T last(void) { return 2; }
            """;

    @TempDir
    Path folder = Path.of("");
    private final HeaderCache cache = new HeaderCache(new DiskFiles());
    private CFrontend frontend = new CFrontend(new Preprocessor(cache, new GccFacts(Path.of(""))));

    @BeforeEach
    void writeHeaders() throws IOException {
        frontend = new CFrontend(new Preprocessor(cache, new GccFacts(folder.resolve("cache"))));
        Files.writeString(folder.resolve("types.h"), "typedef int T;\nstruct s { T a; };\n");
        Files.writeString(folder.resolve("types2.h"), "static inline T inlined(T a) { return a; }\n");
        Files.writeString(folder.resolve("open.h"), "static int cut[] = {\n");
    }

    @Test
    void anEditBelowTheIncludesSharesTheHeaders() {
        ParseResult old = fresh(TEXT);
        assertEquals(3, old.unit().headerDeclarations().size());
        for (String edited : List.of(TEXT.replace("return 2", "return 2 +"), TEXT.replace("T x =", "int T; T x ="),
                TEXT.replace("static T last", "typedef long T2; static T2 last"), TEXT.replace("}", ""), TEXT)) {
            ParseResult newer = again(edited, old);
            assertSame(old.unit().headerDeclarations(), newer.unit().headerDeclarations());
            assertAlike(fresh(edited), newer);
        }
    }

    @Test
    void aTextThatWasAllIncludesGoesOnInItsLastLine() {
        for (String old : List.of("#include \"types", "#include <", "#include \"types.h\"\n#define A 1",
                "#include \"types.h\"\n#if 0\n", "#include \"types.h\"\n/* ")) {
            for (String typed : List.of(".h\"\nT x = 1;\n", " + 1\nint x = A;\n", "int x;\n#endif\n", "x */ T x;\n")) {
                assertAlike(fresh(old + typed), again(old + typed, fresh(old)));
            }
        }
    }

    @Test
    void whatOneTextDeclaresIsUnknownToTheNext() {
        ParseResult old = fresh(TEXT + "typedef int Later;\n");
        assertAlike(fresh(TEXT + "Later x;\n"), again(TEXT + "Later x;\n", old));
    }

    @Test
    void anotherIncludeIsReadAnew() {
        ParseResult old = fresh(TEXT);
        String edited = TEXT.replace("#include \"types2.h\"\n", "");
        ParseResult newer = again(edited, old);
        assertNotSame(old.unit().headerDeclarations(), newer.unit().headerDeclarations());
        assertAlike(fresh(edited), newer);
    }

    @Test
    void aDeclarationThatBeginsInAHeaderIsReadWhole() {
        String text = "#include \"open.h\"\n1, 2 };\nint x;\n";
        ParseResult old = fresh(text);
        assertEquals(List.of(), old.problems());
        String edited = text.replace("2", "3");
        assertAlike(fresh(edited), again(edited, old));
    }

    @Test
    void aDeclarationThatAnEditDoesNotReachIsTheVerySame() {
        ParseResult old = fresh(TEXT);
        ParseResult newer = again(TEXT.replace("inlined(1)", "inlined(23)"), old);
        assertSame(old.unit().ownDeclarations().getLast(), newer.unit().ownDeclarations().getLast());
        assertNotSame(old.unit().ownDeclarations().getFirst(), newer.unit().ownDeclarations().getFirst());
        ParseResult last = again(TEXT.replace("inlined(1)", "inlined(23)").replace("return 2", "return 3"), newer);
        assertSame(newer.unit().ownDeclarations().getFirst(), last.unit().ownDeclarations().getFirst());
    }

    @Test
    void aHeaderAmongTheDeclarationsIsReadAgainWhenItHasChanged() throws IOException {
        Path later = folder.resolve("later.h");
        Files.writeString(later, "typedef int Later;\n#define LATER 1\n");
        String text = TEXT + "#include \"later.h\"\nLater later = LATER;\nstatic int end;\n";
        ParseResult old = fresh(text);
        assertAlike(fresh(text + "int x;\n"), again(text + "int x;\n", old));
        Files.writeString(later, "typedef struct s Later;\n#define LATER { LATER2 }\nenum { LATER2 };\n");
        cache.filesChanged();
        assertAlike(fresh(text + "int y;\n"), again(text + "int y;\n", old));
        assertAlike(fresh(text + "int z;\n"), again(text + "int z;\n", old));
    }

    @Test
    void aDirectiveThatIsTypedReachesAllThatFollows() {
        String text = TEXT
                + "const char *file = __FILE__;\nint line = __LINE__;\n#if #machine(odd)\nint odd;\n#endif\n";
        ParseResult old = fresh(text);
        for (String typed : List.of("#line 7 \"other.c\"", "#line 7", "#assert machine(odd)", "#define T long",
                "#pragma GCC poison T", "#include \"missing.h\"")) {
            String instead = text.replace("\treturn x;\n}\n", "\treturn x; }\n" + typed + "\n");
            assertAlike(fresh(instead), again(instead, old));
            assertAlike(fresh(text), again(text, again(instead, old)));
        }
    }

    private ParseResult fresh(String text) {
        return frontend.parse(source(text), flags());
    }

    private ParseResult again(String text, ParseResult old) {
        return frontend.parse(source(text), flags(), Optional.of(old));
    }

    private SourceText source(String text) {
        return SourceText.of(folder.resolve("main.c"), text);
    }

    private CompileCommand flags() {
        return new CompileCommand(folder, "gcc", List.of(), "test");
    }

    private static void assertAlike(ParseResult expected, ParseResult actual) {
        assertEquals(expected.unit().ownDeclarations(), actual.unit().ownDeclarations());
        assertEquals(expected.unit().headerDeclarations(), actual.unit().headerDeclarations());
        assertEquals(texts(expected.unit()), texts(actual.unit()));
        assertEquals(expected.problems().stream().map(it -> it.message()).toList(),
                actual.problems().stream().map(it -> it.message()).toList());
    }

    private static List<String> texts(TranslationUnit unit) {
        return unit.ownDeclarations().stream().map(unit::text).toList();
    }
}
