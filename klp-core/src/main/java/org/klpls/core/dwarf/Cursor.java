package org.klpls.core.dwarf;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Reads numbers one after the other. Reading past the end gives 0 and is remembered: who reads looks at
 * {@link #isOverrun} where it matters, at the latest after each entry, and stops.
 */
final class Cursor {
    private static final VarHandle U16 = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle U32 = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle U64 = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final byte[] bytes;
    private final int end;
    private int at;
    private boolean overrun;

    Cursor(byte[] bytes) {
        this(bytes, 0);
    }

    Cursor(byte[] bytes, int at) {
        this.bytes = bytes;
        this.end = bytes.length;
        this.at = at;
    }

    int at() {
        return at;
    }

    int end() {
        return end;
    }

    boolean isOverrun() {
        return overrun;
    }

    boolean hasMore() {
        return at < end && !overrun;
    }

    /** To a place further on; anything else is an overrun. */
    void moveTo(long place) {
        if (place < at || place > end) {
            fail();
        } else {
            at = (int) place;
        }
    }

    /** @param count unsigned */
    void skip(long count) {
        if (count < 0 || count > end - at) {
            fail();
        } else {
            at += (int) count;
        }
    }

    private void fail() {
        overrun = true;
        at = end;
    }

    /** Whether so many bytes are there, and where: the cursor goes on behind them. */
    private int take(int count) {
        int from = at;
        if (count > end - from) {
            fail();
            return -1;
        }
        at = from + count;
        return from;
    }

    int u8() {
        int from = take(1);
        return from < 0 ? 0 : bytes[from] & 0xff;
    }

    int u16() {
        int from = take(Short.BYTES);
        return from < 0 ? 0 : (short) U16.get(bytes, from) & 0xffff;
    }

    long u24() {
        return u16() | (long) u8() << 16;
    }

    long u32() {
        int from = take(Integer.BYTES);
        return from < 0 ? 0 : (int) U32.get(bytes, from) & 0xffff_ffffL;
    }

    long u64() {
        int from = take(Long.BYTES);
        return from < 0 ? 0 : (long) U64.get(bytes, from);
    }

    /** An address, or an offset of a section: 8 bytes or 4. */
    long word(int size) {
        return size == Long.BYTES ? u64() : u32();
    }

    /** A LEB128 number without sign; bits past 64 are dropped. */
    long uleb() {
        long value = 0;
        int shift = 0;
        while (at < end) {
            byte next = bytes[at++];
            if (shift < Long.SIZE) {
                value |= (next & 0x7fL) << shift;
            }
            if (next >= 0) {
                return value;
            }
            shift += 7;
        }
        fail();
        return 0;
    }

    /** A LEB128 number with sign. */
    long sleb() {
        long value = 0;
        int shift = 0;
        while (at < end) {
            byte next = bytes[at++];
            if (shift < Long.SIZE) {
                value |= (next & 0x7fL) << shift;
            }
            shift += 7;
            if (next >= 0) {
                return shift < Long.SIZE && (next & 0x40) != 0 ? value | -1L << shift : value;
            }
        }
        fail();
        return 0;
    }

    /** Past a string and the NUL that ends it. */
    void skipString() {
        while (at < end) {
            if (bytes[at++] == 0) {
                return;
            }
        }
        fail();
    }
}
