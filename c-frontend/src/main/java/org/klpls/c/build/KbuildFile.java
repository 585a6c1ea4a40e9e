package org.klpls.c.build;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the Kbuild file of a folder, or else its Makefile, says of modules: of which objects each is made ({@code x-objs := a.o b.o},
 * {@code x-y += sub/c.o}), and by which flags they are compiled. Make is not run, it would execute the workspace's own commands: only
 * assignments are read, and what stands under a condition counts. Source: Documentation/kbuild/modules.rst and makefiles.rst,
 * scripts/Makefile.lib, v6.1.
 *
 * @param assignments all of them, in order
 * @param parts the objects of each module that names some: paths in the folder, without suffix
 */
public record KbuildFile(Path folder, List<Assignment> assignments, Map<String, Set<String>> parts) {
    /** @param value with continued lines joined, and without its comment */
    public record Assignment(String name, String value) {}

    private static final Pattern ASSIGNMENT = Pattern
            .compile("(?m)^[ \\t]*([\\w.,+/-]+?(?:\\$[({]\\w+[)}])?)[ \\t]*(?:::?|\\+|\\?)?=[ \\t]*(.*)$");
    private static final Pattern COMMENT = Pattern.compile("(?<!\\\\)#.*");
    private static final Pattern MODULE = Pattern.compile("(.+)-(?:objs|y|m|\\$[({]CONFIG_\\w+[)}])");
    /** Lists of objects that no module is made of by their name. */
    private static final Set<String> NO_MODULES = Set.of("obj", "lib", "extra", "always");
    private static final Pattern USE = Pattern.compile("\\$[({](\\w+)[)}]");
    /** The folder itself, by all its names in a module's Kbuild file. */
    private static final Set<String> FOLDER = Set.of("src", "obj", "M", "PWD", "CURDIR");
    /** A variable of make that names another one, and so on. */
    private static final int MAX_DEPTH = 4;
    private static final int MAX_USES = 10_000;

    public KbuildFile {
        assignments = List.copyOf(assignments);
    }

    /** One without assignments where the folder has no such file, or it cannot be read. */
    public static KbuildFile of(Path folder) {
        String kbuild = KernelFolder.text(folder.resolve("Kbuild"));
        return parse(folder, kbuild.isEmpty() ? KernelFolder.text(folder.resolve("Makefile")) : kbuild);
    }

    public static KbuildFile parse(Path folder, String text) {
        List<Assignment> assignments = new ArrayList<>();
        Map<String, String> variables = new HashMap<>();
        Matcher lines = ASSIGNMENT.matcher(text.replaceAll("\\\\\\r?\\n", " "));
        while (lines.find()) {
            String value = COMMENT.matcher(lines.group(2)).replaceFirst("").strip();
            assignments.add(new Assignment(lines.group(1), value));
            variables.merge(lines.group(1), value, (a, b) -> a + " " + b);
        }
        List<Assignment> expanded = assignments.stream()
                .map(it -> new Assignment(it.name, new Expansion(folder, variables).of(it.value))).toList();
        Map<String, Set<String>> parts = new LinkedHashMap<>();
        for (Assignment assignment : expanded) {
            Matcher module = MODULE.matcher(assignment.name);
            if (module.matches() && !NO_MODULES.contains(module.group(1))) {
                Set<String> objects = objects(assignment.value);
                if (!objects.isEmpty()) {
                    parts.computeIfAbsent(module.group(1), _ -> new LinkedHashSet<>()).addAll(objects);
                }
            }
        }
        return new KbuildFile(folder, expanded, parts);
    }

    private static Set<String> objects(String words) {
        Set<String> objects = new LinkedHashSet<>();
        for (String word : words.split("\\s+")) {
            if (word.endsWith(".o") && word.indexOf('\0') < 0) {
                objects.add(Path.of(word.substring(0, word.length() - ".o".length())).normalize().toString());
            }
        }
        return objects;
    }

    /** Puts the values of variables in their places; what the file does not assign stays as it is written. */
    private static final class Expansion {
        private final Path folder;
        private final Map<String, String> variables;
        private int uses;

        Expansion(Path folder, Map<String, String> variables) {
            this.folder = folder;
            this.variables = variables;
        }

