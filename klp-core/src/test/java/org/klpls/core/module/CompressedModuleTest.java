package org.klpls.core.module;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.klpls.core.check.Inputs;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Modules as distributions ship them. */
class CompressedModuleTest {
    private static final Path PLAIN = Path.of("../docs/examples/cmdline-fix/cmdline-fix.ko");

    @TempDir
    private Path folder;

    private interface Packing {
        OutputStream around(OutputStream out) throws IOException;
    }

    private Path packed(String name, Packing packing) throws IOException {
        Path file = folder.resolve(name);
        try (OutputStream out = packing.around(Files.newOutputStream(file))) {
            out.write(Files.readAllBytes(PLAIN));
        }
        return file;
    }

    @Test
    void aCompressedModuleIsReadAsThePlainOne() throws IOException {
        LivepatchModule plain = LivepatchModule.read(PLAIN).module().orElseThrow();
        for (Path file : new Path[]{packed("cmdline-fix.ko.gz", GZIPOutputStream::new),
                packed("cmdline-fix.ko.xz", out -> new XZOutputStream(out, new LZMA2Options()))}) {
            LivepatchModule read = LivepatchModule.read(file).module().orElseThrow();
            assertEquals(plain.name(), read.name());
            assertEquals(plain.looksLikeLivepatch(), read.looksLikeLivepatch());
            Inputs inputs = Inputs.of(java.util.List.of(file));
            assertEquals(1, inputs.modules().size());
        }
    }

    @Test
    void aCutOneIsAProblem() throws IOException {
        Path file = packed("cut.ko.gz", GZIPOutputStream::new);
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
        ModuleReading reading = LivepatchModule.read(file);
        assertEquals(Optional.empty(), reading.module());
        assertTrue(reading.problems().getFirst().message().contains("gzip"), reading::toString);
    }
}
