package org.klpls.server.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.klpls.core.kernel.image.SmallVmlinux;
import org.klpls.server.inputs.BadKernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** {@code klpls kernel} with each file that is no kernel, or not all of one: one line with the path and what to do, and status 2. */
class BadKernelsCommandTest {
    @TempDir
    private Path folder;

    private record Outcome(int status, String out, String err) {}

    private static Outcome run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int status = Main.commandLine(new PrintWriter(out), new PrintWriter(err)).execute(arguments);
        return new Outcome(status, out.toString(), err.toString());
    }

    private static Stream<BadKernel> kernels() {
        return BadKernel.all().stream();
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void eachCommandTellsInOneLineWhatIsWrongAndWhatToDo(BadKernel bad) throws IOException {
        Path given = folder.resolve("vmlinuz-given");
        bad.make().at(given);
        for (List<String> command : List.of(List.of("info"), List.of("symbols"), List.of("modules"))) {
            String[] typed = Stream.of(List.of("kernel"), command, List.of(given.toString()))
                    .flatMap(List::stream).toArray(String[]::new);
            said(bad, given, run(typed));
        }
        said(bad, given, run("kernel", "function", given.toString(), "kfree"));
        Path index = folder.resolve("out.klpidx");
        said(bad, given, run("kernel", "index", given.toString(), "-o", index.toString()));
        assertTrue(Files.notExists(index));
    }

    private static void said(BadKernel bad, Path given, Outcome outcome) {
        assertEquals(2, outcome.status(), outcome::toString);
        String line = outcome.err().lines().findFirst().orElse("");
        assertTrue(line.startsWith("klpls: "), outcome::toString);
        for (String piece : List.of(given.toString(), bad.says(), bad.remedy())) {
            assertTrue(line.contains(piece), () -> piece + " is not in " + line);
        }
        assertFalse(outcome.err().contains("\tat "), outcome::toString);
    }

    @Test
    void whatIsOfAnotherKernelIsRefusedWithBothNamed() throws IOException {
        Path image = Files.write(folder.resolve("vmlinuz"), new SmallVmlinux().bzImage());
        Path map = Files.writeString(folder.resolve("System.map-6.1.0-other"), new SmallVmlinux().systemMap());
        Path config = Files.writeString(folder.resolve("config-6.1.0-other"), "CONFIG_LIVEPATCH=y\n");
        Path modules = Files.createDirectories(folder.resolve("lib/modules/6.1.0-other"));
        Files.writeString(modules.resolve("modules.order"), "");
        Files.copy(Path.of("..", "docs/examples/cmdline-fix/cmdline-fix.ko"), modules.resolve("cmdline-fix.ko"));
        for (Path other : List.of(map, config, modules)) {
            Outcome outcome = run("kernel", "info", image.toString(), other.toString());
            assertEquals(2, outcome.status(), outcome::toString);
            assertTrue(outcome.err().contains(image.toString()) && outcome.err().contains(other.toString())
                    && outcome.err().contains("6.1.0-other"), outcome::toString);
        }
    }
}
