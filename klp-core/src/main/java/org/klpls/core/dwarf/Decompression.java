package org.klpls.core.dwarf;

import io.airlift.compress.MalformedInputException;
import io.airlift.compress.zstd.ZstdInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.zip.InflaterInputStream;
import org.klpls.core.elf.ElfBytes;

/** Takes a debug section out of the compression that the linker or objcopy put it into. */
final class Decompression {
    /** Source: gABI, Elf64_Chdr. */
    private static final int CHDR_SIZE = 24;
    private static final int ELFCOMPRESS_ZLIB = 1;
    private static final int ELFCOMPRESS_ZSTD = 2;
    private static final int ZDEBUG_HEADER = 12;
    private static final int ZDEBUG_MAGIC = 0x42494c5a; // "ZLIB"

    private Decompression() {}

    /** A section with SHF_COMPRESSED; empty where it cannot be read, or has more bytes than the bound. */
    static Optional<ElfBytes> compressed(ElfBytes section, long bound) {
        if (!section.holds(0, CHDR_SIZE)) {
            return Optional.empty();
        }
        long size = section.u64(8);
        ElfBytes data = section.slice(CHDR_SIZE, section.size() - CHDR_SIZE);
        return switch (section.s32(0)) {
            case ELFCOMPRESS_ZLIB -> inflated(new InflaterInputStream(stream(data)), size, bound);
            case ELFCOMPRESS_ZSTD -> inflated(new ZstdInputStream(stream(data)), size, bound);
            default -> Optional.empty();
        };
    }

    /** A section {@code .zdebug_*}, as gcc wrote them before there was SHF_COMPRESSED. */
    static Optional<ElfBytes> zdebug(ElfBytes section, long bound) {
        if (!section.holds(0, ZDEBUG_HEADER) || section.s32(0) != ZDEBUG_MAGIC) {
            return Optional.empty();
        }
        long size = Long.reverseBytes(section.u64(4));
        return inflated(
                new InflaterInputStream(stream(section.slice(ZDEBUG_HEADER, section.size() - ZDEBUG_HEADER))), size,
                bound);
    }

    private static InputStream stream(ElfBytes data) {
        ByteBuffer buffer = data.asByteBuffer();
        return buffer.hasArray()
                ? new ByteArrayInputStream(buffer.array(), buffer.arrayOffset(), buffer.limit())
                : new ByteArrayInputStream(data.toArray());
    }

    /** As many bytes as are promised, at most; memory is taken as they come. */
    private static Optional<ElfBytes> inflated(InputStream in, long promised, long bound) {
        try (in) {
            byte[] content = in.readNBytes(Math.clamp(promised, 0, Math.clamp(bound, 0, 1 << 30)));
            return content.length == promised ? Optional.of(ElfBytes.of(content)) : Optional.empty();
        } catch (IOException | MalformedInputException | IllegalStateException | IllegalArgumentException
                | IndexOutOfBoundsException _) {
            // The libraries tell of bad input in all of these ways.
            return Optional.empty();
        }
    }
}
