package org.klpls.core.rules.module;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.klpls.core.loader.LoadEvent;
import org.klpls.core.rules.RuleCatalog;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Whatever the simulated loader meets is told by a rule. */
class LoaderEventsTest {
    private static final Path RULES = Path.of("src/main/java/org/klpls/core/rules/module");

    /** What rules of the tables see without the loader, and so with their line in the source. */
    private static final Map<String, String> TOLD_OF_TABLES = Map.ofEntries(
            Map.entry("EnableEvent.NotMarkedLivepatch", "klp-modinfo-missing"),
            Map.entry("EnableEvent.EmptyObjectName", "klp-object-name-not-modname"),
            Map.entry("EnableEvent.NeverLoaded", "klp-object-name-not-modname"),
            Map.entry("EnableEvent.TableWithoutEnd", "klp-funcs-missing-terminator"),
            Map.entry("EnableEvent.HiddenEntries", "klp-table-early-terminator"),
            Map.entry("EnableEvent.SharedFuncs", "klp-funcs-shared"),
            Map.entry("EnableEvent.SameCodeTwice", "klp-func-alias"),
            Map.entry("EnableEvent.FirstPatchLeftBehind", "klp-enable-twice"),
            Map.entry("RelocationEvent.SymbolNotResolved", "klp-sym-not-found"));

    /** What is no defect of the livepatch's files; docs/coverage.md says so. */
    private static final Set<String> NO_RULE = Set.of("ElfEvent.Empty", "ModinfoEvent.NameTaken", "ModinfoEvent.Taints",
            "SymbolEvent.InheritsTaint", "ComingEvent.ByPatch");

    @Test
    void eachEventIsToldByARule() throws IOException {
        String rules = texts();
        Set<String> untold = new TreeSet<>();
        for (Class<?> event : kinds(LoadEvent.class)) {
            String name = event.getDeclaringClass().getSimpleName() + "." + event.getSimpleName();
            boolean isTold = rules.contains(name + ".class");
            if (!isTold && !TOLD_OF_TABLES.containsKey(name) && !NO_RULE.contains(name)) {
                untold.add(name);
            }
        }
        assertEquals(Set.of(), untold);
    }

    @Test
    void whatTablesTellAreCodes() {
        assertEquals(Set.of(), TOLD_OF_TABLES.values().stream().filter(code -> RuleCatalog.ALL.info(code).isEmpty())
                .collect(Collectors.toSet()));
    }

    private static String texts() throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.list(RULES)) {
            for (Path file : files.sorted().toList()) {
                all.append(Files.readString(file));
            }
        }
        return all.toString();
    }

    private static List<Class<?>> kinds(Class<?> sealed) {
        Class<?>[] permitted = sealed.getPermittedSubclasses();
        if (permitted == null) {
            return List.of(sealed);
        }
        List<Class<?>> all = new ArrayList<>();
        for (Class<?> each : permitted) {
            all.addAll(kinds(each));
        }
        return all;
    }
}
