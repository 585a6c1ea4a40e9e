package org.klpls.core.kernel;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The modules of a kernel: what {@code /lib/modules/RELEASE} holds.
 *
 * @param folder empty where it is not on this machine, as for an index that was made elsewhere
 * @param byName in the order of their files
 * @param builtIn names of what could have been a module and is part of vmlinux. Source: Documentation/kbuild/kbuild.rst,
 *        modules.builtin, v6.1.
 * @param notes what does not fit together in the folder, in sentences
 */
public record KernelModules(Optional<Path> folder, Map<String, KernelModule> byName, Set<String> builtIn,
        List<String> notes) {
    public static final KernelModules NONE = of(Optional.empty(), List.of(), Set.of(), List.of());

    public KernelModules {
        byName = Collections.unmodifiableMap(new LinkedHashMap<>(byName));
        builtIn = Set.copyOf(builtIn);
        notes = List.copyOf(notes);
    }

    public static KernelModules of(Optional<Path> folder, List<KernelModule> modules, Set<String> builtIn,
            List<String> notes) {
        Map<String, KernelModule> byName = new LinkedHashMap<>();
        modules.forEach(m -> byName.putIfAbsent(m.object().name(), m));
        return new KernelModules(folder, byName, builtIn, notes);
    }

    public List<KernelModule> modules() {
        return List.copyOf(byName.values());
    }

    public Optional<KernelModule> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** What must be loaded before a module, in an order that works; without what is missing. */
    public List<KernelModule> before(KernelModule module) {
        Set<KernelModule> order = new LinkedHashSet<>();
        visit(module, new LinkedHashSet<>(), order);
        order.remove(module);
        return List.copyOf(order);
    }

    /** Names that a module, or one that it needs, depends on, and that are neither in the folder nor built in. */
    public List<String> missing(KernelModule module) {
        Set<String> missing = new TreeSet<>();
        for (KernelModule each : before(module)) {
            missing.addAll(each.depends());
        }
        missing.addAll(module.depends());
        missing.removeAll(byName.keySet());
        missing.removeAll(builtIn);
        return List.copyOf(missing);
    }

    /** Each module once, whatever circles a damaged folder makes. */
    private void visit(KernelModule module, Set<KernelModule> seen, Set<KernelModule> order) {
        if (!seen.add(module)) {
            return;
        }
        for (String name : module.depends()) {
            Optional.ofNullable(byName.get(name)).ifPresent(next -> visit(next, seen, order));
        }
        order.add(module);
    }
}
