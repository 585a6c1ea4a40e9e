package org.klpls.c.pp;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import org.klpls.c.text.SourceText;

/**
 * Files read and lexed once for all translation units. The same text is kept once, wherever it stands. A file is read again when
 * its stamp has changed, and lexed again when its text has. What was not there is looked for again when its folder has
 * changed. Files that were not asked for lately go when all together are too large. Safe for all threads.
 */
public final class HeaderCache {
    /** Several kernels' headers; those that one module includes take some 20 MB. */
    private static final long USUAL_MOST_BYTES = 96L << 20;
    private static final int MOST_NAMES = 1 << 17;

    private record Known(Path path, LexerMode mode) {}

    private record Aged(HeaderPlace place, long lastUsed) {}

    private final SourceFiles files;
    private final long mostBytes;
    private final Interner interner = new Interner();
    private final LexedTexts texts = new LexedTexts(interner);
    private final AtomicLong changes = new AtomicLong();
    private final AtomicLong clock = new AtomicLong();
    private final AtomicLong bytes = new AtomicLong();
    private final Map<Known, HeaderPlace> places = new ConcurrentHashMap<>();
    /** By the folder that names are relative to, and the name as written. */
    private final Map<Known, Map<String, HeaderPlace>> names = new ConcurrentHashMap<>();
    private volatile int usualTokens = 1 << 14;
    private final long began;

    public HeaderCache(SourceFiles files) {
        this(files, USUAL_MOST_BYTES);
    }

    /** @param mostBytes how much the files held may take, about */
    public HeaderCache(SourceFiles files, long mostBytes) {
        this(files, mostBytes, TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis()));
    }

    HeaderCache(SourceFiles files, long mostBytes, long began) {
        this.files = files;
        this.mostBytes = mostBytes;
        this.began = began;
    }

    /** The texts of all tokens of all files in this cache. */
    public Interner interner() {
        return interner;
    }

    public SourceFiles files() {
        return files;
    }

    /** How many files are held. */
    public int size() {
        return (int) places.values().stream().filter(HeaderPlace::isHeld).count();
    }

    /** When the first file may have been read, in nanoseconds since the epoch. */
    long began() {
        return began;
    }

    boolean isEmpty() {
        return bytes.get() == 0;
    }

    /** Says that files have changed: every preamble looks at its headers before it is used again. */
    public void filesChanged() {
        changes.incrementAndGet();
    }

    long changes() {
        return changes.get();
    }

    /** Forgets all files; those in use by a translation unit live on there. */
    public void clear() {
        names.clear();
        places.clear();
        texts.clear();
        bytes.set(0);
    }

    /** The tokens of a text that is no file, or is not to be kept as one. */
    LexedFile lexed(SourceText text, LexerMode mode) {
        return texts.lexed(text, mode);
    }

    /** Where a name leads from a folder. */
    HeaderPlace place(Path directory, String name, LexerMode mode) {
        Map<String, HeaderPlace> inDirectory = names.computeIfAbsent(new Known(directory, mode),
                _ -> new ConcurrentHashMap<>());
        HeaderPlace known = inDirectory.get(name);
        if (known == null) {
            if (inDirectory.size() >= MOST_NAMES) {
                inDirectory.clear();
            }
            known = place(new Known(directory.resolve(name).normalize(), mode));
            inDirectory.put(name, known);
        }
        return known;
    }

    private HeaderPlace place(Known known) {
        if (places.size() >= MOST_NAMES) {
            clear();
        }
        return places.computeIfAbsent(known, it -> new HeaderPlace(it.path, it.mode));
    }

    /** A file as it is now; empty if it cannot be read. */
    Optional<LexedFile> open(HeaderPlace place, FoldersSeen folders) {
        return place.open(files, folders, texts, clock.incrementAndGet(), this::nowHeld);
    }

    /** How many tokens a unit is likely to have: as many as the last one. */
    int usualTokens() {
        return usualTokens;
    }

    void finished(int tokens) {
        usualTokens = tokens;
    }

    private void nowHeld(long more) {
        if (bytes.addAndGet(more) > mostBytes) {
            dropOldest();
        }
    }

    private synchronized void dropOldest() {
        // Other threads go on using them: the order is of one moment.
        List<Aged> oldestFirst = places.values().stream().filter(HeaderPlace::isHeld)
                .map(it -> new Aged(it, it.lastUsed())).sorted(Comparator.comparingLong(Aged::lastUsed)).toList();
        for (Aged aged : oldestFirst) {
            if (bytes.get() <= mostBytes / 4 * 3) {
                return;
            }
            bytes.addAndGet(-aged.place.drop());
        }
    }
}
