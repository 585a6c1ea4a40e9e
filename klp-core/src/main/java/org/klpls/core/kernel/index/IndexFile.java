package org.klpls.core.kernel.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.CRC32C;
import org.klpls.core.elf.ElfBytes;

/**
 * The file of an index. Little-endian: magic in 8 bytes, version and encoding in 4 each, length of the body and of the
 * blocks in it in 8 each, CRC-32C of the body in 4, zeros up to 64; then the body.
 */
public final class IndexFile {
    /** Raised whenever the blocks change in meaning: an older index is made anew, and so must be that of docs/examples. */
    public static final int VERSION = 8;

    /** How the body holds the blocks. */
    public enum Encoding {
        /** As they are: opened by mapping. */
        PLAIN,
        /** Without what can be made again, compressed: a tenth of the size, for sharing. */
        COMPACT
    }

    /** What came of opening a file. */
    public sealed interface Opened {
        /** The kernel in it. */
        record Kernel(IndexedKernel kernel) implements Opened {}

        /** None, and why: a clause that follows the file's name. */
        record Failure(String reason) implements Opened {}
    }

    private static final long MAGIC = 0x78692e736c706c6bL; // "klpls.ix"
    private static final int HEADER = 64;
    /** More than any kernel with all of its modules needs. */
    private static final long LARGEST = 1 << 30;

    private IndexFile() {}

    /** Whether a file begins as an index does. */
    public static boolean recognises(ElfBytes start) {
        return start.holds(0, Long.BYTES) && start.u64(0) == MAGIC;
    }

    /** Writes a file beside the final one, then puts it in its place at once: no reader sees half of it. */
    public static void write(IndexedKernel kernel, Path file, Encoding encoding) throws IOException {
        byte[] plain = kernel.blocks().toBytes();
        byte[] body = switch (encoding) {
            case PLAIN -> plain;
            case COMPACT -> CompactBlocks.encode(kernel.blocks());
        };
        Column header = Column.ofBytes(HEADER);
        header.setLong(0, MAGIC);
        header.setInt(8, VERSION);
        header.setInt(12, encoding.ordinal());
        header.setLong(16, body.length);
        header.setLong(24, plain.length);
        header.setInt(32, checksum(ByteBuffer.wrap(body)));
        Path folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(Path.of(""));
        Files.createDirectories(folder);
        // Not createTempFile(): an index is for others to read, too.
        Path beside = folder.resolve(".klpls-" + UUID.randomUUID() + ".part");
        try {
            try (FileChannel channel = FileChannel.open(beside, StandardOpenOption.CREATE_NEW,
                    StandardOpenOption.WRITE)) {
                writeFully(channel, ByteBuffer.wrap(header.bytes()));
                writeFully(channel, ByteBuffer.wrap(body));
            }
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    private static void writeFully(FileChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    private static int checksum(ByteBuffer body) {
        CRC32C crc = new CRC32C();
        crc.update(body);
        return (int) crc.getValue();
    }

    /** Opens a file of any encoding. */
    public static Opened open(Path file) {
        try {
            return open(ElfBytes.map(file));
        } catch (IOException | UncheckedIOException e) {
            return new Opened.Failure("cannot be read: " + e.getMessage());
        }
    }

    /** The same of a file that is in memory, or mapped. */
    static Opened open(ElfBytes bytes) {
        try {
            return checked(bytes);
        } catch (InternalError _) {
            // So the JVM tells that a mapped file has become shorter.
            return new Opened.Failure("was changed while it was read");
        }
    }

    private static Opened checked(ElfBytes bytes) {
        if (!recognises(bytes)) {
            return new Opened.Failure("is no kernel index");
        }
        if (!bytes.holds(0, HEADER) || bytes.u32(8) != VERSION) {
            return new Opened.Failure("is an index of another version of klpls; this one reads version " + VERSION);
        }
        long encoding = bytes.u32(12);
        long length = bytes.u64(16);
        long plainLength = bytes.u64(24);
        if (!bytes.holds(HEADER, length) || length != bytes.size() - HEADER || length > LARGEST
                || plainLength < 0 || plainLength > LARGEST || encoding >= Encoding.values().length) {
            return new Opened.Failure("is cut or damaged: its length is not what its header says");
        }
        if (encoding == Encoding.COMPACT.ordinal() && !CompactBlocks.isPlausible(length, plainLength)) {
            return new Opened.Failure("is damaged: it says that its " + length + " bytes hold " + plainLength);
        }
        ElfBytes body = bytes.slice(HEADER, length);
        if (checksum(body.asByteBuffer()) != bytes.s32(32)) {
            return new Opened.Failure("is damaged: its checksum is wrong");
        }
        Optional<IndexBlocks> blocks = switch (Encoding.values()[(int) encoding]) {
            case PLAIN -> IndexBlocks.read(body);
            case COMPACT -> CompactBlocks.decode(body, plainLength);
        };
        return blocks.flatMap(IndexedKernel::of)
                .<Opened>map(Opened.Kernel::new)
                .orElseGet(() -> new Opened.Failure("is damaged: its parts do not fit each other"));
    }
}
