package org.klpls.core.kernel.input;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Predicate;
import org.klpls.core.dwarf.DebugInfoReader;
import org.klpls.core.dwarf.DebugInfoReading;
import org.klpls.core.elf.ElfBytes;
import org.klpls.core.elf.ElfImage;
import org.klpls.core.elf.ElfReader;
import org.klpls.core.kernel.image.BuildIds;

/** A file that may hold the debug info of a kernel. */
final class DebugInfoInput {
    /** What came of reading one. */
    sealed interface Outcome {
        /** An {@link org.klpls.core.dwarf.InlineMap}. */
        record Map(ElfBytes map) implements Outcome {}

        /** Why none: a clause that follows the file's name. */
        record Nothing(String reason) implements Outcome {}
    }

    private DebugInfoInput() {}

    /** Whether it is a file with debug info, whatever that is worth. */
    static boolean isIn(Path file) {
        try {
            return ElfReader.read(file, ElfBytes.map(file)).image().filter(DebugInfoReader::isIn).isPresent();
        } catch (IOException | InternalError _) {
            return false;
        }
    }

    /**
     * What the file tells, if it is of that build.
     *
     * @param fits whether the file describes what is asked about
     */
    static Outcome read(Path file, String buildId, Predicate<ElfImage> fits) {
        try {
            Optional<ElfImage> image = ElfReader.read(file, ElfBytes.map(file)).image();
            return image.map(i -> read(i, buildId, fits)).orElseGet(() -> new Outcome.Nothing("is not an ELF file"));
        } catch (IOException e) {
            return new Outcome.Nothing("cannot be read: " + e.getMessage());
        } catch (InternalError _) {
            // So the JVM tells that a mapped file has become shorter.
            return new Outcome.Nothing("was changed while it was read");
        }
    }

    private static Outcome read(ElfImage image, String buildId, Predicate<ElfImage> fits) {
        Optional<String> found = BuildIds.of(image);
        if (found.isEmpty() && !DebugInfoReader.isIn(image)) {
            return new Outcome.Nothing("holds no debug info");
        }
        if (!found.equals(Optional.of(buildId))) {
            return new Outcome.Nothing(
                    "is of another build (build-id " + found.orElse("none") + ") than what is asked about ("
                            + buildId + ")");
        }
        if (!fits.test(image)) {
            return new Outcome.Nothing("has other sections than the module, though its build-id");
        }
        DebugInfoReading reading = DebugInfoReader.read(image);
        return reading.map()
                .<Outcome>map(map -> new Outcome.Map(map.bytes()))
                .orElseGet(() -> new Outcome.Nothing(reading.withoutMap().orElse("holds no debug info")));
    }
}
