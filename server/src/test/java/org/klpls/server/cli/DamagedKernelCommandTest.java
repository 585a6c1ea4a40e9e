package org.klpls.server.cli;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.klpls.core.kernel.image.SmallVmlinux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** {@code klpls kernel} with an image that is damaged in part: what is sound is shown, what is not is said, and the status is 2. */
class DamagedKernelCommandTest {
    private static final int BTF_LENGTHS = 14;

    @TempDir
    private Path folder;

    private record Outcome(int status, String out, String err) {}

    private static Outcome run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int status = Main.commandLine(new PrintWriter(out), new PrintWriter(err)).execute(arguments);
        return new Outcome(status, out.toString(), err.toString());
    }

    private static int indexOf(byte[] bytes, int... wanted) {
        for (int at = 0; at < bytes.length; at++) {
            int start = at;
            boolean found = java.util.stream.IntStream.range(0, wanted.length)
                    .allMatch(i -> start + i < bytes.length && (bytes[start + i] & 0xff) == wanted[i]);
            if (found) {
                return at;
            }
        }
        throw new AssertionError("not in the file");
    }

    private String damagedTypes() throws IOException {
        byte[] vmlinux = new SmallVmlinux().build();
        vmlinux[indexOf(vmlinux, 0x9f, 0xeb, 1, 0) + BTF_LENGTHS] = 0x7f;
        return Files.write(folder.resolve("vmlinux"), vmlinux).toString();
    }

    @Test
    void infoTellsTheReleaseOfACutImage() throws IOException {
        Path cut = Files.write(folder.resolve("vmlinuz"), Arrays.copyOf(new SmallVmlinux().bzImage(), 4000));
        Outcome outcome = run("kernel", "info", cut.toString());
        assertEquals(2, outcome.status());
        assertEquals("release   " + SmallVmlinux.RELEASE, outcome.out().lines().findFirst().orElse(""));
        assertTrue(outcome.out().contains("facts     none"), outcome.out());
        assertEquals(1, outcome.err().lines().count(), outcome.err());
        assertTrue(outcome.err().startsWith("klpls: " + cut + " is cut: "), outcome.err());
    }

    @Test
    void infoNamesTheProblemInJson() throws IOException {
        Outcome outcome = run("kernel", "info", "--format", "json", damagedTypes());
        assertEquals(2, outcome.status());
        JsonObject json = JsonParser.parseString(outcome.out()).getAsJsonObject();
        assertEquals(SmallVmlinux.BUILD_ID, json.get("buildId").getAsString());
        JsonObject problem = json.getAsJsonArray("problems").get(0).getAsJsonObject();
        assertTrue(problem.get("message").getAsString().contains("has damaged BTF"), outcome.out());
        assertEquals("copy it again", problem.get("remedy").getAsString());
    }

    @Test
    void symbolsAndFunctionsOfAnImageWithDamagedTypesAreShown() throws IOException {
        String image = damagedTypes();
        Outcome symbols = run("kernel", "symbols", image);
        assertEquals(2, symbols.status());
        assertTrue(symbols.out().contains("\tkfree\tvmlinux\t1\t"), symbols.out());
        Outcome function = run("kernel", "function", image, "kfree");
        assertEquals(2, function.status());
        assertTrue(function.out().contains("patchable, after _stext"), function.out());
        assertEquals(1, function.err().lines().count(), function.err());
    }

    @Test
    void modulesThatCanBeReadAreListedBesideOneThatCannot() throws IOException {
        Path modules = Files.createDirectories(folder.resolve("lib/modules/6.1.0-small"));
        Files.writeString(modules.resolve("modules.order"), "");
        Files.copy(Path.of("..", "docs/examples/cmdline-fix/cmdline-fix.ko"), modules.resolve("good.ko"));
        Path bad = Files.writeString(modules.resolve("bad.ko"), "no module");
        Outcome outcome = run("kernel", "modules", modules.toString());
        assertEquals(2, outcome.status());
        assertTrue(outcome.out().startsWith("good\t") && outcome.out().lines().count() == 1, outcome::toString);
        assertTrue(outcome.err().startsWith("klpls: " + bad + " is not an ELF file"), outcome.err());
    }

    @Test
    void noIndexIsMadeAndNothingJudgedOfADamagedImage() throws IOException {
        Path index = folder.resolve("out.klpidx");
        Outcome outcome = run("kernel", "index", damagedTypes(), "-o", index.toString());
        assertEquals(2, outcome.status());
        assertTrue(outcome.err().contains("has damaged BTF"), outcome.err());
        assertTrue(Files.notExists(index));
    }
}
