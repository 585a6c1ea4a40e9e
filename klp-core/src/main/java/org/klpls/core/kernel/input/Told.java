package org.klpls.core.kernel.input;

import java.util.List;
import java.util.Optional;
import org.klpls.core.kernel.KernelProblem;
import org.klpls.core.kernel.index.KernelFacts;

/** What one input told of a kernel: facts, or a problem, or facts and what is missing from them. */
public record Told(Optional<KernelFacts> facts, List<KernelProblem> problems) {
    public Told {
        problems = List.copyOf(problems);
    }

    static Told facts(KernelFacts facts) {
        return new Told(Optional.of(facts), List.of());
    }

    static Told problem(String input, String message, String remedy) {
        return new Told(Optional.empty(), List.of(new KernelProblem(input, message, remedy)));
    }
}
