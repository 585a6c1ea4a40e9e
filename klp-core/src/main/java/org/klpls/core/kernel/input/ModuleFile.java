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
        record Facts(ModuleFacts facts) implements Outcome {}

        record Failure(String message) implements Outcome {}
    }

    private ModuleFile() {}

    static boolean isModule(String fileName) {
        return fileName.endsWith(".ko") || fileName.endsWith(".ko.xz") || fileName.endsWith(".ko.zst")
                || fileName.endsWith(".ko.gz");
    }

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
        return image.<Outcome>map(i -> new Outcome.Facts(ModuleFactsReader.read(i, nameOf(file))))
                .orElseGet(() -> new Outcome.Failure(reading.problems().getFirst().message()));
    }

    /** The name that the kernel gives it: the file's, with _ for each -. Source: scripts/Makefile.lib name-fix, v6.1. */
    private static String nameOf(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.indexOf(".ko")).replace('-', '_');
    }
}