        String of(String value) {
            return of(value, MAX_DEPTH);
        }

        private String of(String value, int depth) {
            return USE.matcher(value.replace("$(srctree)/$(src)", "$(src)")).replaceAll(use -> {
                String name = use.group(1);
                if (FOLDER.contains(name)) {
                    return Matcher.quoteReplacement(folder.toString());
                }
                Optional<String> assigned = Optional.ofNullable(variables.get(name))
                        .filter(_ -> depth > 0 && ++uses <= MAX_USES);
                return Matcher.quoteReplacement(assigned.map(it -> of(it, depth - 1)).orElse(use.group()));
            });
        }
    }

    // ---- what modules are made of; objects are paths in the folder without suffix

    /** Whether this source is built into this module. A module that names no objects is made of the source of its own name. */
    public boolean isPartOf(String object, String module) {
        Set<String> named = parts.getOrDefault(module, Set.of());
        return named.isEmpty() ? object.equals(module) : named.contains(object);
    }

    /** Whether the object is a module, or part of one. */
    public boolean names(String object) {
        return assignments.stream().anyMatch(it -> objects(it.value).contains(object));
    }

    /** The module that the object is part of: itself, unless another one names it. */
    public String module(String object) {
        return parts.entrySet().stream().filter(it -> it.getValue().contains(object)).map(Map.Entry::getKey).findFirst()
                .orElseGet(() -> object.substring(object.lastIndexOf('/') + 1));
    }

    /** Whether some module is made of this object and others. */
    public boolean isOneOfSeveral(String object) {
        return parts.values().stream().anyMatch(objects -> objects.size() > 1 && objects.contains(object));
    }

    /** The other objects of the modules that this one is a part of. */
    public Set<String> siblings(String object) {
        Set<String> siblings = new TreeSet<>();
        parts.values().stream().filter(objects -> objects.contains(object)).forEach(siblings::addAll);
        siblings.remove(object);
        return siblings;
    }

    /** All objects that are parts of a module, and lie in folders below. */
    public Set<String> below() {
        Set<String> below = new TreeSet<>();
        parts.values().stream().flatMap(Set::stream).filter(o -> o.contains("/")).forEach(below::add);
        return below;
    }

    // ---- flags, in the order in which scripts/Makefile.lib puts them; words that hold an unknown variable are left out

    /** Flags for all objects of the folder. */
    List<String> flags() {
        List<String> flags = new ArrayList<>(words("subdir-ccflags-y"::equals));
        flags.addAll(words(it -> it.equals("ccflags-y") || it.equals("ccflags-m")));
        flags.addAll(words("EXTRA_CFLAGS"::equals));
        return GccArguments.kept(flags);
    }

    /** Flags for one object. */
    List<String> flags(String object) {
        return GccArguments.kept(words(("CFLAGS_" + object + ".o")::equals));
    }

    /** Whether the file takes this flag away from an object, be it the folder's or the kernel's. */
    boolean removes(String flag, String object) {
        return Arrays.stream(removed(object)).anyMatch(it -> matches(it, flag));
    }

    private String[] removed(String object) {
        return assignments.stream()
                .filter(it -> it.name.equals("ccflags-remove-y") || it.name.equals("CFLAGS_REMOVE_" + object + ".o"))
                .flatMap(it -> Arrays.stream(it.value.split("\\s+")))
                .flatMap(it -> it.equals("$(CC_FLAGS_FTRACE)") ? KernelFlags.FTRACE.stream() : List.of(it).stream())
                .toArray(String[]::new);
    }

    /** As make's filter-out does it: one % stands for any characters. */
    private static boolean matches(String pattern, String flag) {
        int any = pattern.indexOf('%');
        return any < 0
                ? pattern.equals(flag)
                : flag.length() >= pattern.length() - 1 && flag.startsWith(pattern.substring(0, any))
                        && flag.endsWith(pattern.substring(any + 1));
    }

    private List<String> words(Predicate<String> name) {
        return assignments.stream().filter(it -> name.test(it.name))
                .flatMap(it -> ShellWords.ofFirstCommand(it.value).stream()).filter(word -> !word.contains("$"))
                .toList();
    }
}
