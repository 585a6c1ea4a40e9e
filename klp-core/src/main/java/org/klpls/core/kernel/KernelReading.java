package org.klpls.core.kernel;

import java.util.List;
import java.util.Optional;

/** What came of reading the inputs for a kernel. Problems may stand beside a kernel: then something was left out. */
public record KernelReading(Optional<TargetKernel> kernel, List<KernelProblem> problems) {
    public KernelReading {
        problems = List.copyOf(problems);
    }
}
