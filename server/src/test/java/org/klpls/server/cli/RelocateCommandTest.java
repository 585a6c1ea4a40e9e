package org.klpls.server.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.klpls.c.testing.RealThings;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What the command reads and writes, with the example; that the bytes are right is compared with the real kernel. */
class RelocateCommandTest {
    private static final Path EXAMPLE = RealThings.projectRoot().resolve("docs/examples/cmdline-fix/cmdline-fix.ko");
    private static final long THIS_MODULE = 0xffff_ffff_c020_3000L;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path folder;

    @Test
    void sectionsAreWrittenRelocatedAndListed() throws IOException {
        int status = run("relocate", "--at", ".text=0xffffffffc0201000", "--at", ".data=0xffffffffc0202000", "--at",
                ".rodata.str1.1=0xffffffffc0204000", "--at", ".gnu.linkonce.this_module=0xffffffffc0203000", "--out",
                folder, EXAMPLE);
        JsonObject json = JsonParser.parseString(out.toString()).getAsJsonObject();
        JsonArray sections = json.getAsJsonArray("sections");
        assertEquals(0, status, () -> out + "" + err);
        assertEquals(4, sections.size());
        JsonObject text = sections.get(0).getAsJsonObject();
        assertEquals(".text", text.get("name").getAsString());
        assertEquals("0xffffffffc0201000", text.get("address").getAsString());
        assertTrue(text.get("relocations").getAsLong() > 0);
        assertEquals(text.get("size").getAsLong(), Files.size(Path.of(text.get("file").getAsString())));
        byte[] data = Files.readAllBytes(folder.resolve(".data.bin"));
        assertTrue(numbers(data).anyMatch(number -> number == THIS_MODULE), "klp_patch.mod");
    }

    @Test
    void aLayoutFileDoesTheSame() throws IOException {
        Path layout = Files.writeString(folder.resolve("layout.json"),
                "{\"sections\": {\".text\": \"0xffffffffc0201000\"}, \"loaded\": {}}");
        run("relocate", "--layout", layout, "--out", folder, EXAMPLE);
        JsonObject json = JsonParser.parseString(out.toString()).getAsJsonObject();
        assertEquals(1, json.getAsJsonArray("sections").size());
    }

    /** The example is for vmlinux only: what is for no module cannot be cleared with one. */
    @Test
    void aModuleThatHasGoneLeavesWhatIsNotForIt() throws IOException {
        Object[] common = {"relocate", "--at", ".text=0xffffffffc0201000", "--out", folder};
        run(Stream.concat(Stream.of(common), Stream.of(EXAMPLE)).toArray());
        byte[] text = Files.readAllBytes(folder.resolve(".text.bin"));
        Files.delete(folder.resolve(".text.bin"));
        int status = run(Stream.concat(Stream.of(common), Stream.of("--unloaded", EXAMPLE, EXAMPLE)).toArray());
        assertEquals(0, status, () -> out + "" + err);
        assertArrayEquals(text, Files.readAllBytes(folder.resolve(".text.bin")));
    }

    @Test
    void whatIsNoAddressIsSaidInOneLine() {
        for (List<String> wrong : List.of(List.of("--at", ".text"), List.of("--at", ".text=here"), List.<String>of(),
                List.of("--layout", EXAMPLE.toString()))) {
            int status = run(Stream.of(List.of("relocate"), wrong, List.of("--out", folder, EXAMPLE))
                    .flatMap(List::stream).toArray());
            assertEquals(2, status, wrong::toString);
        }
        assertEquals("", out.toString());
        assertEquals(4, err.toString().lines().count(), err::toString);
    }

    private static Stream<Long> numbers(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        return Stream.iterate(0, at -> at + Long.BYTES <= bytes.length, at -> at + Long.BYTES).map(buffer::getLong);
    }

    private int run(Object... arguments) {
        PrintWriter output = new PrintWriter(out);
        PrintWriter errors = new PrintWriter(err);
        int status = Main.commandLine(output, errors)
                .execute(Stream.of(arguments).map(Object::toString).toArray(String[]::new));
        output.flush();
        errors.flush();
        return status;
    }
}
