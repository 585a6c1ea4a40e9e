package org.klpls.c.pp;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the file that an #include names, in the order gcc looks. For one run: what it found it does not look for again. */
final class IncludeSearch {
    /**
     * A file found.
     *
     * @param name as gcc would name it: the folder as written, a slash, the header's name
     * @param folder index of the folder it was found in, for #include_next; -1 beside the including file
     */
    record Found(LexedFile file, String name, int folder) {}

    private record Wanted(String name, int from, String beside) {}

    private final HeaderCache cache;
    private final Path directory;
    private final LexerMode mode;
    private final List<String> folders = new ArrayList<>();
    private final int firstAngle;
    private final Map<Wanted, Optional<Found>> known = new HashMap<>();
    private final FoldersSeen foldersSeen;
    private final Map<String, Optional<LexedFile>> opened = new HashMap<>();

    IncludeSearch(HeaderCache cache, Path directory, PreprocessorFlags flags, List<String> standardFolders) {
        this.cache = cache;
        this.directory = directory;
        this.mode = flags.lexing();
        this.foldersSeen = new FoldersSeen(cache.files());
        List<String> system = new ArrayList<>(flags.systemFolders());
        if (flags.standardFolders()) {
            system.addAll(standardFolders);
        }
        system.addAll(flags.afterFolders());
        // A folder that is also a system folder counts as one only: gcc/incpath.cc remove_duplicates().
        Set<String> systemSet = new HashSet<>(system);
        flags.quoteFolders().stream().distinct().forEach(folders::add);
        firstAngle = folders.size();
        flags.folders().stream().distinct().filter(f -> !systemSet.contains(f)).forEach(folders::add);
        system.stream().distinct().forEach(folders::add);
    }

    /** Where was looked so far, and what was there. */
    Map<String, Optional<LexedFile>> opened() {
        return Map.copyOf(opened);
    }

    /** Whether what is at these places now is what was there then. Looks anew from here on. */
    boolean isAsItWas(Map<String, Optional<LexedFile>> then) {
        lookAnew();
        return finds(then);
    }

    /** The same, but what was looked for already is not looked for again. */
    boolean finds(Map<String, Optional<LexedFile>> then) {
        return then.entrySet().stream().allMatch(it -> open(it.getKey()).equals(it.getValue()));
    }

    /** Forgets what was found. */
    void lookAnew() {
        known.clear();
        opened.clear();
        foldersSeen.forget();
    }

    /** The path that a name leads to. */
    Path path(String name) {
        return directory.resolve(name).normalize();
    }

    String text(long token) {
        return cache.interner().text(RawToken.symbol(token));
    }

    /** {@code <name>}: folders only. */
    Optional<Found> angled(String name) {
        return find(new Wanted(name, firstAngle, ""));
    }

    /** {@code "name"}: beside the including file first. */
    Optional<Found> quoted(String name, String includer) {
        return find(new Wanted(name, 0, includer.substring(0, includer.lastIndexOf('/') + 1) + "\0"));
    }

    /** #include_next from a file that was found in a folder: the folders after it. */
    Optional<Found> next(String name, int folder) {
        return find(new Wanted(name, folder + 1, ""));
    }

    /** A file named on the command line. */
    Optional<Found> named(String name) {
        return find(new Wanted(name, 0, "\0"));
    }

    private Optional<Found> find(Wanted wanted) {
        Optional<Found> found = known.get(wanted);
        if (found == null) {
            found = look(wanted);
            known.put(wanted, found);
        }
        return found;
    }

    private Optional<Found> look(Wanted wanted) {
        if (wanted.name.startsWith("/")) {
            return open(wanted.name).map(file -> new Found(file, wanted.name, -1));
        }
        if (!wanted.beside.isEmpty()) {
            String name = wanted.beside.substring(0, wanted.beside.length() - 1) + wanted.name;
            Optional<LexedFile> beside = open(name);
            if (beside.isPresent()) {
                return Optional.of(new Found(beside.get(), name, -1));
            }
        }
        for (int i = wanted.from; i < folders.size(); i++) {
            String folder = folders.get(i);
            String name = folder.endsWith("/") ? folder + wanted.name : folder + "/" + wanted.name;
            Optional<LexedFile> file = open(name);
            if (file.isPresent()) {
                return Optional.of(new Found(file.get(), name, i));
            }
        }
        return Optional.empty();
    }

    private Optional<LexedFile> open(String name) {
        return opened.computeIfAbsent(name, it -> {
            try {
                return cache.open(cache.place(directory, it, mode), foldersSeen);
            } catch (InvalidPathException e) {
                return Optional.empty();
            }
        });
    }
}
