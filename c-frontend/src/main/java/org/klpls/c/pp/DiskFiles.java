package org.klpls.c.pp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import org.klpls.c.text.SourceBytes;
import org.klpls.c.text.SourceText;

/** The files on the disk, whatever bytes they hold: see {@link SourceBytes}. */
public final class DiskFiles implements SourceFiles {
    /** No source is as large as this; the largest register headers of amdgpu have some 25 MB. */
    private static final long MOST_BYTES = 256L << 20;

    @Override
    public boolean takeTime() {
        return true;
    }

    @Override
    public Optional<Stamp> stamp(Path file) {
        return attributes(file).filter(BasicFileAttributes::isRegularFile).map(DiskFiles::stamp);
    }

    @Override
    public Optional<Stamp> folder(Path folder) {
        return attributes(folder).filter(BasicFileAttributes::isDirectory).map(DiskFiles::stamp);
    }

    private static Stamp stamp(BasicFileAttributes attributes) {
        return new Stamp(attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS), attributes.size());
    }

    private static Optional<BasicFileAttributes> attributes(Path path) {
        try {
            return Optional.ofNullable(path.getFileSystem().provider().readAttributesIfExists(path,
                    BasicFileAttributes.class));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<SourceText> read(Path file) {
        try {
            if (Files.size(file) > MOST_BYTES) {
                return Optional.empty();
            }
            return Optional.of(SourceText.of(file, SourceBytes.decode(Files.readAllBytes(file))));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
