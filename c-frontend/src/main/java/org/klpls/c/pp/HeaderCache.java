package org.klpls.c.pp;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

import org.klpls.c.text.SourceText;

/**
 * Files read and lexed once for all translation units. A file is read again when its stamp has changed, and lexed again when its
 * text has. Safe for all threads.
 */
public final class HeaderCache {
    private record Entry(SourceFiles.Stamp stamp, LexedFile file) {}

    private final SourceFiles files;
    private final Interner interner = new Interner();
    private final AtomicLong changes = new AtomicLong();
    private final Map<Path, Entry> entries = new ConcurrentHashMap<>();

    public HeaderCache(SourceFiles files) {
        this.files = files;
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
        return entries.size();
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
        entries.clear();
    }

    /** A file as it is now; empty if it cannot be read. */
    Optional<LexedFile> open(Path path) {
        Optional<SourceFiles.Stamp> stamp = files.stamp(path);
        if (stamp.isEmpty()) {
            return Optional.empty();
        }
        Entry known = entries.get(path);
        if (known != null && known.stamp.equals(stamp.get())) {
            return Optional.of(known.file);
        }
        return files.read(path).map(text -> keep(path, stamp.get(), known, text));
    }

    private LexedFile keep(Path path, SourceFiles.Stamp stamp,
            @org.jspecify.annotations.Nullable Entry known, SourceText text) {
        LexedFile file = known != null && known.file.source.text().equals(text.text())
                ? known.file
                : Lexer.lex(text, interner);
        entries.put(path, new Entry(stamp, file));
        return file;
    }
}
