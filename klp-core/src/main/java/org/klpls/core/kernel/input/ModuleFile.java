package org.klpls.core.kernel.input;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import org.klpls.core.elf.ElfBytes;
import org.klpls.core.elf.ElfImage;
import org.klpls.core.elf.ElfReader;
import org.klpls.core.elf.ElfReading;
import org.klpls.core.kernel.image.Compression;
import org.klpls.core.kernel.image.Inflated;
import org.klpls.core.kernel.image.Inflater;

/** A {@code .ko}, compressed or not. */
final class ModuleFile {
    /** What came of reading one. */
    sealed interface Outcome {
        record Image(ElfImage image) implements Outcome {}

        record Failure(String message) implements Outcome {}
    }

    private ModuleFile() {}

    static Outcome read(Path file) {
        try {
            if (Files.size(file) > Inflater.LARGEST_MODULE) {
                return new Outcome.Failure(file + " has " + Files.size(file) + " bytes: too many for a module");
            }
            byte[] content = Files.readAllBytes(file);
            Optional<Compression> compression = Compression.at(content, 0);
            if (compression.isEmpty()) {
                return read(file, content);
            }
            return switch (Inflater.inflate(compression.get(), content, 0, content.length, OptionalLong.empty(),
                    Inflater.LARGEST_MODULE)) {
                case Inflated.Bytes(byte[] inflated) -> read(file, inflated);
                case Inflated.Failure(String reason, String _) -> new Outcome.Failure(file + " " + reason);
            };
        } catch (IOException e) {
            return new Outcome.Failure(file + " cannot be read: " + e.getMessage());
        }
    }

    private static Outcome read(Path file, byte[] content) {
        ElfReading reading = ElfReader.read(file, ElfBytes.of(content));
        Optional<ElfImage> image = reading.image().filter(_ -> reading.problems().isEmpty());
        return image.<Outcome>map(Outcome.Image::new)
                .orElseGet(() -> new Outcome.Failure(reading.problems().getFirst().message()));
    }
}
