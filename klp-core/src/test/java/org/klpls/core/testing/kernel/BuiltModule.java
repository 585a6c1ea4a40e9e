package org.klpls.core.testing.kernel;

import java.nio.file.Path;

/**
 * A module as Kbuild leaves it: its source, the {@code .ko}, and {@code .NAME.o.cmd} beside them.
 *
 * @param name as in Kbuild's obj-m, without suffix; the kernel has _ for each - in it
 */
public record BuiltModule(String name, Path source, Path ko) {
    @Override
    public String toString() {
        return name;
    }
}
