package org.klpls.c.pp;

import java.util.List;

/** What a compiler knows before it reads a file. */
public interface CompilerFacts {
    /**
     * @param macros the lines of C that define its macros
     * @param folders its own header folders, in its order
     */
    record Answer(String macros, List<String> folders, FeatureTests features) {
        public Answer {
            folders = List.copyOf(folders);
        }
    }

    /** @param flags gcc's arguments without those for folders and macros */
    Answer of(String compiler, List<String> flags);
}
