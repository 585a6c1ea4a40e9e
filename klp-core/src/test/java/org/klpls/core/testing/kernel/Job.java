package org.klpls.core.testing.kernel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** One thing for the guest to do. The numbers are those of {@code enum job} in guest/init.c. */
public sealed interface Job {
    /** Load the module, wait for its transition, disable it if it is a livepatch, unload it. */
    record Load(Path module) implements Job {}

    /** Load the module and leave it loaded: for a module that is to be patched. */
    record LoadAndKeep(Path module) implements Job {}

    /** Disable the module if it is a livepatch, and unload it. */
    record Unload(String moduleName) implements Job {}

    /** The content of a file of the guest, e.g. {@code /proc/kallsyms}. */
    record Read(String path) implements Job {}

    /** From now on these files are read after each load, successful or not, and after each unload. */
    record Probe(List<String> paths) implements Job {
        public Probe {
            paths = List.copyOf(paths);
        }
    }

    /** The files of a folder, e.g. {@code /sys/module/NAME/sections}: {@code NAME=CONTENT}, one after the other. */
    record ReadFolder(String path) implements Job {}

    /** Kernel memory, one range after the other. */
    record ReadMemory(List<Range> ranges) implements Job {
        public ReadMemory {
            ranges = List.copyOf(ranges);
        }
    }

    /** The memory of a loaded module's sections. */
    record ReadSections(String moduleName, List<Section> sections) implements Job {
        public ReadSections {
            sections = List.copyOf(sections);
        }
    }

    /** A section to be read, with its size in bytes. */
    record Section(String name, long size) {}

    /** Bytes at a kernel address. */
    record Range(long address, long length) {}

    default int number() {
        return switch (this) {
            case Load _ -> 1;
            case LoadAndKeep _ -> 2;
            case Unload _ -> 3;
            case Read _ -> 4;
            case Probe _ -> 5;
            case ReadFolder _ -> 6;
            case ReadMemory _ -> 7;
            case ReadSections _ -> 8;
        };
    }

    default byte[] bytes() {
        return switch (this) {
            case Load(Path module) -> content(module);
            case LoadAndKeep(Path module) -> content(module);
            case Unload(String name) -> name.getBytes(StandardCharsets.UTF_8);
            case Read(String path) -> path.getBytes(StandardCharsets.UTF_8);
            case Probe(List<String> paths) -> String.join("\n", paths).getBytes(StandardCharsets.UTF_8);
            case ReadFolder(String path) -> path.getBytes(StandardCharsets.UTF_8);
            case ReadMemory(List<Range> ranges) -> pairs(ranges);
            case ReadSections(String name, List<Section> sections) -> (name + "\n" + sections.stream()
                    .map(section -> section.size() + " " + section.name()).collect(Collectors.joining("\n")))
                    .getBytes(StandardCharsets.UTF_8);
        };
    }

    private static byte[] pairs(List<Range> ranges) {
        ByteBuffer pairs = ByteBuffer.allocate(ranges.size() * 2 * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        ranges.forEach(range -> pairs.putLong(range.address()).putLong(range.length()));
        return pairs.array();
    }

    private static byte[] content(Path module) {
        try {
            return Files.readAllBytes(module);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
