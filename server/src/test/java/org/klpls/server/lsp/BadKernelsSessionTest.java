package org.klpls.server.lsp;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.klpls.core.kernel.image.SmallVmlinux;
import org.klpls.server.example.Example;
import org.klpls.server.inputs.BadKernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The editor's setting names each file that is no kernel, or not all of one; then the file is mended. */
class BadKernelsSessionTest {
    private static final String NO_KERNEL = "kernel-unknown";
    private static final String OF_THE_SOURCE_ALONE = "klp-modinfo-missing";

    @TempDir
    private Path folder;

    private static Stream<BadKernel> kernels() {
        return BadKernel.all().stream();
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void oneMessageTellsWhatIsWrongUntilTheFileIsMended(BadKernel bad) throws IOException {
        Example example = Example.ORIGINAL.copyTo(folder);
        Path given = folder.resolve("vmlinuz-given");
        bad.make().at(given);
        JsonObject options = new JsonObject();
        options.addProperty("kernel", given.toString());
        try (InProcess server = InProcess.initialized(new CoreEngine(), "{}", options.toString())) {
            server.open(example.source(), 1, example.text());
            JsonArray before = server.diagnostics(example.source(), 1);
            List<String> told = messages(before, NO_KERNEL);
            assertEquals(1, told.size(), before::toString);
            for (String piece : List.of(given.toString(), bad.says(), bad.remedy())) {
                assertTrue(told.getFirst().contains(piece), () -> piece + " is not in " + told.getFirst());
            }
            assertEquals(1, messages(before, OF_THE_SOURCE_ALONE).size(), before::toString);

            Files.deleteIfExists(given);
            Files.write(given, new SmallVmlinux().bzImage());
            server.change(example.source(), 2, example.text() + "\n");
            JsonArray after = server.diagnostics(example.source(), 2);
            assertEquals(List.of(), messages(after, NO_KERNEL));
            assertTrue(!messages(after, "sym-unresolved").isEmpty(), after::toString);
        }
    }

    private static Stream<BadKernel> changes() {
        return kernels().filter(bad -> List.of("file that is not there", "file that cannot be read", "folder",
                "empty file", "random bytes", "kallsyms that is cut").contains(bad.name()));
    }

    /** A kernel that was good vanishes, or becomes what it was not, while the server runs; then it is there again. */
    @ParameterizedTest
    @MethodSource("changes")
    void whatAGoodKernelHasBecomeIsToldUntilItIsGoodAgain(BadKernel bad) throws IOException {
        Example example = Example.ORIGINAL.copyTo(folder);
        Path given = Files.write(folder.resolve("vmlinuz-given"), new SmallVmlinux().bzImage());
        JsonObject options = new JsonObject();
        options.addProperty("kernel", given.toString());
        try (InProcess server = InProcess.initialized(new CoreEngine(), "{}", options.toString())) {
            server.open(example.source(), 1, example.text());
            JsonArray good = server.diagnostics(example.source(), 1);
            assertEquals(List.of(), messages(good, NO_KERNEL));
            assertTrue(!messages(good, "sym-unresolved").isEmpty(), good::toString);

            Files.delete(given);
            bad.make().at(given);
            server.change(example.source(), 2, example.text() + "\n");
            JsonArray gone = server.diagnostics(example.source(), 2);
            List<String> told = messages(gone, NO_KERNEL);
            assertEquals(1, told.size(), gone::toString);
            assertTrue(told.getFirst().contains(given.toString()) && told.getFirst().contains(bad.says()),
                    gone::toString);
            assertEquals(List.of(), messages(gone, "sym-unresolved"), "nothing is judged by the kernel that was");

            Files.deleteIfExists(given);
            Files.write(given, new SmallVmlinux().bzImage());
            server.change(example.source(), 3, example.text() + "\n\n");
            JsonArray again = server.diagnostics(example.source(), 3);
            assertEquals(List.of(), messages(again, NO_KERNEL));
            assertTrue(!messages(again, "sym-unresolved").isEmpty(), again::toString);
        }
    }

    private static List<String> messages(JsonArray diagnostics, String code) {
        return diagnostics.asList().stream().map(JsonElement::getAsJsonObject)
                .filter(d -> d.get("code").getAsString().equals(code)).map(d -> d.get("message").getAsString())
                .toList();
    }
}
