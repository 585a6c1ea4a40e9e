package org.klpls.core.source;

import java.util.List;

/**
 * What else a source's module is made of.
 *
 * @param isOneFile whether the module is made of the source alone
 * @param isComplete whether all other files that it is made of could be read
 * @param siblings these files
 */
public record ModuleSources(boolean isOneFile, boolean isComplete, List<SiblingSource> siblings) {
    public static final ModuleSources ALONE = new ModuleSources(true, true, List.of());

    public ModuleSources {
        siblings = List.copyOf(siblings);
    }
}
