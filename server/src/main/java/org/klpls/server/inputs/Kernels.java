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
import org.klpls.core.kernel.input.KernelInputs;
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
     * Of modules that lie together those that were built for other releases than this kernel; none where no module was
     * built for it, for then the kernel may be the wrong one.
     */
    public static List<Path> ofOtherReleases(List<Path> modules, TargetKernel kernel) {
        Optional<String> release = kernel.identity().release();
        List<Path> others = modules.stream()
                .filter(m -> BuiltFor.ofModule(m).filter(r -> !release.equals(Optional.of(r))).isPresent()).toList();
        return release.isPresent() && others.size() < modules.size() ? others : List.of();
    }

    /** What is to be said of such a module, which is left out. */
    public static Skipped leftOut(Path module, TargetKernel kernel) {
        String built = BuiltFor.ofModule(module).orElse("another kernel");
        return new Skipped(String.valueOf(module.getFileName()),
                "it was built for " + built + ", and what else is here for "
                        + kernel.identity().release().orElse("another kernel") + ": it is left out",
                "check it by itself, or with --kernel " + built);
    }

    /**
     * What {@link #named} is to be given where the user names no kernel: an index file beside an input, else the release
     * that the sources are compiled for, or the modules built for, else the folder that the sources are compiled in. Of
     * what is not there the first, so that it can be told. Empty: nothing tells.
     */
    public static List<String> goingWith(List<Path> sources, List<Path> modules) {
        Optional<String> index = Stream.concat(sources.stream(), modules.stream()).map(KernelBeside::of)
                .flatMap(Optional::stream).map(Path::toString).findFirst();
        if (index.isPresent()) {
            return List.of(index.get());
        }
        List<Path> folders = sources.stream().map(BuiltFor::folderOfSource).flatMap(Optional::stream).distinct()
                .toList();
        List<String> candidates = Stream.of(folders.stream().map(BuiltFor::ofFolder).flatMap(Optional::stream),
                modules.stream().map(BuiltFor::ofModule).flatMap(Optional::stream),
                folders.stream().map(Path::toString)).flatMap(found -> found).distinct().toList();
        return candidates.stream().filter(c -> KernelInputs.resolve(c).problems().isEmpty()).findFirst()
                .or(() -> candidates.stream().findFirst()).stream().toList();
    }
}
