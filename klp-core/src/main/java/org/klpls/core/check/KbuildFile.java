package org.klpls.core.check;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which objects make which module, as the Kbuild file of a folder says: {@code x-objs := a.o b.o}, {@code x-y += c.o}.
 * A module without such a line is made of the source of its own name. Source: Documentation/kbuild/modules.rst, v6.1.
 *
 * @param parts object files without suffix, by module
 */
record KbuildFile(Map<String, Set<String>> parts) {
    private static final long MAX_BYTES = 1 << 20;
    private static final Pattern PARTS = Pattern
            .compile("(?m)^\\s*(?<module>[\\w.,+-]+?)-(?:objs|y|m)\\s*[:+?]?=(?<objects>[^#\\n]*)");

    /** Empty where the folder has no such file, or it cannot be read. */
    static KbuildFile of(Path folder) {
        for (String name : new String[]{"Kbuild", "Makefile"}) {
            Path file = folder.resolve(name);
            try {
                if (Files.isRegularFile(file) && Files.size(file) <= MAX_BYTES) {
                    return parse(Files.readString(file, StandardCharsets.ISO_8859_1));
                }
            } catch (IOException _) {
                // without it, modules and sources go together by their names
            }
        }
        return new KbuildFile(Map.of());
    }

    static KbuildFile parse(String text) {
        Map<String, Set<String>> parts = new LinkedHashMap<>();
        Matcher lines = PARTS.matcher(text.replace("\\\n", " "));
        while (lines.find()) {
            if (!lines.group("module").equals("obj")) {
                Arrays.stream(lines.group("objects").strip().split("\\s+")).filter(o -> o.endsWith(".o"))
                        .forEach(o -> parts.computeIfAbsent(lines.group("module"), _ -> new LinkedHashSet<>())
                                .add(o.substring(0, o.length() - ".o".length())));
            }
        }
        return new KbuildFile(parts);
    }

    /** Whether this source is built into this module; both are file names without suffix. */
    boolean isPartOf(String source, String module) {
        Set<String> named = parts.getOrDefault(module, Set.of());
        return named.isEmpty() ? source.equals(module) : named.contains(source);
    }

    /** Whether some module is made of this source and others; a file name without suffix. */
    boolean isOneOfSeveral(String source) {
        return parts.values().stream().anyMatch(objects -> objects.size() > 1 && objects.contains(source));
    }
}
