package org.klpls.core.rules.source;

import org.klpls.core.source.LivepatchSource;

/** A livepatch's C source, as the author has it. */
public record SourceContext(LivepatchSource source) {}
