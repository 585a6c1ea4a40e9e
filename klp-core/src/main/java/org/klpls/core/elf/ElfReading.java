package org.klpls.core.elf;

import java.util.List;
import java.util.Optional;

/** What came of reading a file. Without an image there is exactly one problem; with one there may be some. */
public record ElfReading(Optional<ElfImage> image, List<ElfProblem> problems) {
    public ElfReading {
        problems = List.copyOf(problems);
    }

    static ElfReading failed(ElfProblem problem) {
        return new ElfReading(Optional.empty(), List.of(problem));
    }
}
