package org.klpls.core.testing.kernel;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** The memory that host and guest share: jobs in, results out. Its layout is {@code struct shared} of guest/init.c. */
final class SharedMemory {
    /** Known to guest/init.c too. Always the same, so that a saved machine can go on with other jobs. */
    private static final long SIZE = 128 << 20;

    private static final long HEADER = 4096;
    private static final int RESULTS_SIZE = 4;
    private static final int FINISHED = 5;
    private static final int READY = 6;
    private static final int RECORD_HEAD = 8;

    /** One thing the guest told. */
    record Result(int kind, byte[] bytes) {
        static final int BEGUN = 1;
        static final int LOADED = 2;
        static final int TRANSITION = 3;
        static final int DISABLED = 4;
        static final int UNLOADED = 5;
        static final int MESSAGES = 6;
        static final int CONTENT = 7;
        static final int ENDED = 8;
        static final int PROBED = 9;

        /** What a record of one number holds. */
        int number() {
            return MemorySegment.ofArray(bytes).get(ValueLayout.JAVA_INT_UNALIGNED, 0);
        }
    }

    private final Path file;
    private final MemorySegment memory;

    private SharedMemory(Path file, MemorySegment memory) {
        this.file = file;
        this.memory = memory;
    }

    /** Nothing to do yet: for a machine that is to be saved when it has come up. */
    static SharedMemory waiting(Arena arena, Path folder) throws IOException {
        return create(arena, folder, List.of(), false);
    }

    /** A file under the folder that holds these jobs and room for their results; mapped until the arena is closed. */
    static SharedMemory create(Arena arena, Path folder, List<Job> jobs) throws IOException {
        return create(arena, folder, jobs, true);
    }

    private static SharedMemory create(Arena arena, Path folder, List<Job> jobs, boolean go) throws IOException {
        List<byte[]> contents = jobs.stream().map(Job::bytes).toList();
        long jobsSize = contents.stream().mapToLong(bytes -> RECORD_HEAD + padded(bytes.length)).sum();
        if (HEADER + jobsSize > SIZE / 2) {
            throw new IllegalArgumentException("too many bytes for one run: " + jobsSize);
        }
        Path file = folder.resolve("shared");
        try (var channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ,
                StandardOpenOption.WRITE, StandardOpenOption.SPARSE)) {
            MemorySegment memory = channel.map(FileChannel.MapMode.READ_WRITE, 0, SIZE, arena);
            long[] header = {HEADER, jobsSize, HEADER + jobsSize, SIZE - HEADER - jobsSize, 0, 0, 0, go ? 1 : 0};
            MemorySegment.copy(header, 0, memory, ValueLayout.JAVA_LONG, 0, header.length);
            long at = HEADER;
            for (int i = 0; i < contents.size(); i++) {
                byte[] bytes = contents.get(i);
                memory.set(ValueLayout.JAVA_INT, at, jobs.get(i).number());
                memory.set(ValueLayout.JAVA_INT, at + 4, bytes.length);
                MemorySegment.copy(bytes, 0, memory, ValueLayout.JAVA_BYTE, at + RECORD_HEAD, bytes.length);
                at += RECORD_HEAD + padded(bytes.length);
            }
            return new SharedMemory(file, memory);
        }
    }

    Path file() {
        return file;
    }

    long size() {
        return SIZE;
    }

    /** Bytes of whole results so far; grows while the guest lives. */
    long resultsSize() {
        return number(RESULTS_SIZE);
    }

    boolean finished() {
        return number(FINISHED) != 0;
    }

    /** The guest has come up and waits. */
    boolean ready() {
        return number(READY) != 0;
    }

    private long number(int index) {
        return (long) ValueLayout.JAVA_LONG.varHandle().getVolatile(memory, (long) index * Long.BYTES);
    }

    List<Result> results() {
        List<Result> results = new ArrayList<>();
        long at = memory.get(ValueLayout.JAVA_LONG, 2L * Long.BYTES);
        long end = at + resultsSize();
        while (at < end) {
            int length = memory.get(ValueLayout.JAVA_INT, at + 4);
            byte[] bytes = memory.asSlice(at + RECORD_HEAD, length).toArray(ValueLayout.JAVA_BYTE);
            results.add(new Result(memory.get(ValueLayout.JAVA_INT, at), bytes));
            at += RECORD_HEAD + padded(length);
        }
        return results;
    }

    private static long padded(long length) {
        return (length + 7) & -8;
    }
}
