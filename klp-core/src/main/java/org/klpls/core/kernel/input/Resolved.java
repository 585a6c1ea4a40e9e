package org.klpls.core.kernel.input;

import java.util.List;
import org.klpls.core.kernel.KernelProblem;

/** The sources that an input stands for, or why it stands for none. */
public record Resolved(List<KernelSource> sources, List<KernelProblem> problems) {
    public Resolved {
        sources = List.copyOf(sources);
        problems = List.copyOf(problems);
    }

    static Resolved of(KernelSource... sources) {
        return new Resolved(List.of(sources), List.of());
    }

    static Resolved problem(String input, String message, String remedy) {
        return new Resolved(List.of(), List.of(new KernelProblem(input, message, remedy)));
    }
}
