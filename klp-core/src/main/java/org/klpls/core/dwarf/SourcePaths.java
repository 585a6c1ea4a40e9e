package org.klpls.core.dwarf;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Names of source files as people know them: from the root of the kernel's source on. */
final class SourcePaths {
    /** The folders of a kernel's source. {@code usr} is left out: it is elsewhere, too. Source: v6.1. */
    private static final Set<String> TOP = Set.of("arch", "block", "certs", "crypto", "drivers", "fs", "include",
            "init", "io_uring", "ipc", "kernel", "lib", "mm", "net", "rust", "samples", "security", "sound", "virt");

    private SourcePaths() {}

    /** Without {@code .}, and without {@code ..} behind a name. */
    static String normalized(String path) {
        if (!path.contains(".") && !path.contains("//")) {
            return path;
        }
        Deque<String> parts = new ArrayDeque<>();
        for (String part : path.split("/")) {
            if (part.equals("..") && !parts.isEmpty() && !parts.peekLast().equals("..")) {
                parts.removeLast();
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.addLast(part);
            }
        }
        return (path.startsWith("/") ? "/" : "") + String.join("/", parts);
    }

    /**
     * The folder, with the / at its end, that most of the absolute paths have in front of a top folder of a kernel. Of two that
     * are as good, the longer one.
     */
    static Optional<String> root(Collection<String> paths) {
        Map<String, Integer> votes = new HashMap<>();
        for (String path : paths) {
            for (int at = path.startsWith("/") ? 0 : -1; at >= 0; at = path.indexOf('/', at + 1)) {
                int next = path.indexOf('/', at + 1);
                if (next > 0 && TOP.contains(path.substring(at + 1, next))) {
                    votes.merge(path.substring(0, at + 1), 1, Integer::sum);
                }
            }
        }
        return votes.entrySet()
                .stream()
                .max(Map.Entry.<String, Integer>comparingByValue().thenComparingInt(e -> e.getKey().length())
                        .thenComparing(Map.Entry::getKey))
                .map(Map.Entry::getKey);
    }
}
