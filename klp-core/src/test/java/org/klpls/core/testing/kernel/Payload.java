package org.klpls.core.testing.kernel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

import org.klpls.core.kernel.image.BootImage;
import org.klpls.core.kernel.image.Compression;
import org.klpls.core.kernel.image.Inflated;
import org.klpls.core.kernel.image.Inflater;

/** Fetched files, taken out of their compression. */
public final class Payload {
    private Payload() {}

    /** The vmlinux in a vmlinuz. */
    public static byte[] of(Path vmlinuz) throws IOException {
        return bytes(vmlinuz, BootImage.payload(Files.readAllBytes(vmlinuz)));
    }

    /** A module as the loader takes it, whether its file is compressed or not. */
    public static byte[] ofModule(Path module) throws IOException {
        byte[] content = Files.readAllBytes(module);
        return Compression.at(content, 0)
                .map(compression -> bytes(module, Inflater.inflate(compression, content, 0, content.length,
                        OptionalLong.empty(), Inflater.LARGEST_MODULE)))
                .orElse(content);
    }

    private static byte[] bytes(Path file, Inflated inflated) {
        return switch (inflated) {
            case Inflated.Bytes(byte[] content) -> content;
            case Inflated.Failure(String reason, String _) -> throw new IllegalStateException(file + " " + reason);
        };
    }
}
