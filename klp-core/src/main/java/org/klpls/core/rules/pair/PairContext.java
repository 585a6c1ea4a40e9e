package org.klpls.core.rules.pair;

import java.nio.file.Path;
import java.util.List;

import org.klpls.core.model.KlpPatch;
import org.klpls.core.source.LivepatchSource;

/**
 * A source and the module that was built from it.
 *
 * @param modulePatches the patches in the module's data
 * @param isSaved whether the source is what is on the disk; else it is being edited, and the module cannot be built from it
 */
public record PairContext(LivepatchSource source, Path module, List<KlpPatch> modulePatches, boolean isSaved) {
    public PairContext {
        modulePatches = List.copyOf(modulePatches);
    }
}
