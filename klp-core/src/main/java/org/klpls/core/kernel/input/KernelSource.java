package org.klpls.core.kernel.input;

import java.nio.file.Path;

/** One file or folder that tells of a kernel; an input of the user's may be several. */
public sealed interface KernelSource {
    Path path();

    /** A vmlinuz or vmlinux. */
    record Image(Path path) implements KernelSource {}

    /** A System.map, or a copy of /proc/kallsyms. */
    record SymbolList(Path path) implements KernelSource {}

    /** {@code /lib/modules/RELEASE}. */
    record Modules(Path path) implements KernelSource {}

    /** A folder with Module.symvers: the kernel's build folder, or its headers. */
    record BuildFolder(Path path) implements KernelSource {}

    /** A Module.symvers by itself. */
    record Symvers(Path path) implements KernelSource {}

    /** A {@code .config} or {@code config-RELEASE}. */
    record Config(Path path) implements KernelSource {}

    /** A file that {@code klpls kernel index} made. */
    record Index(Path path) implements KernelSource {}
}
