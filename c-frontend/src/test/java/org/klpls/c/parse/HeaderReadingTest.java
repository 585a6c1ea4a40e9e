package org.klpls.c.parse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.klpls.c.ast.ExternalDeclaration;
import org.klpls.c.ast.FunctionDefinition;
import org.klpls.c.ast.HeaderDeclarations;
import org.klpls.c.ast.Outline;
import org.klpls.c.build.CompileCommand;
import org.klpls.c.build.CompileCommands;
import org.klpls.c.pp.DiskFiles;
import org.klpls.c.pp.GccFacts;
import org.klpls.c.pp.HeaderCache;
import org.klpls.c.pp.PreambleFolder;
import org.klpls.c.pp.Preprocessor;
import org.klpls.c.testing.NeedsRealThings;
import org.klpls.c.testing.RealThing;
import org.klpls.c.testing.RealThings;
import org.klpls.c.text.SourceText;
import org.klpls.c.types.Program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Declarations of headers that are read one by one, in any order, are those of a reading of all. */
class HeaderReadingTest {
    /** What comes out otherwise where a name has already, or not yet, another meaning. */
    private static final String HEADER = """
            struct before { int T; };
            int takes(int T, int (T2));
            int called(later);
            typedef int T; typedef T T2, later;
            int same(later);
            typedef struct pair { T first; enum { RED, GREEN = 2 } color; struct inner { later T; } in; } pair;
            static inline int shadowing(int T) { later x = T * 2; { typedef char x; return (x) - 1; } }
            extern T T3, *T4, T5(T2 (later));
            #pragma pack(push, 1)
            union u { T a; struct opaque *b; };
            #pragma pack(pop)
            enum late { LATE = sizeof(struct in_an_expression { int a; }) };
            extern T T3;
            struct opaque { union u u[GREEN]; };
            _Static_assert(sizeof(int) == 4, "int");
            ;
            static inline T last(struct opaque *T) { return sizeof(T->u) + sizeof(enum inside { INSIDE }); }
            """;

    @TempDir
    Path folder;

    @Test
    void namesMeanWhatTheyMeanThere() throws IOException {
        Files.writeString(folder.resolve("types.h"), HEADER);
        CFrontend frontend = new CFrontend(
                new Preprocessor(new HeaderCache(new DiskFiles()), new GccFacts(folder.resolve("cache"))));
        ParseResult whole = frontend.parse(
                SourceText.of(folder.resolve("main.c"), "#include \"types.h\"\ntypedef long x; T main_file;\n"),
                new CompileCommand(folder, "gcc", List.of(), "test"));
        assertEquals(List.of(), whole.problems());
        for (int seed = 0; seed < 50; seed++) {
            assertAlike(whole, new Random(seed));
        }
    }

    @Test
    @NeedsRealThings({RealThing.HEADERS, RealThing.SOURCE})
    void headersOfTheKernelAreTheSameInAnyOrder() throws IOException {
        assertAlike(sample(Optional.empty()), new Random(20261123));
    }

    @Test
    @NeedsRealThings({RealThing.HEADERS, RealThing.SOURCE})
    void theNextProcessReadsFewOfThem() throws IOException {
        ParseResult first = sample(kept());
        ParseResult second = sample(kept());
        HeaderDeclarations headers = second.unit().headers();
        assertEquals(first.unit().headers().outline().size(), first.unit().headers().readSoFar());
        Program.of(second.unit()).functions(Program.Part.MAIN_FILE);
        assertTrue(headers.readSoFar() < headers.outline().size() / 20, () -> "read: " + headers.readSoFar());
        assertEquals(first.unit().ownDeclarations(), second.unit().ownDeclarations());
        assertEquals(first.problems(), second.problems());
        assertEquals(told(first), told(second));
        assertEquals(headers.outline().size(), headers.readSoFar());
    }

    private Optional<PreambleFolder> kept() {
        return Optional.of(new PreambleFolder(folder.resolve("kept"), "this build", 1L << 30));
    }

    private static ParseResult sample(Optional<PreambleFolder> kept) throws IOException {
        Path sample = RealThings.source().resolve("samples/livepatch/livepatch-sample.c");
        CompileCommand command = new CompileCommands().find(sample, Optional.of(RealThings.headers())).command()
                .orElseThrow();
        return new CFrontend(new Preprocessor(new HeaderCache(new DiskFiles()), GccFacts.inUserCache(), kept))
                .parse(SourceText.of(sample, Files.readString(sample)), command);
    }

    /** Everything that the program declares, in its order. */
    private static List<String> told(ParseResult result) {
        Program program = Program.of(result.unit());
        List<String> told = new ArrayList<>();
        program.functions(Program.Part.ALL).forEach(it -> told.add(it.name() + ": " + it.type().text()));
        program.variables(Program.Part.ALL).forEach(it -> told.add(it.name() + ": " + it.type().text()));
        program.typedefs(Program.Part.ALL).forEach(it -> told.add(it.name() + ": " + it.type().text()));
        program.records(Program.Part.ALL).forEach(it -> told.add(it.tag() + ": " + it.layout()));
        program.enumerations(Program.Part.ALL).forEach(it -> told.add(it.tag() + ": " + it.underlying().text()));
        return told;
    }

    private static void assertAlike(ParseResult whole, Random random) {
        HeaderDeclarations all = whole.unit().headers();
        int[] numbers = KeptOutline.numbers(all.outline(), whole.unit().tokens());
        Outline outline = KeptOutline.read(numbers, whole.unit().tokens(), all.outline().end()).orElseThrow();
        HeaderDeclarations single = new HeaderDeclarations(outline, whole.unit().tokens(),
                new HeaderReading(outline, whole.unit().tokens(), whole.unit().sourceMap()));
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < outline.size(); i++) {
            order.add(i);
        }
        Collections.shuffle(order, random);
        for (int index : order) {
            ExternalDeclaration read = single.all().get(index);
            assertEquals(all.all().get(index), read);
            if (read instanceof FunctionDefinition function) {
                assertEquals(all.body((FunctionDefinition) all.all().get(index)), single.body(function));
            }
        }
        assertEquals(all.all(), single.all());
    }
}
