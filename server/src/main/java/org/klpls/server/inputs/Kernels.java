package org.klpls.server.inputs;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.klpls.core.kernel.TargetKernel;
import org.klpls.core.rule.Skipped;

/** Which kernel a check is made against. */
public final class Kernels {
    private Kernels() {}

    /**
     * The kernel, and what is to be said of it.
     *
     * @param notes why there is none, for the report
     * @param problems why the one that was named cannot be read; one line each
     */
    public record Chosen(Optional<TargetKernel> kernel, List<Skipped> notes, List<String> problems) {
        static final Chosen NONE = new Chosen(Optional.empty(), List.of(), List.of());

        public Chosen {
            notes = List.copyOf(notes);
            problems = List.copyOf(problems);
        }
    }

    /** The kernel that these values of {@code --kernel} name together. */
    public static Chosen named(List<String> values) {
        return Chosen.NONE;
    }

    /** The kernel that goes with these inputs where none is named. */
    public static Chosen goingWith(List<Path> inputs) {
        Optional<Path> index = inputs.stream().map(KernelBeside::of).flatMap(Optional::stream).findFirst();
        return index.map(path -> named(List.of(path.toString()))).orElse(Chosen.NONE);
    }
}
