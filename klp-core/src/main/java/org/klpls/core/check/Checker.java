package org.klpls.core.check;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.klpls.c.build.CompileCommand;
import org.klpls.c.text.Problem;
import org.klpls.c.text.SourceRange;
import org.klpls.c.text.SourceText;
import org.klpls.c.text.Span;
import org.klpls.core.facts.HoverFacts;
import org.klpls.core.facts.Hovers;
import org.klpls.core.kernel.TargetKernel;
import org.klpls.core.model.KlpPatch;
import org.klpls.core.model.Place;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Need;
import org.klpls.core.rule.Report;
import org.klpls.core.rule.Skipped;
import org.klpls.core.rules.EngineCodes;
import org.klpls.core.rules.RuleCatalog;
import org.klpls.core.rules.source.SourceContext;
import org.klpls.core.rules.table.TableContext;
import org.klpls.core.source.LivepatchSource;
import org.klpls.core.source.LivepatchSourceReader;
import org.klpls.core.source.SourceReading;

/**
 * The one engine behind editor and command line: inputs to report. It has no state but caches by content, so that the
 * same request always gives the same report. Safe for all threads.
 */
public final class Checker {
    private final RuleCatalog catalog;
    private final LivepatchSourceReader sources = new LivepatchSourceReader();

    public Checker() {
        this(RuleCatalog.ALL);
    }

    Checker(RuleCatalog catalog) {
        this.catalog = catalog;
    }

    /** @throws java.util.concurrent.CancellationException when cancelled, or when the thread is interrupted */
    public Checked check(CheckRequest request, Cancellation cancellation) {
        RuleRunner runner = new RuleRunner(available(request), cancellation);
        List<Finding> findings = new ArrayList<>();
        List<Skipped> skipped = new ArrayList<>(request.notes());
        for (SourceText text : request.sources()) {
            cancellation.stopIfRequested();
            SourceReading reading = sources.read(text, request.flags());
            skipped.addAll(reading.skipped());
            findings.addAll(Suppressions.apply(reading.source(), ofSource(reading, request, runner)));
        }
        skipped.addAll(MissingFacts.of(runner.lacking(), request.kernel()));
        Report report = new Report(request.kernel().map(k -> new Report.KernelUsed(k.identity(), k.facts())),
                findings.stream().distinct().toList(),
                skipped.stream().distinct().toList());
        return new Checked(report, List.of(), List.of());
    }

    /** The source as a check sees it; from the cache where it has just been checked. */
    public SourceReading read(SourceText text, Optional<CompileCommand> flags) {
        return sources.read(text, flags);
    }

    /** What is known of the word at this offset of the source. */
    public Optional<HoverFacts> hover(SourceText text, int offset, Optional<TargetKernel> kernel,
            Optional<CompileCommand> flags) {
        return Hovers.at(read(text, flags).source(), offset, kernel);
    }

    private List<Finding> ofSource(SourceReading reading, CheckRequest request, RuleRunner runner) {
        LivepatchSource source = reading.source();
        Place file = new Place.InSource(new SourceRange(source.text(), new Span(0, 0)));
        List<Finding> findings = new ArrayList<>();
        for (Problem problem : reading.problems()) {
            findings.add(Finding.at(problem.where().<Place>map(Place.InSource::new).orElse(file), EngineCodes.SYNTAX,
                    problem.message()));
        }
        findings.addAll(runner.run(catalog.source(), new SourceContext(source), file));
        for (KlpPatch patch : source.patches()) {
            TableContext context = new TableContext(source.moduleName(), patch, request.kernel());
            findings.addAll(runner.run(catalog.table(), context, patch.place()));
        }
        return findings;
    }

    private static Set<Need> available(CheckRequest request) {
        Set<Need> available = EnumSet.noneOf(Need.class);
        request.kernel().ifPresent(kernel -> kernel.facts().forEach(fact -> {
            switch (fact) {
                case SYMBOLS -> available.add(Need.KERNEL_SYMBOLS);
                case TRACEABLE -> available.add(Need.KERNEL_TRACEABLE);
                case EXPORTS -> available.add(Need.KERNEL_EXPORTS);
                case TYPES -> available.add(Need.KERNEL_TYPES);
                case CONFIG, MODULES, INLINES -> {
                }
            }
        }));
        if (request.kernel().flatMap(k -> k.identity().vermagic()).isPresent()) {
            available.add(Need.KERNEL_VERMAGIC);
        }
        return available;
    }
}
