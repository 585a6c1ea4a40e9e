package org.klpls.core.real.variant;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.klpls.core.kernel.TargetKernel;
import org.klpls.core.loader.ModuleLoader;
import org.klpls.core.loader.Verdict;
import org.klpls.core.model.KlpPatch;
import org.klpls.core.module.LivepatchModule;
import org.klpls.core.module.ModuleReading;
import org.klpls.core.rule.Finding;
import org.klpls.core.rules.RuleCatalog;
import org.klpls.core.rules.module.ModuleContext;
import org.klpls.core.rules.table.TableContext;
import org.klpls.core.testing.kernel.Job;
import org.klpls.core.testing.kernel.Outcome;
import org.klpls.core.testing.kernel.RealKernel;
import org.klpls.core.testing.kernel.StockKernel;

/** Variants as files, what a real kernel does with each, and what klpls verify says of each. */
final class VariantRuns {
    /** Files of /proc that the variants patch, or make. */
    private static final Job PROBE = new Job.Probe(
            List.of("/proc/cmdline", "/proc/version", "/proc/filesystems", "/proc/klp_target"));

    private final StockKernel kernel;
    private final Bases bases;
    private final Path folder;
    private final Map<String, Path> files = new HashMap<>();

    private VariantRuns(StockKernel kernel, Bases bases, Path folder) {
        this.kernel = kernel;
        this.bases = bases;
        this.folder = folder;
    }

    static VariantRuns in(Path folder, StockKernel kernel) {
        return new VariantRuns(kernel, Bases.build(kernel), folder);
    }

    /** The real kernel's verdicts, each on a machine of its own. */
    Map<Variant, KernelVerdict> load(List<Variant> variants) {
        Map<List<String>, List<Job>> runs = new LinkedHashMap<>();
        for (Variant variant : variants) {
            runs.put(List.of(variant.name()), jobs(variant.before(), file(variant)));
            runs.computeIfAbsent(control(variant), key -> jobs(key.subList(1, key.size()), file(key.getFirst())));
        }
        List<List<Outcome>> all = RealKernel.of(kernel).runEach(List.copyOf(runs.values()));
        Map<List<String>, Outcome> outcomes = new HashMap<>();
        int i = 0;
        for (List<String> key : runs.keySet()) {
            outcomes.put(key, all.get(i++).getLast());
        }
        Map<Variant, KernelVerdict> verdicts = new LinkedHashMap<>();
        for (Variant variant : variants) {
            verdicts.put(variant, verdict(variant, outcome(outcomes, List.of(variant.name())),
                    outcome(outcomes, control(variant))));
        }
        return verdicts;
    }

    /** The same without a look at what the modules do: whether they load and unload, and the kernel lives. */
    Map<Variant, KernelVerdict> loadOnly(List<Variant> variants) {
        List<List<Outcome>> all = RealKernel.of(kernel)
                .runEach(variants.stream().map(variant -> List.<Job>of(new Job.Load(file(variant)))).toList());
        Map<Variant, KernelVerdict> verdicts = new LinkedHashMap<>();
        for (int i = 0; i < variants.size(); i++) {
            verdicts.put(variants.get(i), KernelVerdict.of(all.get(i).getLast(), List.of(), List.of()));
        }
        return verdicts;
    }

    private static Outcome outcome(Map<List<String>, Outcome> outcomes, List<String> key) {
        return Optional.ofNullable(outcomes.get(key)).orElseThrow();
    }

    private static KernelVerdict verdict(Variant variant, Outcome did, Outcome control) {
        int half = control.loaded().orElse(-1) == 0 ? control.probed().size() / 2 : 0;
        List<String> without = control.probed().subList(half, control.probed().size());
        return KernelVerdict.of(did, switch (variant.effect()) {
            case AS_BASE -> control.probed().subList(0, half);
            case NONE -> without;
        }, without);
    }

    /** The base, and what is loaded before: what the variant does if its defect makes no difference. */
    private static List<String> control(Variant variant) {
        List<String> key = new ArrayList<>(List.of(variant.control()));
        key.addAll(variant.before().stream().map(VariantRuns::withoutDefect).toList());
        key.add("");
        return key;
    }

    private static String withoutDefect(String before) {
        return before.startsWith("module_alone_") ? Bases.MODOBJ : before;
    }

    private List<Job> jobs(List<String> before, Path module) {
        List<Job> jobs = new ArrayList<>(List.of(PROBE));
        before.stream().filter(name -> !name.isEmpty()).map(name -> new Job.LoadAndKeep(file(name))).forEach(jobs::add);
        jobs.add(new Job.Load(module));
        return jobs;
    }

    /** What klpls verify says. */
    Verdict verify(Variant variant, TargetKernel target) {
        List<LivepatchModule> before = variant.before().stream()
                .map(name -> LivepatchModule.read(file(name)).module().orElseThrow()).toList();
        ModuleReading reading = LivepatchModule.read(file(variant));
        return reading.module().map(module -> ModuleLoader.verify(module, target, before))
                .orElseGet(() -> ModuleLoader.unreadable(reading));
    }

    boolean isLivepatch(Variant variant) {
        return LivepatchModule.read(file(variant)).module().filter(LivepatchModule::looksLikeLivepatch).isPresent();
    }

    /** What the rules make of that verdict, and of the tables. */
    List<Finding> findings(Variant variant, TargetKernel target, Verdict verdict) {
        List<Finding> findings = new ArrayList<>();
        if (isLivepatch(variant)) {
            LivepatchModule module = LivepatchModule.read(file(variant)).module().orElseThrow();
            ModuleContext context = new ModuleContext(module, Optional.of(target), verdict);
            RuleCatalog.ALL.module().forEach(rule -> rule.check(context, findings::add));
            for (KlpPatch patch : module.patches(Optional.of(target)).patches()) {
                TableContext table = new TableContext(module.name(), patch, Optional.of(target));
                RuleCatalog.ALL.table().forEach(rule -> rule.check(table, findings::add));
            }
        }
        return findings;
    }

    /** A base, or a variant, by its name. */
    private Path file(String name) {
        return Variants.all().stream().filter(v -> v.name().equals(name)).findFirst().map(this::file)
                .orElseGet(() -> files.computeIfAbsent(name, base -> write(base, base, bases.module(base))));
    }

    Path file(Variant variant) {
        return files.computeIfAbsent(variant.name(),
                name -> write(name, variant.base(), variant.file(bases.module(variant.base()))));
    }

    private Path write(String name, String base, byte[] bytes) {
        try {
            return Files.write(Files.createDirectories(folder.resolve(name)).resolve(base + ".ko"), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
