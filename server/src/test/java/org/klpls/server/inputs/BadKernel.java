package org.klpls.server.inputs;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.klpls.core.kernel.image.SmallVmlinux;

/**
 * What people give as a kernel that none can be read from, or not all of one. {@code klpls kernel} and the editor's setting are
 * given the same.
 *
 * @param make writes it at this path, or leaves it out
 * @param says words that the message must have, besides the path
 * @param remedy what to do about it
 */
public record BadKernel(String name, Maker make, String says, String remedy) {
    private static final String OTHER_FORMS = "give a vmlinuz, a vmlinux, a System.map";
    private static final String AGAIN = "copy it again";
    private static final long HUGE = 5L << 30;
    private static final int CUTS = 10;
    private static final int ARM64_MAGIC_AT = 0x38;
    private static final int E_MACHINE = 18;
    private static final int EM_S390 = 22;
    private static final String SYMBOLS = "ffffffff81000000 T _text\nffffffff81000100 T kfree\n";

    /** Writes a file, a folder or a link. */
    public interface Maker {
        void at(Path path) throws IOException;
    }

    @Override
    public String toString() {
        return name;
    }

    /** What is given to klpls: a path, or two where the second does not belong to the first. */
    public static List<BadKernel> all() {
        List<BadKernel> all = new ArrayList<>(List.of(
                new BadKernel("file that is not there", _ -> {}, "there is no file or folder", OTHER_FORMS),
                new BadKernel("link to nowhere",
                        path -> Files.createSymbolicLink(path, path.resolveSibling("nowhere")),
                        "there is no file or folder", OTHER_FORMS),
                new BadKernel("link to itself", path -> Files.createSymbolicLink(path, path),
                        "there is no file or folder", OTHER_FORMS),
                // also for root: nothing can be read at its begin
                new BadKernel("file that cannot be read",
                        path -> Files.createSymbolicLink(path, Path.of("/proc/self/mem")), "cannot be read",
                        "check the path and its permissions"),
                new BadKernel("folder", path -> Files.createDirectory(path), "is a folder without a kernel",
                        OTHER_FORMS),
                bytes("empty file", new byte[0], "is empty", OTHER_FORMS),
                bytes("random bytes", random(), "is neither a kernel nor anything else", OTHER_FORMS),
                sparse("huge file of zeros", "", "is neither a kernel nor anything else", OTHER_FORMS),
                sparse("huge file that begins as a System.map", SYMBOLS, "too many for a list or a configuration",
                        OTHER_FORMS),
                sparse("huge file that begins as a Module.symvers",
                        "0x12345678\tkfree\tvmlinux\tEXPORT_SYMBOL\t\n", "too many for a list or a configuration",
                        OTHER_FORMS),
                bytes("stand-in for a System.map",
                        text("ffffffffffffffff B The real System.map is in the linux-image-<version>-dbg package\n"),
                        "is Debian's stand-in for a System.map", "give the vmlinuz beside it"),
                bytes("kallsyms without addresses", text("0000000000000000 T _text\n0000000000000000 T kfree\n"),
                        "kernel.kptr_restrict", "or give the vmlinuz"),
                bytes("kallsyms that is cut", text(SYMBOLS + "ffffffff8100"), "is cut: its last line has no end",
                        AGAIN),
                bytes("Image of arm64", arm64(), "is a kernel for arm64; klpls knows x86-64 only",
                        "give a vmlinuz or vmlinux for x86-64"),
                bytes("vmlinux of s390", s390(), "is for another machine (big-endian)",
                        "give a vmlinuz or vmlinux for x86-64"),
                bytes("bzImage of i386", SmallVmlinux.bzImage(changed(new SmallVmlinux().build(), 4, 1)),
                        "is for another machine (32-bit)", "give a vmlinuz or vmlinux for x86-64"),
                bytes("object file", changed(new SmallVmlinux().build(), 16, 1), "is an object file or a module",
                        "give a vmlinuz or vmlinux for x86-64")));
        byte[] whole = new SmallVmlinux().bzImage();
        for (int i = 1; i < CUTS; i++) {
            // the first tenths end before what tells of a bzImage
            int length = 0x300 + (whole.length - 0x300) / CUTS * i;
            all.add(bytes("bzImage cut to " + length + " bytes", Arrays.copyOf(whole, length), "is cut", AGAIN));
        }
        return all;
    }

    private static BadKernel bytes(String name, byte[] content, String says, String remedy) {
        return new BadKernel(name, path -> Files.write(path, content), says, remedy);
    }

    private static BadKernel sparse(String name, String head, String says, String remedy) {
        return new BadKernel(name, path -> {
            Files.write(path, text(head));
            try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
                file.setLength(HUGE);
            }
        }, says, remedy);
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] random() {
        byte[] bytes = new byte[10_000];
        new Random(1).nextBytes(bytes);
        return bytes;
    }

    private static byte[] arm64() {
        byte[] image = new byte[4096];
        System.arraycopy(text("ARMd"), 0, image, ARM64_MAGIC_AT, 4);
        return image;
    }

    private static byte[] s390() {
        byte[] vmlinux = changed(new SmallVmlinux().build(), 5, 2);
        return changed(changed(vmlinux, E_MACHINE, 0), E_MACHINE + 1, EM_S390);
    }

    private static byte[] changed(byte[] file, int offset, int value) {
        byte[] changed = file.clone();
        changed[offset] = (byte) value;
        return changed;
    }
}
