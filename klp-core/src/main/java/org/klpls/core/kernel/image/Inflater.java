package org.klpls.core.kernel.image;

import io.airlift.compress.MalformedInputException;
import io.airlift.compress.bzip2.BZip2HadoopStreams;
import io.airlift.compress.lz4.Lz4Decompressor;
import io.airlift.compress.zstd.ZstdDecompressor;
import io.airlift.compress.zstd.ZstdInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.zip.GZIPInputStream;
import org.klpls.core.elf.ElfBytes;
import org.tukaani.xz.LZMAInputStream;
import org.tukaani.xz.SingleXZInputStream;

/** Takes bytes out of a compression, never more of them than a bound. */
public final class Inflater {
    /** No vmlinux without debug info comes near; KERNEL_IMAGE_SIZE is 1 GiB. Source: arch/x86/include/asm/page_64_types.h, v6.1. */
    public static final int LARGEST_KERNEL = 1 << 30;
    /** The largest module of a distribution has some tens of MB, some hundreds with debug info. */
    public static final int LARGEST_MODULE = 1 << 29;
    /** A kernel shrinks to an eighth, a module to a fifth: so much denser is only what is made to fill the memory. */
    private static final int MOST_DENSE = 100;
    /** What anything may grow to: a small file may well be mostly zeros. */
    private static final int SMALL = 16 << 20;
    private static final int ZSTD_WINDOW = 5;
    private static final int ZSTD_SINGLE_SEGMENT = 0x20;
    private static final byte ZSTD_8_MIB = 0x68;
    private static final int XZ_MEMORY_KIB = 512 * 1024;
    /** Source: lib/decompress_unlz4.c LZ4_DEFAULT_UNCOMPRESSED_CHUNK_SIZE, v6.1. */
    private static final int LZ4_CHUNK = 8 << 20;

    private Inflater() {}

    /**
     * What {@code bytes[offset, offset + length)} holds in that compression.
     *
     * @param promised size of the content where something outside of it tells; may lie
     * @param bound the most bytes that the content may have
     */
    public static Inflated inflate(Compression compression, byte[] bytes, int offset, int length, OptionalLong promised,
            int bound) {
        int dense = (int) Math.min(bound, Math.max(SMALL, (long) length * MOST_DENSE));
        return inflated(compression, bytes, offset, length, promised, dense);
    }

    private static Inflated inflated(Compression compression, byte[] bytes, int offset, int length,
            OptionalLong promised, int bound) {
        InputStream in = new ByteArrayInputStream(bytes, offset, length);
        try {
            return switch (compression) {
                case GZIP -> bounded(new GZIPInputStream(in, 1 << 16), bound);
                case XZ -> xz(bytes, offset, length, bound);
                case ZSTD -> zstd(bytes, offset, length, promised, bound);
                case LZMA -> bounded(new LZMAInputStream(in, XZ_MEMORY_KIB), bound);
                case LZ4_LEGACY -> lz4Legacy(bytes, offset, length, bound);
                case BZIP2 -> bounded(new BZip2HadoopStreams().createInputStream(in), bound);
                case LZO -> bounded(new ByteArrayInputStream(
                        Lzop.decompress(ByteBuffer.wrap(bytes, offset, length), bound)), bound);
            };
        } catch (IOException | MalformedInputException | IllegalStateException | IllegalArgumentException
                | IndexOutOfBoundsException | NegativeArraySizeException | BufferUnderflowException e) {
            // The libraries tell of bad input in all of these ways.
            return new Inflated.Failure("is cut or damaged: its " + compression.id() + " data cannot be read",
                    "copy it again");
        }
    }

    /** By xz's own library where the size is known and fits; the other decoder takes all, and tells what is wrong. */
    private static Inflated xz(byte[] bytes, int offset, int length, int bound) throws IOException {
        OptionalLong size = XzSize.of(ElfBytes.of(bytes).slice(offset, length));
        Optional<byte[]> content = size.isPresent() && size.getAsLong() <= bound
                ? LibLzma.decoded(bytes, offset, length, (int) size.getAsLong())
                : Optional.empty();
        return content.isPresent()
                ? new Inflated.Bytes(content.get())
                : bounded(new SingleXZInputStream(new ByteArrayInputStream(bytes, offset, length), XZ_MEMORY_KIB),
                        bound);
    }

    /** At once where the size is known: only so can windows be as large as kernels' are. */
    private static Inflated zstd(byte[] bytes, int offset, int length, OptionalLong promised, int bound)
            throws IOException {
        long size = promised.orElseGet(() -> ZstdDecompressor.getDecompressedSize(bytes, offset, length));
        if (size < 0) {
            return bounded(new ZstdInputStream(new ByteArrayInputStream(bytes, offset, length)), bound);
        }
        if (size > bound) {
            return new Inflated.Failure("is damaged: it promises " + size + " bytes out of " + length, "copy it again");
        }
        byte[] content = new byte[(int) size];
        byte[] frame = withReadableWindow(Arrays.copyOfRange(bytes, offset, offset + length));
        int got = new ZstdDecompressor().decompress(frame, 0, length, content, 0, content.length);
        return new Inflated.Bytes(got == content.length ? content : Arrays.copyOf(content, got));
    }

    /**
     * Kernels are compressed with windows of up to 128 MiB; the library refuses more than 8. Where it writes into one
     * array it needs no window at all, so the header may as well say 8. Source: RFC 8878, 3.1.1.1.2 Window_Descriptor.
     */
    private static byte[] withReadableWindow(byte[] frame) {
        boolean hasWindow = frame.length > ZSTD_WINDOW && (frame[ZSTD_WINDOW - 1] & ZSTD_SINGLE_SEGMENT) == 0;
        if (hasWindow && (frame[ZSTD_WINDOW] & 0xff) > ZSTD_8_MIB) {
            frame[ZSTD_WINDOW] = ZSTD_8_MIB;
        }
        return frame;
    }

    private static Inflated bounded(InputStream in, int bound) throws IOException {
        byte[] content = in.readNBytes(bound);
        if (content.length == bound && in.read() >= 0) {
            return tooLarge(bound);
        }
        return new Inflated.Bytes(content);
    }

    private static Inflated tooLarge(int bound) {
        return new Inflated.Failure("holds more than " + (bound >> 20) + " MiB", "give an image without debug info");
    }

    /** Chunks, each after its compressed length. Source: lib/decompress_unlz4.c unlz4(), v6.1. */
    private static Inflated lz4Legacy(byte[] bytes, int offset, int length, int bound) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(Math.min(bound, LZ4_CHUNK));
        Lz4Decompressor decompressor = new Lz4Decompressor();
        ElfBytes words = ElfBytes.of(bytes);
        byte[] chunk = new byte[LZ4_CHUNK];
        int end = offset + length;
        int at = offset + 4;
        while (end - at > 4) {
            int size = words.s32(at);
            at += 4;
            if (size == 0x184c2102) {
                continue; // another stream's magic
            }
            if (size <= 0 || size > end - at) {
                break; // the size word that the kernel's build appends
            }
            int got = decompressor.decompress(bytes, at, size, chunk, 0, chunk.length);
            if (out.size() > bound - got) {
                return tooLarge(bound);
            }
            out.write(chunk, 0, got);
            at += size;
        }
        return new Inflated.Bytes(out.toByteArray());
    }
}
