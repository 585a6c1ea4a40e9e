package org.klpls.core.kernel.index;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The files of a cache folder by their last use, which is their time of change. Other processes add, use and remove files
 * meanwhile: what is gone by then is passed over.
 *
 * @param files the one used last goes first
 */
record KeptFiles(List<Kept> files) {
    static final String SUFFIX = ".klpidx";
    static final Duration UNUSED = Duration.ofDays(90);
    /** Some forty stock kernels, or ten with all of their modules. */
    static final long MOST_BYTES = 1L << 30;
    /** Who writes an index needs seconds; what lies there longer was left by a process that was ended. */
    private static final Duration WRITING = Duration.ofDays(1);
    /** Files are marked as used once in that time, not at each use. */
    private static final Duration MARKED = Duration.ofHours(6);
    private static final String UNFINISHED = ".part";

    /** One file. */
    record Kept(Path file, long size, Instant used) {}

    KeptFiles {
        files = List.copyOf(files);
    }

    static KeptFiles in(Path folder) throws IOException {
        List<Kept> files = new ArrayList<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder,
                "{*" + SUFFIX + ",.klpls-*" + UNFINISHED + "}")) {
            for (Path file : all) {
                try {
                    BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
                    if (attributes.isRegularFile()) {
                        files.add(new Kept(file, attributes.size(), attributes.lastModifiedTime().toInstant()));
                    }
                } catch (IOException _) {
                    // Another process was quicker.
                }
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        files.sort(Comparator.comparing(Kept::used).reversed());
        return new KeptFiles(files);
    }

    /** Marks a file as used now. */
    static void use(Path file) {
        try {
            if (Files.getLastModifiedTime(file).toInstant().isBefore(Instant.now().minus(MARKED))) {
                Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
            }
        } catch (IOException _) {
            // A folder of another user: it is for them to keep.
        }
    }

    /**
     * Removes what was not used for long, and then what was used least lately, until no more than {@link #MOST_BYTES} are left.
     *
     * @param latest stays, however large
     */
    void purge(Path latest) {
        Instant now = Instant.now();
        long kept = 0;
        for (Kept each : files) {
            boolean isUnfinished = each.file().toString().endsWith(UNFINISHED);
            kept += each.size();
            boolean isOld = each.used().isBefore(now.minus(isUnfinished ? WRITING : UNUSED));
            boolean isTooMuch = kept > MOST_BYTES && !isUnfinished;
            if ((isOld || isTooMuch) && !each.file().equals(latest)) {
                kept -= remove(each);
            }
        }
    }

    /** Bytes that are free now. */
    private static long remove(Kept kept) {
        try {
            Files.deleteIfExists(kept.file());
            return kept.size();
        } catch (IOException _) {
            return 0; // a folder of another user
        }
    }
}
