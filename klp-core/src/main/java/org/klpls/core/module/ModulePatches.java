package org.klpls.core.module;

import java.util.List;
import org.klpls.core.model.KlpPatch;
import org.klpls.core.rule.Skipped;

/**
 * The patches of a module as they stand in its data.
 *
 * @param withoutModule those of the patches whose {@code .mod} is NULL
 * @param enableCalls how many calls of klp_enable_patch() its code has
 * @param skipped why patches could not be read, where they could not
 */
public record ModulePatches(List<KlpPatch> patches, List<KlpPatch> withoutModule, int enableCalls,
        List<Skipped> skipped) {
    public ModulePatches {
        patches = List.copyOf(patches);
        withoutModule = List.copyOf(withoutModule);
        skipped = List.copyOf(skipped);
    }
}
