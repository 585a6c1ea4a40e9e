package org.klpls.c.types;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
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

/** Names of headers come into their scope when they are asked for: in whatever order that is, the answers are the same. */
class HeaderSymbolsTest {
    private static final String HEADER = """
            struct s; extern struct s *first(void);
            typedef struct s { int a; } s;
            extern int array[]; extern int array[4], other; static int other = 3;
            enum color { RED, GREEN = 2, BLUE } blue(enum color);
            extern int first_of_many, many; static int many; static int first_of_many = 2;
            union outer { struct inner { enum { DEEP = GREEN + 5 } d; } i; };
            static inline int first_of_many_too(struct inner *p) { return p->d + DEEP; }
            struct s *first(void);
            """;
    private static final List<String> NAMES = List.of("first", "s", "array", "other", "RED", "blue", "BLUE", "many",
            "first_of_many", "DEEP", "first_of_many_too", "outer", "inner", "color", "missing");

    @TempDir
    Path folder;

    @Test
    void theOrderOfQuestionsDoesNotMatter() throws IOException {
        Files.writeString(folder.resolve("t.h"), HEADER);
        CFrontend frontend = new CFrontend(
                new Preprocessor(new HeaderCache(new DiskFiles()), new GccFacts(folder.resolve("cache"))));
        Program all = program(frontend);
        all.functions(Program.Part.ALL);
        List<String> expected = NAMES.stream().map(it -> answer(all, it)).toList();
        for (int seed = 0; seed < 100; seed++) {
            List<String> names = new ArrayList<>(NAMES);
            Collections.shuffle(names, new Random(seed));
            Program program = program(frontend);
            names.forEach(it -> answer(program, it));
            assertEquals(expected, NAMES.stream().map(it -> answer(program, it)).toList(), names::toString);
            assertEquals(all.functions(Program.Part.ALL).stream().map(DeclaredFunction::name).toList(),
                    program.functions(Program.Part.ALL).stream().map(DeclaredFunction::name).toList());
            assertEquals(all.records(Program.Part.ALL).stream().map(it -> it.tag().text()).toList(),
                    program.records(Program.Part.ALL).stream().map(it -> it.tag().text()).toList());
        }
    }

    private static String answer(Program program, String name) {
        return program.function(name).map(it -> it.type().text() + it.declarations().size()).orElse("")
                + program.variable(name).map(it -> it.type().text() + it.declarations().size()).orElse("")
                + program.typedef(name).map(it -> it.type().text()).orElse("")
                + program.record(TagKind.STRUCT, name).map(it -> it.tag().text() + it.layout()).orElse("")
                + program.record(TagKind.UNION, name).map(it -> it.tag().text() + it.layout()).orElse("");
    }

    private Program program(CFrontend frontend) {
        ParseResult parsed = frontend.parse(SourceText.of(folder.resolve("main.c"), "#include \"t.h\"\nint x;\n"),
                new CompileCommand(folder, "gcc", List.of(), "test"));
        assertEquals(List.of(), parsed.problems());
        return Program.of(parsed.unit());
    }
}
