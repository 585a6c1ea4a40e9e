package org.klpls.core.kernel.input;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.klpls.core.kernel.Export;
import org.klpls.core.kernel.KernelFact;
import org.klpls.core.kernel.KernelIdentity;
import org.klpls.core.kernel.KernelModules;
import org.klpls.core.kernel.KernelProblem;
import org.klpls.core.kernel.index.IndexedKernel;
import org.klpls.core.kernel.index.KernelCache;
import org.klpls.core.kernel.index.KernelFacts;

/** A {@code /lib/modules/RELEASE}: its modules, compressed or not. Those that look as they did are not read again. */
public final class ModulesInput {
    private static final int MOST_NAMED = 3;

    /** What came of one module: its facts, or a sentence that says why there are none. */
    private sealed interface Outcome {
        record Facts(ModuleFacts facts) implements Outcome {}

        record Failure(String message) implements Outcome {}
    }

    private ModulesInput() {}

    /** What was kept of a folder; empty where anything in it has changed since, or could not be read then. */
    public static Optional<IndexedKernel> unchanged(Path folder, KernelCache cache) {
        return cache.get(SourceKey.ofFolder(folder)).filter(kernel -> {
            try {
                return KeptModules.describe(kernel.modules(), ModuleFolder.of(folder));
            } catch (IOException _) {
                return false; // reading it anew tells why
            }
        });
    }

    static Told read(Path folder, KernelCache cache) throws IOException {
        ModuleFolder contents = ModuleFolder.of(folder);
        String key = SourceKey.ofFolder(folder);
        Optional<IndexedKernel> before = cache.get(key);
        KeptModules kept = before.map(KeptModules::of).orElse(KeptModules.NONE);
        List<Outcome> outcomes = contents.modules().parallelStream().map(file -> outcome(file, kept)).toList();
        List<ModuleFacts> modules = new ArrayList<>();
        List<String> failures = new ArrayList<>();
        for (Outcome outcome : outcomes) {
            switch (outcome) {
                case Outcome.Facts(ModuleFacts facts) -> modules.add(facts);
                case Outcome.Failure(String message) -> failures.add(message);
            }
        }
        if (modules.isEmpty() && failures.isEmpty()) {
            return Told.problem(folder.toString(), folder + " has no modules", KernelInputs.FORMS);
        }
        Set<String> vermagics = new LinkedHashSet<>();
        modules.forEach(m -> m.vermagic().ifPresent(vermagics::add));
        Set<String> releases = new LinkedHashSet<>();
        vermagics.forEach(v -> releases.add(v.split(" ", 2)[0]));
        if (releases.size() > 1) {
            return Told.problem(folder.toString(),
                    folder + " mixes modules of several kernels: " + String.join(", ", releases),
                    "remove the modules that are not of this kernel");
        }
        KernelFacts facts = facts(contents, modules, vermagics, releases);
        boolean isKept = before.filter(k -> KeptModules.describe(k.modules(), contents)).isPresent();
        if (!kept.areAll(modules) || failures.isEmpty() && !isKept) {
            cache.put(key, IndexedKernel.of(facts));
        }
        return new Told(Optional.of(facts), failures.isEmpty() ? List.of() : List.of(unreadable(folder, failures)));
    }

    private static Outcome outcome(ModulePath file, KeptModules kept) {
        Optional<ModuleFacts> known = kept.facts(file);
        if (known.isPresent()) {
            return new Outcome.Facts(known.get());
        }
        return switch (ModuleFile.read(file.file())) {
            case ModuleFile.Outcome.Image(var image) -> new Outcome.Facts(ModuleFactsReader.read(image, file));
            case ModuleFile.Outcome.Failure(String message) -> new Outcome.Failure(message);
        };
    }

    /** All modules below, in a fixed order. */
    static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(f -> ModulePath.isModule(f.getFileName().toString())).filter(Files::isRegularFile)
                    .sorted().toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static KernelProblem unreadable(Path folder, List<String> failures) {
        String named = String.join("; ", failures.subList(0, Math.min(MOST_NAMED, failures.size())));
        String more = failures.size() > MOST_NAMED ? "; and " + (failures.size() - MOST_NAMED) + " more" : "";
        return new KernelProblem(folder.toString(), named + more, "install the kernel's package again");
    }

    private static KernelFacts facts(ModuleFolder contents, List<ModuleFacts> modules, Set<String> vermagics,
            Set<String> releases) {
        List<Export> exports = modules.stream().flatMap(m -> m.exports().stream()).toList();
        KernelIdentity identity = new KernelIdentity(releases.stream().findFirst(), Optional.empty(), Optional.empty(),
                vermagics.stream().findFirst(), contents.folder().toString());
        List<KernelFacts.ObjectFacts> objects = modules.stream()
                .map(m -> new KernelFacts.ObjectFacts(m.module().object(), m.symbols()))
                .toList();
        KernelModules told = KernelModules.of(Optional.of(contents.folder().toAbsolutePath().normalize()),
                modules.stream().map(ModuleFacts::module).toList(), contents.builtIn(), contents.notes());
        return new KernelFacts(identity, EnumSet.of(KernelFact.MODULES), objects, exports, Optional.empty(), List.of())
                .withModules(told);
    }
}
