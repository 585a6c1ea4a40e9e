package org.klpls.core.dwarf;

import java.util.List;
import java.util.Optional;

/**
 * What came of reading a file's debug info.
 *
 * @param map empty where there is no debug info of functions
 * @param problems clauses that say what of it could not be read; then the map holds the rest
 */
public record DebugInfoReading(Optional<InlineMap> map, List<String> problems) {
    public DebugInfoReading {
        problems = List.copyOf(problems);
    }
}
