package org.klpls.core.testing.kernel;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

import org.tukaani.xz.SingleXZInputStream;

/** The stock vmlinuz, decompressed: qemu boots it at once (PVH), where vmlinuz takes seconds to unpack itself. */
final class BootImage {
    private BootImage() {}

    /** Offsets of the setup header. Source: Documentation/x86/boot.rst, v6.1. */
    private static final int SETUP_SECTS = 0x1f1;
    private static final int PAYLOAD_OFFSET = 0x248;
    private static final int PAYLOAD_LENGTH = 0x24c;
    private static final int SECTOR = 512;

    static void decompress(Path vmlinuz, Path vmlinux) throws IOException {
        byte[] image = Files.readAllBytes(vmlinuz);
        ByteBuffer header = ByteBuffer.wrap(image).order(ByteOrder.LITTLE_ENDIAN);
        int payload = (image[SETUP_SECTS] + 1) * SECTOR + header.getInt(PAYLOAD_OFFSET);
        var compressed = new ByteArrayInputStream(image, payload, header.getInt(PAYLOAD_LENGTH));
        // One stream: the kernel's build appends the uncompressed size to it.
        try (var xz = new SingleXZInputStream(compressed)) {
            Files.copy(xz, vmlinux);
        }
    }
}
