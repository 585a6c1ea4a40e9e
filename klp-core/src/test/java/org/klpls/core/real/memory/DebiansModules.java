package org.klpls.core.real.memory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.klpls.core.testing.kernel.Payload;
import org.klpls.core.testing.kernel.StockKernel;

/** Modules of the fetched kernel with those that they need, without their init functions. */
final class DebiansModules {
    private final Path folder;
    private final Map<String, Path> files = new HashMap<>();

    private DebiansModules(Path folder) {
        this.folder = folder;
    }

    static DebiansModules of(StockKernel kernel, Path folder) {
        DebiansModules modules = new DebiansModules(folder);
        try (Stream<Path> all = Files.walk(kernel.modules())) {
            all.filter(path -> path.getFileName().toString().contains(".ko"))
                    .forEach(path -> modules.files.put(name(path), path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return modules;
    }

    private static String name(Path path) {
        String file = path.getFileName().toString();
        return file.substring(0, file.indexOf(".ko")).replace('-', '_');
    }

    Subject subject(String name) {
        Map<String, LoadedFile> needed = new LinkedHashMap<>();
        add(name, needed);
        return new Subject(name, List.copyOf(needed.values()), List.of(name));
    }

    private void add(String name, Map<String, LoadedFile> needed) {
        if (needed.containsKey(name)) {
            return;
        }
        LoadedFile file = LoadedFile.of(withoutInit(name));
        file.depends().forEach(other -> add(other.replace('-', '_'), needed));
        needed.put(name, file);
    }

    private Path withoutInit(String name) {
        Path file = folder.resolve(name + ".ko");
        try {
            if (!Files.exists(file)) {
                Path packed = Optional.ofNullable(files.get(name))
                        .orElseThrow(() -> new IllegalArgumentException(name));
                Files.write(file, WithoutInit.of(Payload.ofModule(packed)));
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
