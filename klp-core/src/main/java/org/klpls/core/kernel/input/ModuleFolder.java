package org.klpls.core.kernel.input;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A {@code /lib/modules/RELEASE}: the files of its modules, and what depmod and the kernel's build wrote beside them.
 *
 * @param modules one of each name: of several files the one that modprobe takes
 */
record ModuleFolder(Path folder, List<ModulePath> modules, Set<String> builtIn, List<String> notes) {
    /** More than any kernel lists. */
    private static final long LONGEST_LIST = 64 << 20;
    /** Folders whose modules go before others. Source: depmod.d(5), "search updates built-in". */
    private static final List<String> FIRST = List.of("updates", "extra", "kernel");

    ModuleFolder {
        modules = List.copyOf(modules);
        notes = List.copyOf(notes);
    }

    static ModuleFolder of(Path folder) throws IOException {
        List<String> notes = new ArrayList<>();
        Map<String, ModulePath> byName = new LinkedHashMap<>();
        for (Path file : ModulesInput.files(folder)) {
            ModulePath module = ModulePath.of(folder, file);
            ModulePath other = byName.putIfAbsent(module.name(), module);
            if (other != null) {
                ModulePath taken = rank(module) < rank(other) ? module : other;
                byName.put(module.name(), taken);
                notes.add("the module " + module.name() + " is there twice: " + other.relative() + " and "
                        + module.relative() + "; modprobe takes " + taken.relative());
            }
        }
        List<ModulePath> modules = List.copyOf(byName.values());
        dependencies(folder, modules, notes);
        Set<String> builtIn = lines(folder.resolve("modules.builtin")).stream()
                .map(line -> ModulePath.nameOf(line.substring(line.lastIndexOf('/') + 1)))
                .collect(Collectors.toCollection(TreeSet::new));
        return new ModuleFolder(folder, modules, builtIn, notes);
    }

    private static int rank(ModulePath module) {
        int rank = FIRST.indexOf(module.relative().split("/", 2)[0]);
        return rank < 0 ? FIRST.size() : rank;
    }

    /** modules.dep is what modprobe goes by: it must list the modules that are there. Source: modules.dep(5). */
    private static void dependencies(Path folder, List<ModulePath> modules, List<String> notes) throws IOException {
        List<String> lines = lines(folder.resolve("modules.dep"));
        if (lines.isEmpty()) {
            return;
        }
        Set<String> listed = lines.stream().filter(l -> l.contains(":")).map(l -> l.substring(0, l.indexOf(':')))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> there = modules.stream().map(ModulePath::relative).collect(Collectors.toCollection(TreeSet::new));
        List<String> gone = listed.stream().filter(file -> !there.contains(file)).toList();
        List<String> unlisted = there.stream().filter(file -> !listed.contains(file)).toList();
        if (!gone.isEmpty()) {
            notes.add("modules.dep lists " + some(gone) + ", which is not there: run depmod");
        }
        if (!unlisted.isEmpty()) {
            notes.add("modules.dep does not list " + some(unlisted) + ", so modprobe does not find it: run depmod");
        }
    }

    private static String some(List<String> files) {
        return files.getFirst() + (files.size() == 1 ? "" : " and " + (files.size() - 1) + " more");
    }

    /** Of a file that may not be there. */
    private static List<String> lines(Path file) throws IOException {
        return Files.isRegularFile(file) && Files.size(file) <= LONGEST_LIST
                ? new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).lines().toList()
                : List.of();
    }
}
