package org.klpls.core.dwarf;

import java.util.List;
import java.util.Optional;

/**
 * What came of reading a file's debug info.
 *
 * @param map empty where there is no debug info of functions
 * @param problems clauses that say what of it is damaged, and where; then the map holds the rest
 * @param unread a clause that says why debug info that may well be sound was not read at all
 */
public record DebugInfoReading(Optional<InlineMap> map, List<String> problems, Optional<String> unread) {
    public DebugInfoReading {
        problems = List.copyOf(problems);
    }

    static DebugInfoReading unread(String why) {
        return new DebugInfoReading(Optional.empty(), List.of(), Optional.of(why));
    }

    /** Why there is no map, where something tells. */
    public Optional<String> withoutMap() {
        return unread.or(() -> problems.stream().findFirst());
    }
}
