package org.klpls.core.kernel.image;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/**
 * The library of the xz program, where this machine has it: a process that reads one kernel is done with it before the JVM has
 * compiled a decoder written in Java. Source: lzma/container.h lzma_stream_buffer_decode(), liblzma 5.0 and later.
 */
final class LibLzma {
    private static final String FILE = "liblzma.so.5";
    private static final int LZMA_OK = 0;
    /** More than the largest dictionary that kernels use, 128 MiB, needs. */
    private static final long MEMORY = 512L << 20;
    private static final FunctionDescriptor STREAM_BUFFER_DECODE = FunctionDescriptor.of(ValueLayout.JAVA_INT,
            ValueLayout.ADDRESS, ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.ADDRESS, ValueLayout.ADDRESS,
            ValueLayout.JAVA_LONG, ValueLayout.ADDRESS, ValueLayout.ADDRESS, ValueLayout.JAVA_LONG);

    private static final class Loaded {
        static final Optional<MethodHandle> DECODE = find();
    }

    private LibLzma() {}

    /** Empty where there is no such library, or the JVM was not started so that it may be called. */
    @SuppressWarnings("restricted")
    private static Optional<MethodHandle> find() {
        if (!LibLzma.class.getModule().isNativeAccessEnabled()) {
            return Optional.empty();
        }
        try {
            return SymbolLookup.libraryLookup(FILE, Arena.global())
                    .find("lzma_stream_buffer_decode")
                    .map(function -> Linker.nativeLinker().downcallHandle(function, STREAM_BUFFER_DECODE));
        } catch (IllegalArgumentException | UnsupportedOperationException _) {
            return Optional.empty();
        }
    }

    /**
     * The content of an xz stream, checksum included; empty where the library is missing or does not take it, so that another
     * decoder may try and tell why.
     *
     * @param size of the content
     */
    static Optional<byte[]> decoded(byte[] bytes, int offset, int length, int size) {
        return Loaded.DECODE.flatMap(decode -> decoded(decode, bytes, offset, length, size));
    }

    private static Optional<byte[]> decoded(MethodHandle decode, byte[] bytes, int offset, int length, int size) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment in = arena.allocate(Math.max(1, length));
            MemorySegment.copy(bytes, offset, in, ValueLayout.JAVA_BYTE, 0, length);
            MemorySegment out = arena.allocate(Math.max(1, size));
            MemorySegment memory = arena.allocateFrom(ValueLayout.JAVA_LONG, MEMORY);
            MemorySegment inPosition = arena.allocateFrom(ValueLayout.JAVA_LONG, 0);
            MemorySegment outPosition = arena.allocateFrom(ValueLayout.JAVA_LONG, 0);
            int result = (int) decode.invokeExact(memory, 0, MemorySegment.NULL, in, inPosition, (long) length, out,
                    outPosition, (long) size);
            return result == LZMA_OK && outPosition.get(ValueLayout.JAVA_LONG, 0) == size
                    ? Optional.of(out.asSlice(0, size).toArray(ValueLayout.JAVA_BYTE))
                    : Optional.empty();
        } catch (Throwable e) {
            // A method handle declares everything; this one only fails where memory does, or there is a bug.
            if (e instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException(e);
        }
    }
}
