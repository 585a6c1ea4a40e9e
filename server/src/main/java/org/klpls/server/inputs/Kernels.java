package org.klpls.server.inputs;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.klpls.core.kernel.KernelProblem;
import org.klpls.core.kernel.KernelReader;
import org.klpls.core.kernel.KernelReading;
import org.klpls.core.kernel.TargetKernel;
import org.klpls.core.kernel.index.KernelCache;
import org.klpls.core.kernel.input.DebugInfoSearch;
import org.klpls.core.rule.Skipped;

/** Which kernel a check is made against. */
public final class Kernels {
    private Kernels() {}

    /**
     * The kernel, or what is to be said of its absence.
     *
     * @param notes why there is none, for the report
     */
    public record Chosen(Optional<TargetKernel> kernel, List<Skipped> notes) {
        public static final Chosen NONE = new Chosen(Optional.empty(), List.of());

        public Chosen {
            notes = List.copyOf(notes);
        }

        /** A kernel that was looked for on the user's behalf: that it cannot be read is a note, not a failure. */
        public static Chosen of(KernelReading reading) {
            return new Chosen(reading.problems().isEmpty() ? reading.kernel() : Optional.empty(),
                    reading.problems().stream().map(Chosen::note).toList());
        }

        private static Skipped note(KernelProblem problem) {
            return new Skipped("kernel", problem.message(), problem.remedy());
        }
    }

    /** The kernel that these values of {@code --kernel} name together. Problems: the user named what cannot be used. */
    public static KernelReading named(List<String> values) {
        return KernelReader.read(values);
    }

    /** The same, with debug info that was not given looked for: it may be fetched, which takes minutes. */
    public static KernelReading named(List<String> values, DebugInfoSearch search) {
        return KernelReader.read(values, KernelCache.ofUser(), search);
    }

    /**
     * What {@link #named} is to be given where the user names no kernel: an index file beside an input, else the release
     * that the sources are compiled for, or the modules built for. Empty: nothing tells.
     */
    public static List<String> goingWith(List<Path> sources, List<Path> modules) {
        return Stream.of(
                Stream.concat(sources.stream(), modules.stream()).map(KernelBeside::of)
                        .map(index -> index.map(Path::toString)),
                sources.stream().map(BuiltFor::ofSource),
                modules.stream().map(BuiltFor::ofModule)).flatMap(found -> found).flatMap(Optional::stream).limit(1)
                .toList();
    }
}
