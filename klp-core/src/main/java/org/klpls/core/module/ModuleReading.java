package org.klpls.core.module;

import java.util.List;
import java.util.Optional;
import org.klpls.core.elf.ElfProblem;

/** What came of reading a module. Without a module there is exactly one problem. */
public record ModuleReading(Optional<LivepatchModule> module, List<ElfProblem> problems) {
    public ModuleReading {
        problems = List.copyOf(problems);
    }
}
