package org.klpls.core.rules.source;

import org.klpls.core.source.LivepatchSource;

/**
 * A livepatch's C source, as the author has it.
 *
 * @param isWholeModule whether the module is made of this file alone; else what is missing may stand in another one
 */
public record SourceContext(LivepatchSource source, boolean isWholeModule) {}
