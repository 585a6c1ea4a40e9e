package org.klpls.c.pp;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.Adler32;
import java.util.zip.CRC32;
import java.util.zip.Checksum;

/**
 * Preambles on the disk, one file for each source file and its flags. A file is written under another name and then renamed, so
 * that it is there whole or not at all; one that is damaged or of another build of klpls is as none. When all are too large,
 * the oldest go. A folder that cannot be written only costs time.
 */
public final class PreambleFolder {
    private static final long MAGIC = 0x6b6c707072650002L;
    private static final int HEAD = 24;
    private static final long USUAL_MOST_BYTES = 512L << 20;
    private static final String SUFFIX = ".preamble";

    private final Path folder;
    private final String build;
    private final long mostBytes;

    /**
     * @param build tells one build of klpls from another: what one wrote no other one reads
     * @param mostBytes of all files together, about
     */
    public PreambleFolder(Path folder, String build, long mostBytes) {
        this.folder = folder;
        this.build = build;
        this.mostBytes = mostBytes;
    }

    /**
     * The user's own: {@code $XDG_CACHE_HOME/klpls/preambles}, else {@code ~/.cache/klpls/preambles}. Empty where klpls does not run
     * from a jar: the jar's state tells the build.
     */
    public static Optional<PreambleFolder> inUserCache() {
        Path jar = Path.of(System.getProperty("java.class.path", ""));
        try {
            if (!Files.isRegularFile(jar)) {
                return Optional.empty();
            }
            FileTime changed = Files.getLastModifiedTime(jar);
            return Optional.of(new PreambleFolder(GccFacts.userCache().resolve("preambles"),
                    jar.toAbsolutePath() + " " + changed + " " + Files.size(jar), USUAL_MOST_BYTES));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** What was written for this question. */
    Optional<PieceReader> read(List<String> question) {
        ByteBuffer bytes;
        try (FileChannel channel = FileChannel.open(file(question), StandardOpenOption.READ)) {
            bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, Math.min(channel.size(), Integer.MAX_VALUE));
        } catch (IOException e) {
            return Optional.empty();
        }
        bytes.order(ByteOrder.LITTLE_ENDIAN);
        if (bytes.limit() < HEAD || bytes.getLong() != MAGIC || bytes.getLong() != bytes.limit() - HEAD) {
            return Optional.empty();
        }
        long sum = bytes.getLong();
        CRC32 found = new CRC32();
        found.update(bytes.duplicate());
        if (found.getValue() != sum) {
            return Optional.empty();
        }
        PieceReader in = new PieceReader(bytes);
        return in.text().equals(text(question)) ? Optional.of(in) : Optional.empty();
    }

    /** Where the answer to a question is to be written to. */
    PieceWriter answer(List<String> question) {
        PieceWriter out = new PieceWriter();
        out.text(text(question));
        return out;
    }

    /** False if it could not be written. */
    boolean write(List<String> question, PieceWriter answer) {
        ByteBuffer content = answer.written();
        CRC32 sum = new CRC32();
        sum.update(content.duplicate());
        ByteBuffer head = ByteBuffer.allocate(HEAD).order(ByteOrder.LITTLE_ENDIAN);
        head.putLong(MAGIC).putLong(content.remaining()).putLong(sum.getValue()).flip();
        try {
            Files.createDirectories(folder);
            Path unfinished = Files.createTempFile(folder, "unfinished", SUFFIX);
            try {
                try (FileChannel channel = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
                    writeAll(channel, head);
                    writeAll(channel, content);
                }
                Files.move(unfinished, file(question), StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(unfinished);
            }
            dropOldest();
            return true;
        } catch (IOException e) {
            System.getLogger(PreambleFolder.class.getName()).log(System.Logger.Level.DEBUG, "not kept in " + folder, e);
            return false;
        }
    }

    private static void writeAll(FileChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    private record Aged(Path file, long size, FileTime written) {}

    private void dropOldest() throws IOException {
        List<Aged> files = new ArrayList<>();
        try (Stream<Path> all = Files.list(folder)) {
            for (Path file : all.filter(it -> it.toString().endsWith(SUFFIX)).toList()) {
                files.add(new Aged(file, Files.size(file), Files.getLastModifiedTime(file)));
            }
        }
        long bytes = files.stream().mapToLong(Aged::size).sum();
        files.sort(Comparator.comparing(Aged::written));
        for (Aged oldest : files) {
            if (bytes <= mostBytes) {
                return;
            }
            Files.deleteIfExists(oldest.file);
            bytes -= oldest.size;
        }
    }

    private String text(List<String> question) {
        return build + "\0" + String.join("\0", question);
    }

    /** Two questions that share a name only drive out each other's answers: the whole question is in the file. */
    private Path file(List<String> question) {
        byte[] bytes = text(question).getBytes(StandardCharsets.UTF_8);
        return folder.resolve(Long.toHexString(sum(new CRC32(), bytes) << 32 | sum(new Adler32(), bytes)) + SUFFIX);
    }

    private static long sum(Checksum sum, byte[] bytes) {
        sum.update(bytes, 0, bytes.length);
        return sum.getValue();
    }
}
