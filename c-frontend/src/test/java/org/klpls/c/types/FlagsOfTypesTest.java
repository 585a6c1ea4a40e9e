package org.klpls.c.types;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.klpls.c.build.CompileCommand;
import org.klpls.c.parse.CFrontend;
import org.klpls.c.parse.ParseResult;
import org.klpls.c.pp.DiskFiles;
import org.klpls.c.pp.GccFacts;
import org.klpls.c.pp.HeaderCache;
import org.klpls.c.pp.Preprocessor;
import org.klpls.c.testing.NeedsRealThings;
import org.klpls.c.testing.RealThing;
import org.klpls.c.text.SourceText;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Flags of gcc that change what a type is: the same text, laid out as gcc does with each. */
@NeedsRealThings(RealThing.HEADERS) // they bring gcc
class FlagsOfTypesTest {
    private static final String TEXT = """
            struct inner { char a; long b; };
            union either { int x; char y; };
            typedef struct inner renamed;
            typedef struct { short u; } untagged;
            struct by_tag { int first; struct inner; union either; };
            struct by_typedef { const renamed; int last; };
            struct by_untagged_typedef { untagged; int last; };
            struct defined_inside { struct defined { int p; long q; }; int last; };
            struct packed_inside { char first; struct inner __attribute__((packed)); } __attribute__((packed));
            struct aligned_inside { char first; struct inner __attribute__((aligned(32))); };
            struct aligned_before { char first; __attribute__((aligned(32))) struct inner; };
            struct alignas_before { char first; _Alignas(64) struct inner; };
            struct untagged_before { char first; __attribute__((aligned(32))) struct { int a; }; char second; _Alignas(64) struct { int b; }; };
            struct untagged_packed { char first; __attribute__((packed)) struct { char a; long b; }; };
            struct untagged_behind { char first; struct { char a; long b; } __attribute__((packed, aligned(2))); };
            union of_tags { struct inner; long whole[3]; };
            struct nested { struct by_tag; struct { untagged; }; } __attribute__((aligned(64)));
            struct no_members { enum { E }; int; char last; };
            typeof(L'x') wide = 0;
            typeof(L"x"[0]) text = 0;
            int tagged[sizeof(struct by_tag)], renamed_size[sizeof(struct by_typedef)], inside[sizeof(struct nested)];
            int sign[(char)-1 < 0 ? 2 : 3];
            int through(struct by_typedef *t) { return sizeof(struct defined) + t->last; }
            """;
    private static final String MEMBERS = """
            struct whole { int first; struct inner; renamed *next; struct { union either; }; };
            int offset_of_b[__builtin_offsetof(struct whole, b)], offset_of_y[__builtin_offsetof(struct whole, y)];
            struct whole one = { .first = 1, .b = 2, .y = 3 };
            long values(struct whole *w) { typeof(w->b) b = w->b; typeof(w->y) y = w->y; return b + y; }
            int same_type[__builtin_types_compatible_p(typeof(((struct whole *)0)->b), long) ? 4 : 5];
            """;

    @TempDir
    Path temp = Path.of("");

    @ParameterizedTest
    @ValueSource(strings = {"-std=gnu11", "-fms-extensions", "-fplan9-extensions", "-fms-extensions -fno-ms-extensions",
            "-fplan9-extensions -fno-ms-extensions", "-fshort-wchar -fms-extensions", "-funsigned-char"})
    void typesAreThoseOfGccWithTheseFlags(String flags) throws IOException {
        check(flags,
                flags.contains("-extensions") && !flags.startsWith("-fms-extensions -fno") ? TEXT + MEMBERS : TEXT);
    }

    private void check(String flags, String text) throws IOException {
        Path file = temp.resolve("one.c");
        Files.writeString(file, text);
        Path object = temp.resolve("one.o");
        CompileCommand command = new CompileCommand(temp, "gcc", List.of(flags.split(" ")), "");
        Path said = temp.resolve("said");
        assertTrue(KernelUnits.gcc(command, List.of("-w", "-gdwarf-5", "-fno-eliminate-unused-debug-types", "-c",
                file.toString(), "-o", object.toString()), said), () -> read(said));
        CFrontend frontend = new CFrontend(
                new Preprocessor(new HeaderCache(new DiskFiles()), GccFacts.inUserCache()));
        ParseResult result = frontend.parse(SourceText.of(file, text), command);
        assertEquals(List.of(), result.problems());
        DebugInfoComparison comparison = new DebugInfoComparison(new DebugInfo(object), Program.of(result.unit()));
        comparison.run();
        assertEquals("", String.join("\n", comparison.differences()));
        assertTrue(comparison.facts() > 100, () -> "only " + comparison.facts());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
