package org.klpls.core.check;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.klpls.c.build.CompileCommand;
import org.klpls.c.text.SourceText;
import org.klpls.core.kernel.TargetKernel;
import org.klpls.core.rule.Skipped;

/**
 * Everything one check looks at. The same request gives the same report, in the editor and on the command line.
 *
 * @param sources livepatch sources, as the disk or the editor holds them
 * @param modules built modules; each is joined with the source it was built from (same base name, or by its Kbuild file)
 * @param flags compile command to use for all sources; empty: found by convention beside each
 * @param notes what could not be had while the request was put together, e.g. no kernel given
 */
public record CheckRequest(List<SourceText> sources, List<Path> modules, Optional<TargetKernel> kernel,
        Optional<CompileCommand> flags, List<Skipped> notes) {
    public CheckRequest {
        sources = List.copyOf(sources);
        modules = List.copyOf(modules);
        notes = List.copyOf(notes);
    }
}
