package org.klpls.core.kernel.input;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.klpls.core.kernel.Export;
import org.klpls.core.kernel.KernelFact;
import org.klpls.core.kernel.KernelIdentity;
import org.klpls.core.kernel.KernelModules;
import org.klpls.core.kernel.KernelProblem;
import org.klpls.core.kernel.index.KernelFacts;
import org.klpls.core.model.ObjectName;

/** Puts together what several inputs tell of one kernel. */
public final class MergedFacts {
    private MergedFacts() {}

    /** All of it, what came first going first. Facts of another release than the first known one are refused. */
    public static Told of(List<KernelFacts> inputs) {
        List<KernelProblem> problems = new ArrayList<>();
        List<KernelFacts> same = new ArrayList<>();
        Optional<KernelIdentity> first = inputs.stream()
                .map(KernelFacts::identity)
                .filter(i -> i.release().isPresent())
                .findFirst();
        for (KernelFacts facts : inputs) {
            Optional<String> difference = first.flatMap(f -> difference(f, facts.identity()));
            if (difference.isPresent()) {
                problems.add(new KernelProblem(facts.identity().origin(), difference.get(),
                        "give inputs of one kernel only"));
            } else {
                same.add(facts);
            }
        }
        // What an image tells goes before what a list of symbols tells, whichever was given first.
        same.sort(Comparator.comparing(f -> !f.known().contains(KernelFact.TRACEABLE)));
        for (int i = 1; i < same.size(); i++) {
            KernelFacts other = same.get(i);
            same.subList(0, i).stream().flatMap(f -> difference(f, other).stream()).findFirst()
                    .ifPresent(problems::add);
        }
        return new Told(same.isEmpty() || !problems.isEmpty() ? Optional.empty() : Optional.of(merged(same)), problems);
    }

    /** Of two inputs that do not tell different releases. */
    private static Optional<KernelProblem> difference(KernelFacts first, KernelFacts other) {
        return SymbolAgreement.difference(first, other)
                .or(() -> ExportAgreement.difference(first, other))
                .or(() -> ConfigAgreement.difference(first, other));
    }

    private static Optional<String> difference(KernelIdentity first, KernelIdentity other) {
        if (other.release().isPresent() && !other.release().equals(first.release())) {
            return Optional.of(other.origin() + " is of kernel " + other.release().get() + ", " + first.origin()
                    + " of " + first.release().orElse(""));
        }
        boolean otherBuild = other.buildId().isPresent() && first.buildId().isPresent()
                && !other.buildId().equals(first.buildId());
        return otherBuild
                ? Optional.of(other.origin() + " and " + first.origin() + " are both " + first.release().orElse("")
                        + ", but different builds (build-id " + other.buildId().get() + " and " + first.buildId().get()
                        + ")")
                : Optional.empty();
    }

    private static KernelFacts merged(List<KernelFacts> inputs) {
        if (inputs.size() == 1) {
            return inputs.getFirst();
        }
        Set<KernelFact> known = EnumSet.noneOf(KernelFact.class);
        Map<ObjectName, KernelFacts.ObjectFacts> objects = new LinkedHashMap<>();
        Map<String, Export> exports = new LinkedHashMap<>();
        for (KernelFacts facts : inputs) {
            known.addAll(facts.known());
            facts.objects().forEach(o -> objects.putIfAbsent(o.object(), o));
            facts.exports().forEach(e -> exports.putIfAbsent(e.name(), e));
        }
        return new KernelFacts(identity(inputs), known, List.copyOf(objects.values()), List.copyOf(exports.values()),
                inputs.stream().map(KernelFacts::btf).flatMap(Optional::stream).findFirst(),
                inputs.stream().map(KernelFacts::config).filter(c -> !c.isEmpty()).findFirst().orElse(List.of()),
                inputs.stream().map(KernelFacts::inlines).flatMap(Optional::stream).findFirst(), modules(inputs));
    }

    /** Those of a folder on this machine, if there is one: their files tell more than an index does. */
    private static KernelModules modules(Collection<KernelFacts> inputs) {
        List<KernelModules> told = inputs.stream().map(KernelFacts::modules).filter(m -> !m.modules().isEmpty())
                .toList();
        return told.stream().filter(m -> m.folder().filter(Files::isDirectory).isPresent()).findFirst()
                .or(() -> told.stream().findFirst()).orElse(KernelModules.NONE);
    }

    private static KernelIdentity identity(Collection<KernelFacts> inputs) {
        Stream<String> origins = inputs.stream().map(f -> f.identity().origin()).distinct();
        return new KernelIdentity(first(inputs, KernelIdentity::release), first(inputs, KernelIdentity::banner),
                first(inputs, KernelIdentity::buildId), first(inputs, KernelIdentity::vermagic),
                String.join(", ", origins.toList()));
    }

    private static Optional<String> first(Collection<KernelFacts> inputs,
            Function<KernelIdentity, Optional<String>> part) {
        return inputs.stream().map(KernelFacts::identity).map(part).flatMap(Optional::stream).findFirst();
    }
}
