package org.klpls.c.parse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.klpls.c.build.CompileCommand;
import org.klpls.c.build.CompileCommands;
import org.klpls.c.pp.DiskFiles;
import org.klpls.c.pp.GccFacts;
import org.klpls.c.pp.HeaderCache;
import org.klpls.c.pp.Preprocessor;
import org.klpls.c.testing.NeedsRealThings;
import org.klpls.c.testing.RealThing;
import org.klpls.c.testing.RealThings;
import org.klpls.c.text.SourceText;

import static java.util.concurrent.TimeUnit.MINUTES;

/**
 * Random edits, one after another, each read on what was read before: tokens, tree, problems, places and types must be those of a
 * fresh reading. {@code -Dklpls.edits=20000 -Dklpls.seed=7} makes more of them, from another seed.
 */
class EditsTest {
    private static final long SEED = Long.getLong("klpls.seed", 20261123);
    private static final int EDITS = Integer.getInteger("klpls.edits", 1500);

    @TempDir
    Path folder = Path.of("");

    @Test
    @Timeout(value = 60, unit = MINUTES)
    void aTextOfAllSortsIsReadAsAfresh() throws IOException {
        Files.writeString(folder.resolve("types.h"), """
                typedef int T;
                #define HEADER(x) (x)
                #define DECLARE(n) int n##_declared; static int n##_line = __LINE__
                #define UNIQUE_(c) unique_##c
                #define UNIQUE__(c) UNIQUE_(c)
                #define UNIQUE UNIQUE__(__COUNTER__)
                static inline T inlined(T a) { return HEADER(a); }
                """);
        Files.writeString(folder.resolve("later.h"), """
                #ifdef LATER
                static int LATER(void) { return __COUNTER__; }
                #endif
                typedef long Late;
                """);
        String text;
        try (var in = EditsTest.class.getResourceAsStream("/edits/all-sorts.c")) {
            text = new String(java.util.Objects.requireNonNull(in).readAllBytes(),
                    java.nio.charset.StandardCharsets.UTF_8);
        }
        CFrontend frontend = new CFrontend(
                new Preprocessor(new HeaderCache(new DiskFiles()), new GccFacts(folder.resolve("cache"))));
        CompileCommand command = new CompileCommand(folder, "gcc", List.of(), "test");
        edit(frontend, SourceText.of(folder.resolve("main.c"), text), command, EDITS);
    }

    @Test
    @NeedsRealThings({RealThing.HEADERS, RealThing.SOURCE})
    @Timeout(value = 60, unit = MINUTES)
    void filesOfTheKernelAreReadAsAfresh() throws IOException {
        CFrontend frontend = new CFrontend(
                new Preprocessor(new HeaderCache(new DiskFiles()), GccFacts.inUserCache()));
        for (String name : List.of("samples/livepatch/livepatch-shadow-fix1.c",
                "fs/ext4/inode.c", "kernel/sched/core.c")) {
            Path file = RealThings.source().resolve(name);
            CompileCommand found = new CompileCommands().find(file, Optional.of(RealThings.headers())).command()
                    .orElseThrow();
            List<String> arguments = new ArrayList<>(found.arguments());
            arguments.add("-I" + file.resolveSibling("."));
            edit(frontend, SourceText.of(file, Files.readString(file)),
                    new CompileCommand(found.directory(), found.compiler(), arguments, found.origin()), EDITS / 250);
        }
    }

    private static void edit(CFrontend frontend, SourceText original, CompileCommand command, int count) {
        RandomEdits edits = new RandomEdits(new Random(SEED), original.text());
        ParseResult session = frontend.parse(original, command);
        for (int i = 0; i < count; i++) {
            String before = session.unit().mainFile().text();
            SourceText text = SourceText.of(original.path(), edits.next(before));
            session = frontend.parse(text, command, Optional.of(session));
            SameReading.check(frontend.parse(text, command), session,
                    () -> "seed " + SEED + ", " + edits.last() + " in:\n" + text.text());
        }
    }
}
