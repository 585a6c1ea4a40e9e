package org.klpls.core.kernel.input;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.klpls.core.dwarf.InlineMap;
import org.klpls.core.elf.ElfBytes;
import org.klpls.core.elf.ElfImage;
import org.klpls.core.kernel.KernelFact;
import org.klpls.core.kernel.KernelIdentity;
import org.klpls.core.kernel.KernelProblem;
import org.klpls.core.kernel.debuginfod.DebuginfodClient;
import org.klpls.core.kernel.debuginfod.DownloadLimits;
import org.klpls.core.kernel.index.IndexedKernel;
import org.klpls.core.kernel.index.KernelCache;
import org.klpls.core.kernel.index.KernelFacts;
import org.klpls.core.model.ObjectName;

/**
 * Finds the debug info that belongs to a kernel, by its build-id: on this machine where packages and builds put it, then on
 * servers.
 *
 * @param root of the machine's files
 * @param servers empty where none is to be asked
 */
public record DebugInfoSearch(Path root, Optional<DebuginfodClient> servers) {
    private static final String URLS = "DEBUGINFOD_URLS";

    /** On this machine only. */
    public static final DebugInfoSearch LOCAL = new DebugInfoSearch(Path.of("/"), Optional.empty());

    /** On this machine, then on the servers that DEBUGINFOD_URLS names, if it is set. */
    public static DebugInfoSearch ofEnvironment(DebuginfodClient.Progress progress) {
        List<URI> urls = Arrays.stream(Optional.ofNullable(System.getenv(URLS)).orElse("").split("\\s+"))
                .filter(url -> url.startsWith("http://") || url.startsWith("https://"))
                .flatMap(DebugInfoSearch::uri)
                .toList();
        Path folder = Optional.ofNullable(KernelCache.ofUser().folder().getParent()).orElse(Path.of("."))
                .resolve("debuginfod");
        return new DebugInfoSearch(Path.of("/"), urls.isEmpty()
                ? Optional.empty()
                : Optional.of(new DebuginfodClient(urls, folder, DownloadLimits.USUAL, progress)));
    }

    private static Stream<URI> uri(String url) {
        try {
            return Stream.of(URI.create(url));
        } catch (IllegalArgumentException _) {
            return Stream.empty();
        }
    }

    /** The kernel with what its debug info tells; or as it was, knowing why there is none. */
    public IndexedKernel complete(IndexedKernel kernel, Collection<KernelSource> sources, KernelCache cache) {
        boolean lacksInlines = kernel.facts().contains(KernelFact.SYMBOLS) && kernel.knows(ObjectName.VMLINUX)
                && !kernel.facts().contains(KernelFact.INLINES);
        if (!lacksInlines) {
            return kernel;
        }
        KernelIdentity identity = kernel.identity();
        if (identity.buildId().isEmpty()) {
            return kernel.withoutInlines(missing(identity, "inline copies are not known: the build-id of the kernel is"
                    + " not known, so no debug info can be matched with it"));
        }
        String key = "inlines-" + InlineMap.VERSION + "-" + identity.buildId().get();
        Optional<ElfBytes> kept = cache.get(key).flatMap(IndexedKernel::inlineMap);
        if (kept.isPresent()) {
            return kernel.withInlines(kept.get());
        }
        List<String> reasons = new ArrayList<>();
        Optional<ElfBytes> found = find(identity.buildId().get(),
                candidates(identity, identity.buildId().get(), sources), _ -> true, reasons);
        if (found.isEmpty()) {
            return kernel.withoutInlines(missing(identity, reasons.isEmpty()
                    ? "inline copies are not known: the kernel's debug info is needed"
                    : "inline copies are not known: " + String.join("; ", reasons)));
        }
        cache.put(key, IndexedKernel.of(KernelFacts.of(identity).withInlines(found.get())));
        return kernel.withInlines(found.get());
    }

    private static KernelProblem missing(KernelIdentity identity, String message) {
        return new KernelProblem(identity.origin(), message,
                "give --kernel also the vmlinux with debug info (Debian: apt install linux-image-"
                        + identity.release().orElse("RELEASE") + "-dbg), or set DEBUGINFOD_URLS");
    }

    /**
     * The map of a build: out of the first file that tells, else from the servers.
     *
     * @param fits whether a file describes what is asked about
     * @param reasons gets a clause for each file that does not tell
     */
    Optional<ElfBytes> find(String buildId, List<Path> files, Predicate<ElfImage> fits, List<String> reasons) {
        for (Path file : files) {
            switch (DebugInfoInput.read(file, buildId, fits)) {
                case DebugInfoInput.Outcome.Map(ElfBytes map) -> {
                    return Optional.of(map);
                }
                case DebugInfoInput.Outcome.Nothing(String reason) -> reasons.add(file + " " + reason);
            }
        }
        if (servers.isEmpty()) {
            return Optional.empty();
        }
        return switch (servers.get().debugInfo(buildId)) {
            case DebuginfodClient.Fetched.Found(Path file) -> switch (DebugInfoInput.read(file, buildId, fits)) {
                case DebugInfoInput.Outcome.Map(ElfBytes map) -> Optional.of(map);
                case DebugInfoInput.Outcome.Nothing(String reason) -> {
                    reasons.add(file + " " + reason);
                    yield Optional.empty();
                }
            };
            case DebuginfodClient.Fetched.Missing(String reason) -> {
                reasons.add(reason);
                yield Optional.empty();
            }
        };
    }

    /** Where distributions' packages and builds put it, beside the given files and on the machine. */
    private List<Path> candidates(KernelIdentity identity, String buildId, Collection<KernelSource> sources) {
        Set<Path> roots = new LinkedHashSet<>();
        List<Path> given = new ArrayList<>();
        for (KernelSource source : sources) {
            // Given, and yet not told of: once more, to learn why.
            if (source instanceof KernelSource.Image(Path image) && DebugInfoInput.isIn(image)) {
                given.add(image);
            }
            Optional<Path> folder = Optional.ofNullable(source.path().toAbsolutePath().normalize().getParent());
            folder.filter(f -> f.endsWith("boot")).map(Path::getParent).ifPresent(roots::add);
        }
        roots.add(root);
        List<String> places = new ArrayList<>();
        identity.release().filter(r -> !r.contains("/")).ifPresent(release -> {
            places.add("usr/lib/debug/boot/vmlinux-" + release);
            places.add("usr/lib/debug/lib/modules/" + release + "/vmlinux");
            places.add("lib/modules/" + release + "/build/vmlinux");
        });
        places.add(byBuildId(buildId));
        return Stream.concat(given.stream(), roots.stream().flatMap(r -> places.stream().map(r::resolve)))
                .filter(Files::isRegularFile)
                .distinct()
                .toList();
    }

    /** Where packages link debug info to. Source: gdb's documentation, "Separate Debug Files". */
    static String byBuildId(String buildId) {
        int folder = Math.min(2, buildId.length());
        return "usr/lib/debug/.build-id/" + buildId.substring(0, folder) + "/" + buildId.substring(folder) + ".debug";
    }
}
