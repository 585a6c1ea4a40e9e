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
import org.klpls.core.kernel.KernelProblem;
import org.klpls.core.kernel.index.KernelFacts;

/** A {@code /lib/modules/RELEASE}: its modules, compressed or not. */
final class ModulesInput {
    private static final int MOST_NAMED = 3;

    private ModulesInput() {}

    static Told read(Path folder) throws IOException {
        List<ModuleFile.Outcome> outcomes = files(folder).parallelStream().map(ModuleFile::read).toList();
        List<ModuleFacts> modules = new ArrayList<>();
        List<String> failures = new ArrayList<>();
        for (ModuleFile.Outcome outcome : outcomes) {
            switch (outcome) {
                case ModuleFile.Outcome.Facts(ModuleFacts facts) -> modules.add(facts);
                case ModuleFile.Outcome.Failure(String message) -> failures.add(message);
            }
        }
        if (modules.isEmpty() && failures.isEmpty()) {
            return Told.problem(folder.toString(), folder + " has no modules", KernelInputs.FORMS);
        }
        List<KernelProblem> problems = new ArrayList<>();
        if (!failures.isEmpty()) {
            problems.add(unreadable(folder, failures));
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
        return new Told(Optional.of(facts(folder, modules, vermagics, releases)), problems);
    }

    /** All modules below, in a fixed order. */
    static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(f -> ModuleFile.isModule(f.getFileName().toString())).sorted().toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static KernelProblem unreadable(Path folder, List<String> failures) {
        String named = String.join("; ", failures.subList(0, Math.min(MOST_NAMED, failures.size())));
        String more = failures.size() > MOST_NAMED ? "; and " + (failures.size() - MOST_NAMED) + " more" : "";
        return new KernelProblem(folder.toString(), named + more, "install the kernel's package again");
    }

    private static KernelFacts facts(Path folder, List<ModuleFacts> modules, Set<String> vermagics,
            Set<String> releases) {
        List<Export> exports = modules.stream().flatMap(m -> m.exports().stream()).toList();
        KernelIdentity identity = new KernelIdentity(releases.stream().findFirst(), Optional.empty(), Optional.empty(),
                vermagics.stream().findFirst(), folder.toString());
        List<KernelFacts.ObjectFacts> objects = modules.stream()
                .map(m -> new KernelFacts.ObjectFacts(m.object(), m.symbols()))
                .toList();
        return new KernelFacts(identity, EnumSet.of(KernelFact.MODULES), objects, exports, Optional.empty(), List.of());
    }
}
