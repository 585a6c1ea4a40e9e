package org.klpls.core.source;

import java.util.List;
import java.util.Optional;
import org.klpls.c.text.SourceRange;
import org.klpls.core.model.KlpState;
import org.klpls.core.model.KlpTable;

/**
 * What a {@code struct klp_patch} says beside its objects.
 *
 * @param mod how its module is given
 * @param modPlace the value of {@code .mod}
 * @param states its states; empty where there are none, or they could not be read
 * @param callbacks the objects' callbacks
 */
public record PatchMembers(String variable, Mod mod, Optional<SourceRange> modPlace,
        Optional<KlpTable<KlpState>> states, List<SourceRange> callbacks) {
    /** The member {@code mod}. */
    public enum Mod {
        /** NULL, or not given. */
        MISSING,
        /** THIS_MODULE. */
        OWN,
        /** Something else. */
        OTHER,
        /** Set at run time, or not readable. */
        UNKNOWN
    }

    public PatchMembers {
        callbacks = List.copyOf(callbacks);
    }
}
