package org.klpls.core.kernel.input;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.klpls.core.dwarf.InlineMap;
import org.klpls.core.elf.ElfBytes;
import org.klpls.core.kernel.index.IndexFile;

/** A name for what sources hold, so that the same content is found again in the cache. */
public final class SourceKey {
    /** Larger files, and those of folders, are told apart by size and time of change. */
    private static final long HASHED = 32 << 20;
    private static final int HEAD = 1 << 16;
    /** To be raised when readers make something else of the same content. */
    private static final int READERS = 2;

    private SourceKey() {}

    /** Empty where nothing is worth keeping, or something cannot be read. */
    public static Optional<String> of(Collection<KernelSource> sources) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            add(digest, "version " + IndexFile.VERSION + " inlines " + InlineMap.VERSION + " readers " + READERS);
            for (KernelSource source : sources) {
                add(digest, source.getClass().getSimpleName());
                switch (source) {
                    case KernelSource.Image(Path file) -> addFile(digest, file);
                    case KernelSource.SymbolList(Path file) -> addFile(digest, file);
                    case KernelSource.Symvers(Path file) -> addFile(digest, file);
                    case KernelSource.Config(Path file) -> addFile(digest, file);
                    case KernelSource.Index(Path file) -> addFile(digest, file);
                    case KernelSource.BuildFolder(Path folder) -> addBuild(digest, folder);
                    case KernelSource.Modules(Path folder) -> addModules(digest, folder);
                }
            }
            return Optional.of(HexFormat.of().formatHex(digest.digest()).substring(0, 32));
        } catch (IOException | InternalError _) {
            // InternalError: a mapped file has become shorter
            return Optional.empty();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every JDK has it
        }
    }

    /** A name for a folder, whatever it holds. */
    static String ofFolder(Path folder) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            add(digest, "version " + IndexFile.VERSION + " " + folder.toAbsolutePath().normalize());
            return "modules-" + HexFormat.of().formatHex(digest.digest()).substring(0, 32);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every JDK has it
        }
    }

    private static void add(MessageDigest digest, String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }

    private static void addFile(MessageDigest digest, Path file) throws IOException {
        // A name such as System.map-RELEASE tells the release.
        add(digest, file.getFileName().toString());
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        if (attributes.size() > 0 && attributes.size() <= HASHED) {
            ElfBytes content = ElfBytes.map(file);
            // The head holds the build's banner; the rest need only be told from other builds, at the speed of reading.
            digest.update(content.slice(0, Math.min(HEAD, content.size())).asByteBuffer());
            CRC32C crc = new CRC32C();
            crc.update(content.asByteBuffer());
            add(digest, content.size() + " " + crc.getValue());
        } else {
            addStamp(digest, file);
        }
    }

    private static void addStamp(MessageDigest digest, Path file) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        add(digest, file.toAbsolutePath() + " " + attributes.size() + " " + attributes.lastModifiedTime().toMillis());
    }

    private static void addBuild(MessageDigest digest, Path folder) throws IOException {
        for (Path file : Stream
                .of("Module.symvers", ".config", "include/config/kernel.release", BuildFolderInput.UTSRELEASE)
                .map(folder::resolve)
                .filter(Files::isRegularFile)
                .toList()) {
            addStamp(digest, file);
        }
    }

    private static void addModules(MessageDigest digest, Path folder) throws IOException {
        for (Path file : ModulesInput.files(folder)) {
            addStamp(digest, file);
        }
        for (String list : List.of("modules.dep", "modules.builtin")) {
            if (Files.isRegularFile(folder.resolve(list))) {
                addStamp(digest, folder.resolve(list));
            }
        }
    }
}
