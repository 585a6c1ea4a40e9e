package org.klpls.server.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** bin/klpls in a checkout of its own, with a Maven that only counts its calls and hands over a small jar. */
class LauncherTest {
    @TempDir
    private Path temp;

    private Path checkout = Path.of("");
    private Path launcher = Path.of("");
    private Path calls = Path.of("");
    private Path errors = Path.of("");

    private record Outcome(int status, String out, String err) {}

    @BeforeEach
    void makeACheckout() throws IOException {
        checkout = temp.resolve("a check out");
        for (String module : List.of("c-frontend", "klp-core", "server")) {
            Files.createDirectories(checkout.resolve(module).resolve("src/main"));
            Files.writeString(checkout.resolve(module).resolve("pom.xml"), "<project/>");
        }
        Files.writeString(checkout.resolve("pom.xml"), "<project/>");
        Files.createDirectories(checkout.resolve("docs/rules"));
        launcher = Files.createDirectories(checkout.resolve("server/bin")).resolve("klpls");
        Files.copy(Path.of("bin/klpls"), launcher, StandardCopyOption.COPY_ATTRIBUTES);
        calls = temp.resolve("calls");
        errors = temp.resolve("errors");
        echoJar(temp.resolve("echo.jar"));
        maven("echo called >>'" + calls + "'; sleep 0.5; mkdir -p server/target; cp '" + temp.resolve("echo.jar")
                + "' server/target/klpls.jar");
    }

    @Test
    void theFirstUseBuildsAndTheNextOnesDoNot() throws IOException {
        Outcome first = run("one", "two words");
        assertEquals(new Outcome(0, "<one>\n<two words>\n", first.err()), first);
        assertTrue(first.err().contains("building the server"), first.err());
        assertEquals(new Outcome(0, "<again>\n", ""), run("again"));
        assertEquals(1, builds());
    }

    @Test
    void aNewerSourceBuildsAgain() throws IOException {
        run();
        Path source = Files.writeString(checkout.resolve("klp-core/src/main/A.java"), "class A {}");
        Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(5)));
        assertEquals("<x>\n", run("x").out());
        assertEquals(2, builds());
    }

    @Test
    void whatMavenBuiltByHandIsNotBuiltAgain() throws IOException {
        Files.createDirectories(checkout.resolve("server/target"));
        Path jar = Files.copy(temp.resolve("echo.jar"), checkout.resolve("server/target/klpls.jar"));
        Files.setLastModifiedTime(jar, FileTime.from(Instant.now().plusSeconds(5)));
        assertEquals("<x>\n", run("x").out());
        assertEquals(0, builds());
    }

    @Test
    void twoFirstUsesAtOnceBuildOnce() throws IOException, InterruptedException {
        Process one = start(launcher, "one");
        Process two = start(launcher, "two");
        assertEquals("<one>\n", read(one.getInputStream()));
        assertEquals("<two>\n", read(two.getInputStream()));
        assertEquals(0, one.waitFor() + two.waitFor());
        assertEquals(1, builds());
    }

    @Test
    void itIsFoundThroughLinksFromAnyFolder() throws IOException {
        Path links = Files.createDirectories(temp.resolve("links and more"));
        Files.createSymbolicLink(links.resolve("absolute"), launcher);
        Files.createSymbolicLink(links.resolve("relative"), Path.of("../a check out/server/bin/klpls"));
        Files.createSymbolicLink(temp.resolve("twice"), Path.of("links and more/relative"));
        for (String link : List.of("links and more/absolute", "links and more/relative", "twice")) {
            assertEquals("<x>\n", outcome(start(temp.resolve(link), "x")).out());
        }
    }

    @Test
    void theExitStatusIsTheProgramsOwn() throws IOException {
        assertEquals(1, run("1").status());
        assertEquals(3, run("3").status());
    }

    @Test
    void aRefusedClassCacheIsSilentOnStandardOutput() throws IOException {
        run();
        try (Stream<Path> files = Files.list(checkout.resolve("server/target"))) {
            for (Path cache : files.filter(file -> file.toString().endsWith(".aot")).toList()) {
                Files.writeString(cache, "this is no cache");
            }
        }
        assertEquals("<x>\n", run("x").out());
    }

    @Test
    void aBuildThatFailsSaysWhyAndWhereTheRestIs() throws IOException {
        maven("echo '[INFO] noise'; echo '[ERROR] no such plugin'; exit 1");
        Outcome failed = run("x");
        assertEquals(2, failed.status());
        assertEquals("", failed.out());
        assertTrue(failed.err().contains("[ERROR] no such plugin"), failed.err());
        assertTrue(failed.err().contains(".built.log"), failed.err());
    }

    @Test
    void withoutACheckoutTheJarBesideItIsStarted() throws IOException {
        Path packaged = Files.createDirectories(temp.resolve("packaged/bin"));
        Path alone = Files.copy(launcher, packaged.resolve("klpls"), StandardCopyOption.COPY_ATTRIBUTES);
        assertEquals(2, outcome(start(alone, "x")).status());
        Files.copy(temp.resolve("echo.jar"), packaged.resolve("klpls.jar"));
        assertEquals("<x>\n", outcome(start(alone, "x")).out());
        assertEquals(0, builds());
    }

    private Outcome run(String... arguments) throws IOException {
        Files.deleteIfExists(errors);
        return outcome(start(launcher, arguments));
    }

    private Process start(Path program, String... arguments) {
        List<String> command = Stream.concat(Stream.of(program.toString()), Stream.of(arguments)).toList();
        ProcessBuilder builder = new ProcessBuilder(command).directory(temp.toFile());
        builder.environment().put("PATH", temp.resolve("path") + ":" + System.getenv("PATH"));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.redirectError(ProcessBuilder.Redirect.appendTo(errors.toFile()));
        try {
            return builder.start();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private Outcome outcome(Process process) {
        String out = read(process.getInputStream());
        try {
            assertTrue(process.waitFor(2, TimeUnit.MINUTES), "the launcher does not end");
            return new Outcome(process.exitValue(), out, Files.readString(errors));
        } catch (InterruptedException | IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String read(InputStream in) {
        try (in) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private int builds() throws IOException {
        return Files.exists(calls) ? Files.readAllLines(calls).size() : 0;
    }

    private void maven(String script) throws IOException {
        Path maven = Files.createDirectories(temp.resolve("path")).resolve("mvn");
        Files.writeString(maven, "#!/bin/sh\n" + script + "\n");
        assertTrue(maven.toFile().setExecutable(true));
    }

    private static void echoJar(Path jar) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, Echo.class.getName());
        String entry = Echo.class.getName().replace('.', '/') + ".class";
        try (InputStream bytes = Echo.class.getResourceAsStream("Echo.class");
                JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
            if (bytes == null) {
                throw new IllegalStateException("Echo.class is not there");
            }
            out.putNextEntry(new JarEntry(entry));
            bytes.transferTo(out);
            out.closeEntry();
        }
    }
}
