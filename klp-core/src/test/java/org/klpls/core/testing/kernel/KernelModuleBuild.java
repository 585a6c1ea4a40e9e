package org.klpls.core.testing.kernel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.klpls.c.testing.RealThings;

/**
 * Builds modules against the fetched kernel's headers, many in one make. A test class that uses it says
 * {@code @NeedsRealThings(HEADERS)}, and SOURCE for the kernel's own.
 *
 * <p>What is built stays in the cache, in a folder named by headers and sources, so it is built once. The folder is
 * never to be changed: copy what a test wants to change.
 */
public final class KernelModuleBuild {
    /** The 7 samples, by name. Source: samples/livepatch/Makefile, v6.1. */
    private static final List<String> SAMPLES = List.of("livepatch-sample", "livepatch-shadow-mod",
            "livepatch-shadow-fix1", "livepatch-shadow-fix2", "livepatch-callbacks-demo", "livepatch-callbacks-mod",
            "livepatch-callbacks-busymod");

    /** The 10 modules of the livepatch self-tests. Source: lib/livepatch/Makefile, v6.1. */
    private static final List<String> SELF_TESTS = List.of("test_klp_atomic_replace", "test_klp_callbacks_demo",
            "test_klp_callbacks_demo2", "test_klp_callbacks_busy", "test_klp_callbacks_mod", "test_klp_livepatch",
            "test_klp_shadow_vars", "test_klp_state", "test_klp_state2", "test_klp_state3");

    private KernelModuleBuild() {}

    /** The kernel's own livepatches and the modules they patch: samples/livepatch, then lib/livepatch. */
    public static synchronized List<BuiltModule> kernelsOwn() {
        List<String> names = Stream.concat(SAMPLES.stream(), SELF_TESTS.stream()).toList();
        SortedMap<String, String> sources = new TreeMap<>();
        for (String name : SAMPLES) {
            sources.put(name, text(RealThings.source().resolve("samples/livepatch/" + name + ".c")));
        }
        for (String name : SELF_TESTS) {
            sources.put(name, text(RealThings.source().resolve("lib/livepatch/" + name + ".c")));
        }
        return build("kernels-own", sources).named(names);
    }

    /** Builds C sources given by module name; undefined symbols are left to the kernel to judge. */
    public static BuiltModules build(String batch, SortedMap<String, String> sources) {
        return build(StockKernel.V6_1, batch, sources);
    }

    /** The same against the headers of this kernel, and without debug info: for modules that are only loaded. */
    public static BuiltModules buildWithoutDebugInfo(StockKernel kernel, String batch,
            SortedMap<String, String> sources) {
        return build(kernel, batch, sources, "KCFLAGS=-g0", "CONFIG_DEBUG_INFO_BTF_MODULES=");
    }

    /** Builds folders that have a Kbuild file of their own, all in one make: files by the name of the folder to be. */
    public static BuiltModules buildFolders(StockKernel kernel, String batch, SortedMap<String, List<Path>> folders) {
        SortedMap<String, String> files = new TreeMap<>();
        StringBuilder kbuild = new StringBuilder();
        folders.forEach((folder, contents) -> {
            contents.forEach(file -> files.put(folder + "/" + file.getFileName(), text(file)));
            kbuild.append("obj-m += ").append(folder).append("/\n");
        });
        files.put("Kbuild", kbuild.toString());
        return cached(kernel, batch, files, List.of());
    }

    private static BuiltModules build(StockKernel kernel, String batch, SortedMap<String, String> sources,
            String... options) {
        SortedMap<String, String> files = new TreeMap<>();
        StringBuilder kbuild = new StringBuilder();
        sources.forEach((name, text) -> {
            files.put(name + ".c", text);
            kbuild.append("obj-m += ").append(name).append(".o\n");
        });
        files.put("Kbuild", kbuild.toString());
        return cached(kernel, batch, files, List.of(options));
    }

    private static synchronized BuiltModules cached(StockKernel kernel, String batch, SortedMap<String, String> files,
            List<String> options) {
        Path folder = RealThings.cache().resolve("tests/modules/" + batch + "-" + hash(kernel, files));
        try {
            Files.createDirectories(folder);
            try (var lock = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE); var _ = lock.lock()) {
                Path done = folder.resolve("done");
                if (!Files.exists(done)) {
                    make(kernel, folder, files, options);
                    Files.createFile(done);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return new BuiltModules(folder);
    }

    private static void make(StockKernel kernel, Path folder, SortedMap<String, String> files, List<String> options)
            throws IOException, InterruptedException {
        for (var file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        List<String> command = new ArrayList<>(List.of("make", "-s", "-j2", "-C", kernel.headers().toString(),
                "M=" + folder, "KBUILD_MODPOST_WARN=1"));
        command.addAll(options);
        command.add("modules");
        Command.run(command.toArray(String[]::new));
    }

    private static String hash(StockKernel kernel, SortedMap<String, String> files) {
        byte[] all = files.toString().getBytes(StandardCharsets.UTF_8);
        return Content.hash(kernel.headersVersion().getBytes(StandardCharsets.UTF_8), all);
    }

    private static String text(Path source) {
        try {
            return Files.readString(source);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
