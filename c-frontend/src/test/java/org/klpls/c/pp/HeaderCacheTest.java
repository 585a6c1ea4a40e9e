package org.klpls.c.pp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.klpls.c.build.CompileCommand;
import org.klpls.c.text.SourceText;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

class HeaderCacheTest {
    /** The disk, counting how often it is asked. */
    private static final class Counted implements SourceFiles {
        private final SourceFiles disk = new DiskFiles();
        final AtomicInteger stamps = new AtomicInteger();
        final AtomicInteger reads = new AtomicInteger();

        @Override
        public Optional<Stamp> stamp(Path file) {
            stamps.incrementAndGet();
            return disk.stamp(file);
        }

        @Override
        public Optional<Stamp> folder(Path folder) {
            return disk.folder(folder);
        }

        @Override
        public Optional<SourceText> read(Path file) {
            reads.incrementAndGet();
            return disk.read(file);
        }
    }

    @TempDir
    Path temp;

    private final Counted files = new Counted();
    private long changes;

    private static Preprocessor over(HeaderCache cache) {
        return new Preprocessor(cache,
                (_, _) -> new CompilerFacts.Answer("", List.of(), new FeatureTests(Set.of(), Set.of())));
    }

    private String words(Preprocessor preprocessor, String text) {
        CompileCommand command = new CompileCommand(temp, "gcc", List.of("-Ifirst", "-Isecond"), "test");
        Preprocessed unit = preprocessor.preprocess(SourceText.of(temp.resolve("main.c"), text), command);
        return String.join(" ", GccOracle.texts(unit));
    }

    private Path header(String name, String text) {
        try {
            Path file = temp.resolve(name);
            Files.createDirectories(file.resolveSibling("."));
            Files.writeString(file, text);
            settle(file.resolveSibling(".").normalize());
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes a folder look as if nothing had changed in it for a while, each time at another time. */
    private void settle(Path folder) throws IOException {
        Files.setLastModifiedTime(folder, FileTime.fromMillis(1_000_000_000_000L + 1_000 * changes++));
    }

    @Test
    void aFileIsReadOnceAndLookedForOnlyWhereItMayHaveCome() throws IOException {
        header("first/other.h", "");
        header("second/a.h", "int a;\n");
        Preprocessor preprocessor = over(new HeaderCache(files));
        settle(temp);
        assertEquals("int a ;", words(preprocessor, "#include <a.h>\n"));
        int asked = files.stamps.get();
        assertEquals("int a ;", words(preprocessor, "#include <a.h>\n"));
        assertEquals(1, files.stamps.get() - asked, "only the file that is there is looked at again");
        assertEquals(1, files.reads.get());
    }

    @Test
    void aFileThatComesInAnEarlierFolderIsSeen() {
        header("first/other.h", "");
        header("second/a.h", "int second;\n");
        Preprocessor preprocessor = over(new HeaderCache(files));
        assertEquals("int second ;", words(preprocessor, "#include <a.h>\n"));
        header("first/a.h", "int first;\n");
        assertEquals("int first ;", words(preprocessor, "#include <a.h>\n"));
    }

    @Test
    void aPreambleEndsWhenAFileComesInAnEarlierFolder() {
        header("first/other.h", "");
        header("second/a.h", "int second;\n");
        HeaderCache cache = new HeaderCache(files);
        Preprocessor preprocessor = over(cache);
        CompileCommand command = new CompileCommand(temp, "gcc", List.of("-Ifirst", "-Isecond"), "test");
        SourceText main = SourceText.of(temp.resolve("main.c"), "#include <a.h>\nint b;\n");
        Preprocessed before = preprocessor.preprocess(main, command);
        header("first/a.h", "int first;\n");
        cache.filesChanged();
        Preprocessed after = preprocessor.preprocess(main, command, Optional.of(before));
        assertEquals("int first ; int b ;", String.join(" ", GccOracle.texts(after)));
        assertSame(after.preamble().orElseThrow(),
                preprocessor.preprocess(main, command, Optional.of(after)).preamble().orElseThrow());
    }

    @Test
    void theSameTextIsLexedOnce() {
        HeaderCache cache = new HeaderCache(files);
        LexedFile one = cache.lexed(SourceText.of(Path.of("/a.h"), "int a;\n"), LexerMode.USUAL);
        LexedFile other = cache.lexed(SourceText.of(Path.of("/b.h"), "int a;\n"), LexerMode.USUAL);
        assertSame(one.tokens, other.tokens);
        assertEquals(Path.of("/b.h"), other.source.path());
    }

    @Test
    void filesThatWereNotAskedForLatelyGoWhenAllAreTooLarge() {
        HeaderCache cache = new HeaderCache(files, 200_000);
        Preprocessor preprocessor = over(cache);
        for (int i = 0; i < 30; i++) {
            header("first/h" + i + ".h", "int a" + i + "; /*" + "x".repeat(20_000) + "*/\n");
            assertEquals("int a" + i + " ;", words(preprocessor, "#include <h" + i + ".h>\n"));
            assertTrue(cache.size() <= 10, cache.size() + " files held");
        }
        int reads = files.reads.get();
        assertEquals("int a29 ;", words(preprocessor, "#include <h29.h>\n"));
        assertEquals(reads, files.reads.get());
        assertEquals("int a0 ;", words(preprocessor, "#include <h0.h>\n"));
        assertEquals(reads + 1, files.reads.get());
    }

    @Test
    void manyThreadsGetTheSameTokens() throws Exception {
        StringBuilder main = new StringBuilder();
        StringBuilder wanted = new StringBuilder();
        for (int i = 0; i < 200; i++) {
            header("second/h" + i + ".h", "#define M" + i + "(x) x##" + i + "\nint M" + i + "(v);\n");
            main.append("#include <h").append(i).append(".h>\n");
            wanted.append("int v").append(i).append(" ; ");
        }
        Preprocessor preprocessor = over(new HeaderCache(files, 20_000));
        try (var threads = Executors.newFixedThreadPool(4)) {
            List<Callable<String>> runs = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                runs.add(() -> words(preprocessor, main.toString()));
            }
            for (Future<String> run : threads.invokeAll(runs)) {
                assertEquals(wanted.toString().strip(), run.get());
            }
        }
    }
}
