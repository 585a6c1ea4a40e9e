package org.klpls.c.pp;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The states of folders, each looked at once. For one run and one thread. */
final class FoldersSeen {
    private final SourceFiles files;
    private final Map<Path, Optional<SourceFiles.Stamp>> stamps = new HashMap<>();

    FoldersSeen(SourceFiles files) {
        this.files = files;
    }

    Optional<SourceFiles.Stamp> stamp(Path folder) {
        return stamps.computeIfAbsent(folder, files::folder);
    }

    void forget() {
        stamps.clear();
    }
}
