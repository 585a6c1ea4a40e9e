package org.klpls.core.kernel;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.klpls.core.kernel.index.IndexFile;
import org.klpls.core.kernel.index.IndexedKernel;
import org.klpls.core.kernel.index.KernelCache;
import org.klpls.core.kernel.index.KernelFacts;
import org.klpls.core.kernel.input.DebugInfoSearch;
import org.klpls.core.kernel.input.InstalledModules;
import org.klpls.core.kernel.input.KernelInputs;
import org.klpls.core.kernel.input.KernelSource;
import org.klpls.core.kernel.input.MergedFacts;
import org.klpls.core.kernel.input.ModulesInput;
import org.klpls.core.kernel.input.Resolved;
import org.klpls.core.kernel.input.SourceKey;
import org.klpls.core.kernel.input.SourceReader;
import org.klpls.core.kernel.input.Told;

/** Reads a kernel from whatever forms of it the user has. Never throws on what is given. */
public final class KernelReader {
    private KernelReader() {}

    /**
     * The kernel that these inputs tell of. Facts of the same kernel add up, earlier inputs go first; an input of
     * another kernel is refused.
     *
     * @param inputs each a vmlinuz, vmlinux, System.map, kallsyms dump, folder of modules, build folder, root
     *        ({@code ROOT} or {@code ROOT:RELEASE}), release, or index
     */
    public static KernelReading read(List<String> inputs) {
        return read(inputs, KernelCache.ofUser());
    }

    /** The same, with what was read before kept in that cache. */
    public static KernelReading read(List<String> inputs, KernelCache cache) {
        return read(inputs, cache, DebugInfoSearch.LOCAL);
    }

    /** The same, with debug info that was not given looked for. */
    public static KernelReading read(List<String> inputs, KernelCache cache, DebugInfoSearch search) {
        List<KernelProblem> problems = new ArrayList<>();
        Set<KernelSource> sources = new LinkedHashSet<>();
        for (String input : inputs) {
            Resolved resolved = KernelInputs.resolve(input);
            problems.addAll(resolved.problems());
            sources.addAll(resolved.sources());
        }
        if (sources.isEmpty()) {
            return new KernelReading(Optional.empty(), problems);
        }
        KernelReading reading = read(List.copyOf(sources), cache, search);
        problems.addAll(reading.problems());
        return new KernelReading(reading.kernel(), problems);
    }

    private static KernelReading read(Collection<KernelSource> sources, KernelCache cache,
            DebugInfoSearch search) {
        String origin = sources.stream().map(s -> s.path().toString()).collect(Collectors.joining(", "));
        // What is known of a folder of modules by itself is kept with that folder.
        Optional<Path> folder = sources.size() == 1
                && sources.iterator().next() instanceof KernelSource.Modules(Path modules)
                        ? Optional.of(modules)
                        : Optional.empty();
        Optional<String> key = folder.isPresent() ? Optional.empty() : SourceKey.of(sources);
        Optional<IndexedKernel> kept = key.flatMap(cache::get)
                .or(() -> folder.flatMap(f -> ModulesInput.unchanged(f, cache)));
        if (kept.isPresent()) {
            return new KernelReading(kept.map(k -> complete(k.withOrigin(origin), sources, cache, search)), List.of());
        }
        List<KernelProblem> problems = new ArrayList<>();
        Optional<IndexedKernel> kernel = uncached(sources, cache, problems);
        if (key.isPresent() && !key.equals(SourceKey.of(sources))) {
            // Half of one kernel and half of another: nothing to keep, or to judge by.
            problems.add(new KernelProblem(origin, origin + " changed while it was read",
                    "wait until it is written, and try again"));
        }
        if (problems.isEmpty() && key.isPresent() && kernel.isPresent()) {
            cache.put(key.get(), kernel.get());
        }
        return new KernelReading(kernel.map(k -> complete(k.withOrigin(origin), sources, cache, search)), problems);
    }

    private static IndexedKernel complete(IndexedKernel kernel, Collection<KernelSource> sources, KernelCache cache,
            DebugInfoSearch search) {
        return search.complete(kernel, sources, cache).withModuleDetails(new InstalledModules(search, cache));
    }

    private static Optional<IndexedKernel> uncached(Collection<KernelSource> sources, KernelCache cache,
            List<KernelProblem> problems) {
        if (sources.size() == 1 && sources.iterator().next() instanceof KernelSource.Index(Path file)
                && IndexFile.open(file) instanceof IndexFile.Opened.Kernel(IndexedKernel whole)) {
            return Optional.of(whole);
        }
        List<KernelFacts> facts = new ArrayList<>();
        for (KernelSource source : sources) {
            Told told = SourceReader.read(source, cache);
            problems.addAll(told.problems());
            told.facts().ifPresent(facts::add);
        }
        Told merged = MergedFacts.of(facts);
        problems.addAll(merged.problems());
        return merged.facts().map(IndexedKernel::of);
    }
}
