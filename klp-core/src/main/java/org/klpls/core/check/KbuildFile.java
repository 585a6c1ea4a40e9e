package org.klpls.core.check;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which objects make which module, as the Kbuild file of a folder says: {@code x-objs := a.o b.o}, {@code x-y += sub/c.o}.
 * A module without such a line is made of the source of its own name. Source: Documentation/kbuild/modules.rst, v6.1.
 *
 * @param parts object files without suffix, as paths in the folder, by module
 */
record KbuildFile(Map<String, Set<String>> parts) {
    private static final long MAX_BYTES = 1 << 20;
    /** A variable of make that names another one, and so on. */
    private static final int MAX_DEPTH = 4;
    private static final Pattern PARTS = Pattern.compile(
            "(?m)^\\s*(?<module>[\\w.,+-]+?)-(?:objs|y|m|\\$\\(CONFIG_\\w+\\))\\s*[:+?]{0,2}=(?<objects>[^#\\n]*)");
    private static final Pattern VARIABLE = Pattern.compile("(?m)^\\s*(?<name>\\w+)\\s*[:+?]{0,2}=(?<value>[^#\\n]*)");
    private static final Pattern USE = Pattern.compile("\\$[({](?<name>\\w+)[)}]");

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
        String joined = text.replaceAll("\\\\\\r?\\n", " ");
        Map<String, String> variables = new HashMap<>();
        Matcher assignments = VARIABLE.matcher(joined);
        while (assignments.find()) {
            variables.merge(assignments.group("name"), assignments.group("value"), (a, b) -> a + " " + b);
        }
        Map<String, Set<String>> parts = new LinkedHashMap<>();
        Matcher lines = PARTS.matcher(joined);
        while (lines.find()) {
            if (!lines.group("module").equals("obj")) {
                objects(expanded(lines.group("objects"), variables, MAX_DEPTH)).forEach(
                        o -> parts.computeIfAbsent(lines.group("module"), _ -> new LinkedHashSet<>()).add(o));
            }
        }
        return new KbuildFile(parts);
    }

    private static Stream<String> objects(String words) {
        return Arrays.stream(words.strip().split("\\s+")).filter(o -> o.endsWith(".o") && o.indexOf('\0') < 0)
                .map(o -> Path.of(o.substring(0, o.length() - ".o".length())).normalize().toString());
    }

    private static String expanded(String words, Map<String, String> variables, int depth) {
        return depth == 0
                ? words
                : USE.matcher(words).replaceAll(use -> Matcher.quoteReplacement(
                        expanded(variables.getOrDefault(use.group("name"), ""), variables, depth - 1)));
    }

    /** Whether this source is built into this module; paths in the folder without suffix. */
    boolean isPartOf(String source, String module) {
        Set<String> named = parts.getOrDefault(module, Set.of());
        return named.isEmpty() ? source.equals(module) : named.contains(source);
    }

    /** Whether some module is made of this source, and perhaps others; a path in the folder without suffix. */
    boolean names(String source) {
        return parts.values().stream().anyMatch(objects -> objects.contains(source));
    }

    /** Whether some module is made of this source and others; a path in the folder without suffix. */
    boolean isOneOfSeveral(String source) {
        return parts.values().stream().anyMatch(objects -> objects.size() > 1 && objects.contains(source));
    }

    /** The other objects of the modules that this source is a part of. */
    Set<String> siblings(String source) {
        Set<String> siblings = new TreeSet<>();
        parts.values().stream().filter(objects -> objects.contains(source)).forEach(siblings::addAll);
        siblings.remove(source);
        return siblings;
    }

    /** All objects that are parts of a module, and lie in folders below. */
    Set<String> below() {
        Set<String> below = new TreeSet<>();
        parts.values().stream().flatMap(Set::stream).filter(o -> o.contains("/")).forEach(below::add);
        return below;
    }
}
