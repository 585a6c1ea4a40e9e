package org.klpls.core.real.memory;

import java.util.List;

/**
 * Modules that are loaded one after the other and stay; the memory of those named is compared.
 *
 * @param modules in the order in which they are loaded
 * @param compared names out of them, as the kernel has them
 */
record Subject(String name, List<LoadedFile> modules, List<String> compared) {
    Subject {
        modules = List.copyOf(modules);
        compared = List.copyOf(compared);
    }

    @Override
    public String toString() {
        return name;
    }
}
