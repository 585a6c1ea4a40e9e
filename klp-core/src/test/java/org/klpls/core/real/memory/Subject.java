package org.klpls.core.real.memory;

import java.util.List;

/**
 * Modules that are loaded one after the other; the memory of those named is compared.
 *
 * @param modules in the order in which they are loaded
 * @param compared names out of them, as the kernel has them
 * @param gone names out of them that are unloaded before their memory is compared
 */
record Subject(String name, List<LoadedFile> modules, List<String> compared, List<String> gone) {
    Subject {
        modules = List.copyOf(modules);
        compared = List.copyOf(compared);
        gone = List.copyOf(gone);
    }

    /** All stay. */
    Subject(String name, List<LoadedFile> modules, List<String> compared) {
        this(name, modules, compared, List.of());
    }

    /** Those that are still there after others have gone; none where all stay. */
    List<LoadedFile> staying() {
        return gone.isEmpty() ? List.of() : modules.stream().filter(file -> !gone.contains(file.name())).toList();
    }

    @Override
    public String toString() {
        return name;
    }
}
