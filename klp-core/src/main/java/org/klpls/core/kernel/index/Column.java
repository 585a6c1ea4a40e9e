package org.klpls.core.kernel.index;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.klpls.core.elf.ElfBytes;

/** Little-endian numbers while they are being written. */
record Column(byte[] bytes) {
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    static Column ofBytes(int size) {
        return new Column(new byte[size]);
    }

    static Column ofInts(int count) {
        return ofBytes(Math.multiplyExact(count, Integer.BYTES));
    }

    static Column ofLongs(int count) {
        return ofBytes(Math.multiplyExact(count, Long.BYTES));
    }

    void setInt(int offset, int value) {
        INT.set(bytes, offset, value);
    }

    void setLong(int offset, long value) {
        LONG.set(bytes, offset, value);
    }

    /** The i-th number of 4 bytes. */
    void putInt(int i, int value) {
        setInt(i * Integer.BYTES, value);
    }

    int intAt(int i) {
        return (int) INT.get(bytes, i * Integer.BYTES);
    }

    /** The i-th number of 8 bytes. */
    void putLong(int i, long value) {
        setLong(i * Long.BYTES, value);
    }

    ElfBytes content() {
        return ElfBytes.of(bytes);
    }
}
