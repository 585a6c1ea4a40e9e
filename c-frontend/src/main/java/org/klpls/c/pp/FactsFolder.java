package org.klpls.c.pp;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Answers kept on disk, one file each, named by the hash of the question. A file is written under another name and then
 * renamed, so that it is there whole or not at all. A folder that cannot be written only costs time.
 */
final class FactsFolder {
    private static final int FORMAT = 2;
    private static final long MOST_BYTES = 4 << 20;

    private final Path folder;

    FactsFolder(Path folder) {
        this.folder = folder;
    }

    Optional<String> read(List<String> question) {
        Path file = file(question);
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > MOST_BYTES) {
                return Optional.empty();
            }
            return Optional.of(Files.readString(file));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    void write(List<String> question, String answer) {
        try {
            Files.createDirectories(folder);
            Path unfinished = Files.createTempFile(folder, "unfinished", "");
            try {
                Files.writeString(unfinished, answer);
                Files.move(unfinished, file(question), StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(unfinished);
            }
        } catch (IOException e) {
            System.getLogger(FactsFolder.class.getName()).log(System.Logger.Level.DEBUG, "not kept in " + folder, e);
        }
    }

    private Path file(List<String> question) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] hash = digest.digest((FORMAT + "\0" + String.join("\0", question)).getBytes(StandardCharsets.UTF_8));
            return folder.resolve(HexFormat.of().formatHex(hash, 0, 16));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
