package org.klpls.core.kernel.image;

import io.airlift.compress.lzo.LzoDecompressor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;

/** What {@code lzop} writes. Source: lib/decompress_unlzo.c parse_header() and unlzo(), v6.1. Numbers are big-endian. */
final class Lzop {
    private static final int MAGIC = 9;
    private static final int VERSION_WITH_LEVEL = 0x0940;
    private static final int HAS_FILTER = 0x800;
    /** Sums of the content, then of the compressed bytes: Adler-32 and CRC-32 of each. */
    private static final int[] SUMS_OF_CONTENT = {0x1, 0x100};
    private static final int[] SUMS_OF_BLOCK = {0x2, 0x200};
    /** Blocks have 256 KiB; lzop's own limit is 64 MiB. */
    private static final int LARGEST_BLOCK = 64 << 20;

    private Lzop() {}

    /**
     * The content, cut after the byte that passes the bound.
     *
     * @throws IOException where this is not what lzop writes
     * @throws java.nio.BufferUnderflowException where it is cut
     */
    static byte[] decompress(ByteBuffer in, int bound) throws IOException {
        int flags = skipHeader(in);
        LzoDecompressor decompressor = new LzoDecompressor();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] block = new byte[0];
        for (int size = in.getInt(); size != 0 && out.size() <= bound; size = in.getInt()) {
            int packedSize = in.getInt();
            skip(in, count(flags, SUMS_OF_CONTENT));
            if (size < 0 || size > LARGEST_BLOCK || packedSize <= 0 || packedSize > size) {
                throw new IOException("a block of " + packedSize + " bytes for " + size);
            }
            skip(in, packedSize < size ? count(flags, SUMS_OF_BLOCK) : 0);
            byte[] packed = new byte[Math.min(packedSize, in.remaining())];
            in.get(packed);
            if (packedSize == size) {
                out.write(packed);
                continue;
            }
            block = block.length < size ? new byte[size] : block;
            int got = decompressor.decompress(packed, 0, packed.length, block, 0, size);
            out.write(block, 0, got);
        }
        return out.toByteArray();
    }

    /** Returns the flags. */
    private static int skipHeader(ByteBuffer in) {
        skip(in, MAGIC);
        boolean hasLevel = in.getShort() >= VERSION_WITH_LEVEL;
        skip(in, hasLevel ? Short.BYTES + Short.BYTES + 1 + 1 : Short.BYTES + 1);
        int flags = in.getInt();
        int modeAndTime = hasLevel ? 3 : 2;
        skip(in, ((flags & HAS_FILTER) != 0 ? Integer.BYTES : 0) + modeAndTime * Integer.BYTES);
        skip(in, (in.get() & 0xff) + Integer.BYTES);
        return flags;
    }

    private static int count(int flags, int[] sums) {
        int bytes = 0;
        for (int sum : sums) {
            bytes += (flags & sum) != 0 ? Integer.BYTES : 0;
        }
        return bytes;
    }

    private static void skip(ByteBuffer in, int bytes) {
        if (bytes > in.remaining()) {
            throw new java.nio.BufferUnderflowException();
        }
        in.position(in.position() + bytes);
    }
}
