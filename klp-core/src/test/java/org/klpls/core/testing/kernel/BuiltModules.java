package org.klpls.core.testing.kernel;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;

/** The modules that one make built in one folder. */
public record BuiltModules(Path folder) {
    /** By its name in Kbuild's obj-m. */
    public BuiltModule named(String name) {
        return new BuiltModule(name, folder.resolve(name + ".c"), folder.resolve(name + ".ko"));
    }

    public List<BuiltModule> named(Collection<String> names) {
        return names.stream().map(this::named).toList();
    }
}
