package org.klpls.core.testing.kernel;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** A cpio archive in the "newc" format, as the kernel unpacks it at boot: a console and /init. */
final class Initramfs {
    private static final int FOLDER = 0040755;
    private static final int PROGRAM = 0100755;
    private static final int CHARACTER_DEVICE = 0020600;

    private final ByteArrayOutputStream archive = new ByteArrayOutputStream();
    private int inode;

    static byte[] with(byte[] init) {
        Initramfs files = new Initramfs();
        files.add("dev", FOLDER, 0, 0, new byte[0]);
        files.add("dev/console", CHARACTER_DEVICE, 5, 1, new byte[0]);
        files.add("init", PROGRAM, 0, 0, init);
        files.add("TRAILER!!!", 0, 0, 0, new byte[0]);
        return files.archive.toByteArray();
    }

    private void add(String name, int mode, int major, int minor, byte[] content) {
        int[] fields = {++inode, mode, 0, 0, 1, 0, content.length, 0, 0, major, minor, name.length() + 1, 0};
        StringBuilder header = new StringBuilder("070701");
        for (int field : fields) {
            header.append(String.format("%08x", field));
        }
        archive.writeBytes((header + name + "\0").getBytes(StandardCharsets.US_ASCII));
        pad();
        archive.writeBytes(content);
        pad();
    }

    private void pad() {
        while (archive.size() % 4 != 0) {
            archive.write(0);
        }
    }
}
