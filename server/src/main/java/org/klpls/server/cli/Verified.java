package org.klpls.server.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.klpls.core.loader.RunningKernel;
import org.klpls.core.loader.Verdict;
import org.klpls.core.model.KlpPatch;
import org.klpls.core.module.LivepatchModule;
import org.klpls.core.rule.Finding;

/**
 * One module of {@code klpls verify}, and what the kernel would do with it.
 *
 * @param module empty: the file is no module, and the verdict is on that
 * @param after the kernel for the next module
 */
record Verified(Path path, Optional<LivepatchModule> module, Verdict verdict, List<Finding> findings,
        List<KlpPatch> patches, RunningKernel after) {
    Verified {
        findings = List.copyOf(findings);
        patches = List.copyOf(patches);
    }
}
