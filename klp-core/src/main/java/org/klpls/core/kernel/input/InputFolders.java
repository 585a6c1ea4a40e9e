package org.klpls.core.kernel.input;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Finds what tells of a kernel in folders, and in the places where a machine keeps its kernels. */
final class InputFolders {
    private static final String VMLINUZ = "vmlinuz-";
    private static final String BZIMAGE = "arch/x86/boot/bzImage";

    private InputFolders() {}

    /** A folder of modules, of a build, or a root with {@code boot} and {@code lib/modules} in it. */
    static Resolved resolve(String input, Path folder, Optional<String> release) throws IOException {
        if (release.isEmpty() && isModules(folder)) {
            return Resolved.of(new KernelSource.Modules(folder));
        }
        if (release.isEmpty() && isBuild(folder)) {
            return build(folder);
        }
        Set<String> releases = releases(folder);
        if (release.isPresent()) {
            return releases.contains(release.get())
                    ? release(release.get(), folder)
                    : Resolved.problem(input, input + " has no kernel " + release.get(), choose(folder, releases));
        }
        if (releases.size() == 1) {
            return release(releases.iterator().next(), folder);
        }
        return releases.isEmpty()
                ? Resolved.problem(input,
                        input + " is a folder without a kernel: neither modules, nor a build, nor boot/"
                                + " and lib/modules/",
                        KernelInputs.FORMS)
                : Resolved.problem(input, input + " holds several kernels: " + String.join(", ", releases),
                        choose(folder, releases));
    }

    private static String choose(Path root, Set<String> releases) {
        return releases.isEmpty()
                ? KernelInputs.FORMS
                : "say which, as in " + root + ":" + releases.iterator().next();
    }

    private static boolean isModules(Path folder) {
        Path parent = folder.toAbsolutePath().getParent();
        boolean isAmongModules = parent != null && parent.endsWith("modules");
        return Files.exists(folder.resolve("modules.order")) || Files.exists(folder.resolve("modules.dep"))
                || Files.isDirectory(folder.resolve("kernel"))
                        && (isAmongModules || Files.exists(folder.resolve("modules.builtin")));
    }

    private static boolean isBuild(Path folder) {
        return Files.exists(folder.resolve("Module.symvers"))
                || Files.exists(folder.resolve("include/config/kernel.release"));
    }

    private static Resolved build(Path folder) {
        List<KernelSource> sources = new ArrayList<>();
        Path vmlinux = folder.resolve("vmlinux");
        Path map = folder.resolve("System.map");
        if (Files.isRegularFile(vmlinux)) {
            sources.add(new KernelSource.Image(vmlinux));
        } else if (Files.isRegularFile(folder.resolve(BZIMAGE))) {
            sources.add(new KernelSource.Image(folder.resolve(BZIMAGE)));
        } else if (Files.isRegularFile(map)) {
            sources.add(new KernelSource.SymbolList(map));
        }
        sources.add(new KernelSource.BuildFolder(folder));
        return new Resolved(sources, List.of());
    }

    private static Set<String> releases(Path root) throws IOException {
        Set<String> releases = new TreeSet<>();
        for (String name : names(root.resolve("boot"))) {
            if (name.startsWith(VMLINUZ)) {
                releases.add(name.substring(VMLINUZ.length()));
            }
        }
        for (String modules : List.of("lib/modules", "usr/lib/modules")) {
            for (String name : names(root.resolve(modules))) {
                if (isModules(root.resolve(modules).resolve(name))) {
                    releases.add(name);
                }
            }
        }
        return releases;
    }

    private static List<String> names(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }

    /** What there is of a release under a root. */
    static Resolved release(String release, Path root) throws IOException {
        List<KernelSource> sources = new ArrayList<>();
        image(release, root).ifPresent(image -> sources.add(new KernelSource.Image(image)));
        Path config = root.resolve("boot/config-" + release);
        if (Files.isRegularFile(config)) {
            sources.add(new KernelSource.Config(config));
        }
        Stream.of("lib/modules", "usr/lib/modules")
                .map(m -> root.resolve(m).resolve(release))
                .filter(InputFolders::isModules)
                .findFirst()
                .ifPresent(m -> sources.add(new KernelSource.Modules(m)));
        return sources.isEmpty()
                ? notInstalled(release, root)
                : new Resolved(sources, List.of());
    }

    private static Resolved notInstalled(String release, Path root) throws IOException {
        if (release.contains("/")) {
            return Resolved.problem(release, "there is no file or folder " + release, KernelInputs.FORMS);
        }
        Set<String> installed = releases(root);
        return Resolved.problem(release, "there is no file " + release + ", and no kernel of that release in "
                + root.resolve("boot") + " or " + root.resolve("lib/modules")
                + (installed.isEmpty() ? "" : ", where there is " + String.join(", ", installed)),
                "copy boot/vmlinuz-RELEASE from a machine that runs it, and give that file with --kernel");
    }

    private static Optional<Path> image(String release, Path root) {
        return Stream.of("boot/vmlinuz-" + release, "lib/modules/" + release + "/vmlinuz",
                "usr/lib/modules/" + release + "/vmlinuz", "usr/lib/debug/boot/vmlinux-" + release)
                .map(root::resolve)
                .filter(Files::isRegularFile)
                .findFirst();
    }

    /** An image, and its configuration where that lies beside it. */
    static Resolved imageAndConfig(Path image) {
        String name = image.getFileName().toString();
        Path config = image.resolveSibling("config-" + name.substring(name.indexOf('-') + 1));
        return name.contains("-") && Files.isRegularFile(config)
                ? Resolved.of(new KernelSource.Image(image), new KernelSource.Config(config))
                : Resolved.of(new KernelSource.Image(image));
    }
}
