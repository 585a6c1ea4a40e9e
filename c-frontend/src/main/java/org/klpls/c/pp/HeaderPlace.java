package org.klpls.c.pp;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongConsumer;

import org.klpls.c.text.SourceText;

/** A path where a header may be, and what was there when it was last looked at. Safe for all threads. */
final class HeaderPlace {
    /** A folder that changed so lately may change once more and keep its stamp: file systems count time in ticks. */
    private static final long TOO_NEW = TimeUnit.SECONDS.toNanos(1);

    private sealed interface Seen {}

    private record Unknown() implements Seen {}

    private record There(SourceFiles.Stamp stamp, LexedFile file) implements Seen {}

    /** It was not there, when its folder was in this state. */
    private record Absent(Optional<SourceFiles.Stamp> folder) implements Seen {}

    private static final Seen UNKNOWN = new Unknown();

    private final Path path;
    private final Path folder;
    private final LexerMode mode;
    private volatile Seen seen = UNKNOWN;
    private volatile long lastUsed;
    private final ReentrantLock reading = new ReentrantLock();

    HeaderPlace(Path path, LexerMode mode) {
        this.path = path;
        this.mode = mode;
        this.folder = Optional.ofNullable(path.getParent()).orElse(path);
    }

    boolean isHeld() {
        return seen instanceof There;
    }

    long lastUsed() {
        return lastUsed;
    }

    /** Forgets the file; gives how many bytes that frees. */
    long drop() {
        return -become(UNKNOWN);
    }

    /** Gives how many bytes more are held. Two threads that read the same file count it once. */
    private synchronized long become(Seen newer) {
        long before = bytes(seen);
        seen = newer;
        return bytes(newer) - before;
    }

    private static long bytes(Seen seen) {
        return seen instanceof There there ? there.file.bytes() : 0;
    }

    /** @param held is told how many bytes more are held now */
    Optional<LexedFile> open(SourceFiles files, FoldersSeen folders, LexedTexts texts, long now, LongConsumer held) {
        Seen known = seen;
        if (known instanceof Absent absent && absent.folder.equals(folders.stamp(folder))) {
            return Optional.empty();
        }
        Optional<SourceFiles.Stamp> stamp = files.stamp(path);
        if (stamp.isEmpty()) {
            held.accept(become(absence(folders)));
            return Optional.empty();
        }
        lastUsed = now;
        if (known instanceof There there && there.stamp.equals(stamp.get())) {
            return Optional.of(there.file);
        }
        reading.lock();
        try {
            return read(files, stamp.get(), texts, held);
        } finally {
            reading.unlock();
        }
    }

    /** Of several threads that want a file one reads it. */
    private Optional<LexedFile> read(SourceFiles files, SourceFiles.Stamp stamp, LexedTexts texts, LongConsumer held) {
        if (seen instanceof There there && there.stamp.equals(stamp)) {
            return Optional.of(there.file);
        }
        Optional<SourceText> text = files.read(path);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        LexedFile file = texts.lexed(text.get(), mode);
        held.accept(become(new There(stamp, file)));
        return Optional.of(file);
    }

    private Seen absence(FoldersSeen folders) {
        Optional<SourceFiles.Stamp> state = folders.stamp(folder);
        long clock = TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis());
        boolean settled = state.isEmpty() || clock - state.get().changed() > TOO_NEW;
        return settled ? new Absent(state) : UNKNOWN;
    }
}
