package org.klpls.core.source;

import java.util.List;
import org.klpls.c.text.Problem;
import org.klpls.core.rule.Skipped;

/**
 * A source as far as it could be read.
 *
 * @param problems what is wrong with the C of the main file
 * @param skipped what could not be judged, e.g. for want of the kernel's headers
 */
public record SourceReading(LivepatchSource source, List<Problem> problems, List<Skipped> skipped) {
    public SourceReading {
        problems = List.copyOf(problems);
        skipped = List.copyOf(skipped);
    }
}
