package org.klpls.c.pp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * The files on the disk that a run read, and the places where it found none: a later run that finds all as it was would read the
 * same. A file is told by its inode, its size and the time of its last change, which no program can set (st_ctime): a file
 * that was changed and given its old time back is another one.
 */
final class FileStates {
    /** File systems count time in ticks: what changed less than one before it was looked at may change once more unseen. */
    private static final long TICK = TimeUnit.SECONDS.toNanos(1);
    private static final int NUMBERS = 3;
    /** Tells that a folder must be looked into again, whatever its state is. */
    private static final long NEVER_THE_SAME = -1;

    /** A folder and the names that were looked for in it in vain. */
    private record Searched(String folder, List<String> names) {}

    private final List<String> files;
    private final long[] states;
    private final List<Searched> folders;
    private final long[] folderStates;

    private FileStates(List<String> files, long[] states, List<Searched> folders, long[] folderStates) {
        this.files = files;
        this.states = states;
        this.folders = folders;
        this.folderStates = folderStates;
    }

    /**
     * The states of these places now. Empty if they may be others than those of the run: a file changed since it began, or one
     * that was missing is there.
     *
     * @param began nanoseconds since the epoch: when the first of the files may have been read
     */
    static Optional<FileStates> of(List<Path> there, List<Path> missing, long began) {
        List<String> files = there.stream().map(Path::toString).sorted().distinct().toList();
        long[] states = new long[NUMBERS * files.size()];
        for (int i = 0; i < files.size(); i++) {
            if (!look(Path.of(files.get(i)), states, i) || states[NUMBERS * i] > began - TICK) {
                return Optional.empty();
            }
        }
        Map<Path, List<String>> names = new TreeMap<>();
        missing.forEach(path -> names.computeIfAbsent(Optional.ofNullable(path.getParent()).orElse(path),
                _ -> new ArrayList<>()).add(path.toString()));
        List<Searched> folders = new ArrayList<>();
        long[] folderStates = new long[NUMBERS * names.size()];
        long now = TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis());
        for (Map.Entry<Path, List<String>> each : names.entrySet()) {
            int at = folders.size();
            if (look(each.getKey(), folderStates, at) && folderStates[NUMBERS * at] > now - TICK) {
                folderStates[NUMBERS * at] = NEVER_THE_SAME;
            }
            if (!areMissing(each.getValue())) {
                return Optional.empty();
            }
            folders.add(new Searched(each.getKey().toString(), List.copyOf(each.getValue())));
        }
        return Optional.of(new FileStates(files, states, folders, folderStates));
    }

    /** Whether all is as it was. */
    boolean hold() {
        long[] now = new long[NUMBERS];
        for (int i = 0; i < files.size(); i++) {
            if (!look(Path.of(files.get(i)), now, 0) || !same(now, states, i)) {
                return false;
            }
        }
        for (int i = 0; i < folders.size(); i++) {
            Searched searched = folders.get(i);
            look(Path.of(searched.folder), now, 0);
            if (!same(now, folderStates, i) && !areMissing(searched.names)) {
                return false;
            }
        }
        return true;
    }

    private static boolean same(long[] now, long[] then, int index) {
        int at = NUMBERS * index;
        return now[0] == then[at] && now[1] == then[at + 1] && now[2] == then[at + 2];
    }

    private static boolean areMissing(List<String> paths) {
        return paths.stream().noneMatch(it -> Files.isRegularFile(Path.of(it)));
    }

    /** Puts a path's state at an index; zeros and false if there is nothing. */
    private static boolean look(Path path, long[] target, int index) {
        int at = NUMBERS * index;
        target[at] = 0;
        target[at + 1] = 0;
        target[at + 2] = 0;
        try {
            Map<String, Object> state = Files.readAttributes(path, "unix:ctime,size,ino");
            if (state.get("ctime") instanceof FileTime changed && state.get("size") instanceof Number size
                    && state.get("ino") instanceof Number inode) {
                target[at] = changed.to(TimeUnit.NANOSECONDS);
                target[at + 1] = size.longValue();
                target[at + 2] = inode.longValue();
                return true;
            }
            return false;
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    void write(PieceWriter out) {
        out.texts(files);
        out.longs(states);
        out.texts(folders.stream().map(Searched::folder).toList());
        out.longs(folderStates);
        out.ints(folders.stream().mapToInt(it -> it.names.size()).toArray());
        out.texts(folders.stream().flatMap(it -> it.names.stream()).toList());
    }

    static FileStates read(PieceReader in) {
        List<String> files = in.texts();
        long[] states = in.longs();
        List<String> folders = in.texts();
        long[] folderStates = in.longs();
        int[] counts = in.ints();
        List<String> names = in.texts();
        if (states.length != NUMBERS * files.size() || folderStates.length != NUMBERS * folders.size()
                || counts.length != folders.size()) {
            throw new PieceReader.Damaged("states and files do not match");
        }
        List<Searched> searched = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < counts.length; i++) {
            int end = start + counts[i];
            if (counts[i] < 0 || end > names.size()) {
                throw new PieceReader.Damaged("a folder has more names than there are");
            }
            searched.add(new Searched(folders.get(i), names.subList(start, end)));
            start = end;
        }
        return new FileStates(files, states, searched, folderStates);
    }
}
