package org.klpls.core.real.livepatch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.klpls.core.check.Cancellation;
import org.klpls.core.check.Checked;
import org.klpls.core.check.Checker;
import org.klpls.core.check.Inputs;
import org.klpls.core.kernel.KernelReader;
import org.klpls.core.kernel.KernelReading;
import org.klpls.core.kernel.TargetKernel;
import org.klpls.core.loader.ModuleLoader;
import org.klpls.core.loader.Verdict;
import org.klpls.core.module.LivepatchModule;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Severity;
import org.klpls.core.testing.kernel.Job;
import org.klpls.core.testing.kernel.Outcome;
import org.klpls.core.testing.kernel.RealKernel;
import org.klpls.core.testing.kernel.StockKernel;

/** Livepatches built for one kernel and loaded by it; and that kernel as klpls knows it, with its modules. */
final class OnOneKernel {
    private final StockKernel kernel;
    private final List<Livepatch> livepatches;
    private final Checker checker = new Checker();
    private final Map<Livepatch, List<Outcome>> outcomes = new HashMap<>();
    private Optional<BuiltLivepatches> built = Optional.empty();
    private Optional<TargetKernel> target = Optional.empty();

    OnOneKernel(StockKernel kernel, List<Livepatch> livepatches) {
        this.kernel = kernel;
        this.livepatches = livepatches;
    }

    void buildAndLoad(Path folder) {
        BuiltLivepatches fresh = BuiltLivepatches.of(kernel, livepatches, folder);
        built = Optional.of(fresh);
        List<List<Job>> runs = new ArrayList<>();
        for (Livepatch livepatch : livepatches) {
            List<Job> jobs = new ArrayList<>();
            livepatch.targets().forEach(name -> targetModule(name).map(Job.LoadAndKeep::new).ifPresent(jobs::add));
            jobs.add(new Job.Load(fresh.module(livepatch)));
            runs.add(jobs);
        }
        List<List<Outcome>> all = RealKernel.of(kernel).runEach(runs);
        for (int i = 0; i < livepatches.size(); i++) {
            outcomes.put(livepatches.get(i), all.get(i));
        }
        target = Optional.of(read(kernel));
    }

    static TargetKernel read(StockKernel kernel) {
        KernelReading reading = KernelReader
                .read(List.of(kernel.vmlinuz().toString(), kernel.modules().toString()));
        return reading.kernel().orElseThrow(() -> new AssertionError(reading.problems()));
    }

    List<Livepatch> livepatches() {
        return livepatches;
    }

    BuiltLivepatches built() {
        return built.orElseThrow();
    }

    /** What the kernel did with it; where its targets were loaded before. */
    Outcome outcome(Livepatch livepatch) {
        return Optional.ofNullable(outcomes.get(livepatch)).orElseThrow().getLast();
    }

    /** All that is found at warning or above. */
    List<Finding> check(Path... inputs) {
        Checked checked = checker.check(
                Inputs.of(List.of(inputs)).request(target, Optional.empty(), List.of()), Cancellation.NEVER);
        if (!checked.problems().isEmpty()) {
            throw new AssertionError("unreadable: " + checked.problems());
        }
        return checked.report().findings().stream().filter(f -> f.severity().atLeast(Severity.WARNING)).toList();
    }

    Verdict verify(Path module) {
        return ModuleLoader.verify(LivepatchModule.read(module).module().orElseThrow(), target.orElseThrow(),
                List.of());
    }

    /** A module of the kernel that the guest can be given: 6.1's are not compressed. */
    private Optional<Path> targetModule(String name) {
        try (Stream<Path> all = Files.walk(kernel.modules())) {
            return all.filter(file -> file.getFileName().toString().equals(name + ".ko")).findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
