package org.klpls.core.elf;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A read-only window over the bytes of a file, with long offsets, little-endian. An access outside the window is a bug
 * of the caller and throws {@link IndexOutOfBoundsException}: what a file claims is compared with {@link #size()} first.
 */
public final class ElfBytes {
    public static final ElfBytes EMPTY = of(new byte[0]);

    private static final ValueLayout.OfShort U16 = ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfInt U32 = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfLong U64 = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private final MemorySegment segment;

    private ElfBytes(MemorySegment segment) {
        this.segment = segment;
    }

    /** A view of this array, which the caller no longer changes. */
    public static ElfBytes of(byte[] bytes) {
        return new ElfBytes(MemorySegment.ofArray(bytes).asReadOnly());
    }

    /** The content of a file, mapped: it is read where it is looked at, and freed when no view of it is left. */
    public static ElfBytes map(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return new ElfBytes(channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), Arena.ofAuto()));
        }
    }

    /** The same bytes, for classes of the JDK that want a buffer; at most 2 GiB. */
    public ByteBuffer asByteBuffer() {
        return segment.asByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
    }

    public long size() {
        return segment.byteSize();
    }

    public int u8(long offset) {
        return segment.get(ValueLayout.JAVA_BYTE, offset) & 0xff;
    }

    public int u16(long offset) {
        return segment.get(U16, offset) & 0xffff;
    }

    public long u32(long offset) {
        return segment.get(U32, offset) & 0xffff_ffffL;
    }

    public int s32(long offset) {
        return segment.get(U32, offset);
    }

    public long u64(long offset) {
        return segment.get(U64, offset);
    }

    /** Whether {@code [offset, offset + length)}, read as unsigned numbers, lies inside. */
    public boolean holds(long offset, long length) {
        return offset >= 0 && length >= 0 && offset <= size() && length <= size() - offset;
    }

    public ElfBytes slice(long offset, long length) {
        return new ElfBytes(segment.asSlice(offset, length));
    }

    public boolean isZero(long offset, long length) {
        long i = 0;
        for (; i + Long.BYTES <= length; i += Long.BYTES) {
            if (u64(offset + i) != 0) {
                return false;
            }
        }
        for (; i < length; i++) {
            if (u8(offset + i) != 0) {
                return false;
            }
        }
        return true;
    }

    /**
     * The string that starts here, one char a byte. Empty where the offset lies outside, or no NUL ends the string
     * inside the window.
     */
    public Optional<String> cString(long offset) {
        OptionalLong length = cStringLength(offset);
        return length.isEmpty() ? Optional.empty() : Optional.of(text(offset, length.getAsLong()));
    }

    /** Bytes before the NUL of the string that starts here; empty where {@link #cString} is. */
    public OptionalLong cStringLength(long offset) {
        if (!holds(offset, 1)) {
            return OptionalLong.empty();
        }
        long end = offset;
        while (end <= size() - Long.BYTES && !hasZeroByte(u64(end))) {
            end += Long.BYTES;
        }
        while (end < size() && u8(end) != 0) {
            end++;
        }
        return end == size() ? OptionalLong.empty() : OptionalLong.of(end - offset);
    }

    /** Whether one of the 8 bytes is 0: only there does subtracting 1 from each borrow into a bit that was clear. */
    private static boolean hasZeroByte(long word) {
        return (word - 0x0101010101010101L & ~word & 0x8080808080808080L) != 0;
    }

    /** These bytes, one char a byte. */
    public String text(long offset, long length) {
        return new String(slice(offset, length).toArray(), StandardCharsets.ISO_8859_1);
    }

    /** A copy. */
    public byte[] toArray() {
        return segment.toArray(ValueLayout.JAVA_BYTE);
    }

    public void copyTo(byte[] target, int at) {
        MemorySegment.copy(segment, ValueLayout.JAVA_BYTE, 0, target, at, (int) size());
    }
}
