package org.klpls.core.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.klpls.c.build.CompileCommand;
import org.klpls.c.text.Problem;
import org.klpls.c.text.SourceBytes;
import org.klpls.c.text.SourceRange;
import org.klpls.c.text.SourceText;
import org.klpls.c.text.Span;
import org.klpls.core.elf.ElfProblem;
import org.klpls.core.loader.ModuleLoader;
import org.klpls.core.loader.RunningKernel;
import org.klpls.core.loader.Verdict;
import org.klpls.core.model.ElfPlace;
import org.klpls.core.model.KlpPatch;
import org.klpls.core.model.Place;
import org.klpls.core.module.LivepatchModule;
import org.klpls.core.module.ModulePatches;
import org.klpls.core.module.ModuleReading;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Need;
import org.klpls.core.rule.Report;
import org.klpls.core.rule.Severity;
import org.klpls.core.rule.Skipped;
import org.klpls.core.rules.EngineCodes;
import org.klpls.core.rules.RuleCatalog;
import org.klpls.core.rules.module.ModuleContext;
import org.klpls.core.rules.pair.PairContext;
import org.klpls.core.rules.source.KlpTemplateNotExpanded;
import org.klpls.core.rules.source.SourceContext;
import org.klpls.core.rules.table.TableContext;
import org.klpls.core.source.LivepatchSource;
import org.klpls.core.source.LivepatchSourceReader;
import org.klpls.core.source.ModuleSources;
import org.klpls.core.source.PatchedFuncs;
import org.klpls.core.source.SiblingSource;
import org.klpls.core.source.SourceReading;

/** One check from inputs to report; for one thread. */
final class CheckRun {
    private final CheckRequest request;
    private final RuleCatalog catalog;
    private final LivepatchSourceReader reader;
    private final ModuleCache moduleCache;
    private final Cancellation cancellation;
    private final RuleRunner runner;
    private final List<Finding> findings = new ArrayList<>();
    private final List<Skipped> skipped = new ArrayList<>();
    private final List<Path> unbuilt = new ArrayList<>();
    private final Set<String> unknownModules = new TreeSet<>();
    private final Set<String> unknownPrototypes = new TreeSet<>();
    private final List<Checked.ModuleUsed> used = new ArrayList<>();
    private final List<InputProblem> problems = new ArrayList<>();
    private final List<SourceReading> readings = new ArrayList<>();

    CheckRun(CheckRequest request, RuleCatalog catalog, LivepatchSourceReader reader, ModuleCache moduleCache,
            Cancellation cancellation) {
        this.request = request;
        this.catalog = catalog;
        this.reader = reader;
        this.moduleCache = moduleCache;
        this.cancellation = cancellation;
        this.runner = new RuleRunner(available(request), cancellation);
    }

    /** A module that could be read, with its patches. */
    private record Built(LivepatchModule module, ModulePatches patches) {}

    /** What one module is built of, among the inputs. */
    private record Joined(Built built, List<SourceReading> sources) {
        /** Whether a finding stands in one of them. */
        boolean isInSource(Finding finding) {
            return finding.source().filter(range -> sources.stream()
                    .anyMatch(s -> s.source().text().equals(range.source()))).isPresent();
        }

        boolean hasInSource(KlpPatch patch) {
            return sources.stream().flatMap(s -> s.source().patches().stream())
                    .anyMatch(p -> p.variable().equals(patch.variable()));
        }
    }

    Checked run() {
        skipped.addAll(request.notes());
        List<Built> modules = request.modules().stream().flatMap(path -> module(path).stream()).toList();
        for (SourceText text : request.sources()) {
            cancellation.stopIfRequested();
            SourceReading reading = reader.read(text, flags(text));
            readings.add(reading);
            skipped.addAll(reading.skipped());
        }
        List<Joined> joins = modules.stream().map(built -> join(built, readings)).toList();
        for (SourceReading reading : readings) {
            List<Built> built = joins.stream().filter(j -> j.sources().contains(reading)).map(Joined::built).toList();
            findings.addAll(Suppressions.apply(reading.source(), ofSource(reading, built)));
        }
        joins.forEach(joined -> ofModule(joined, () -> ModuleLoader.verify(joined.built().module(), request.kernel(),
                joined.built().patches())));
        skipped.addAll(MissingFacts.ofUnbuilt(unbuilt));
        skipped.addAll(MissingFacts.ofOthers(others(modules)));
        skipped.addAll(MissingFacts.of(runner.lacking(), request.kernel()));
        skipped.addAll(MissingFacts.ofModules(unknownModules));
        skipped.addAll(MissingFacts.ofPrototypes(unknownPrototypes));
        return new Checked(report(), used, problems);
    }

    /** The rules of modules on one that is loaded into a kernel where others are. */
    LoadedModuleReport load(LivepatchModule module, RunningKernel there) {
        ModulePatches patches = module.patches(request.kernel());
        RunningKernel.Load load = there.load(module, patches);
        ofModule(new Joined(new Built(module, patches), List.of()), load::verdict);
        skipped.addAll(MissingFacts.of(runner.lacking(), request.kernel()));
        skipped.addAll(MissingFacts.ofModules(unknownModules));
        return new LoadedModuleReport(load, patches.patches(), report());
    }

    /** All that was given, where nothing of it has to do with livepatches. */
    private List<Path> others(List<Built> modules) {
        boolean isAny = modules.stream().anyMatch(b -> b.module().looksLikeLivepatch())
                || readings.stream().map(SourceReading::source).anyMatch(CheckRun::isAboutLivepatches);
        return isAny
                ? List.of()
                : Stream.concat(readings.stream().map(r -> r.source().text().path()),
                        modules.stream().map(b -> b.module().path())).toList();
    }

    /** A part of a livepatch in several files may hold replacements only. */
    private static boolean isAboutLivepatches(LivepatchSource source) {
        String text = source.text().text();
        return source.isLivepatch() || text.contains("klp") || text.contains("livepatch")
                || PatchedFuncs.isOne(source.text().path());
    }

    private Optional<CompileCommand> flags(SourceText text) {
        return reader.flags(text.path(), request.flags(), request.kernel().flatMap(k -> k.identity().release()));
    }

    private Report report() {
        List<Finding> ordered = findings.stream().distinct().sorted(FindingOrder.BY_PLACE).toList();
        return new Report(request.kernel().map(k -> new Report.KernelUsed(k.identity(), k.facts())), ordered,
                MissingFacts.once(skipped));
    }

    private Optional<Built> module(Path path) {
        cancellation.stopIfRequested();
        ModuleReading reading = moduleCache.read(path);
        if (reading.module().isEmpty()) {
            String why = reading.problems().stream().map(ElfProblem::message).findFirst().orElse("cannot be read");
            problems.add(new InputProblem(path, why));
            return Optional.empty();
        }
        LivepatchModule module = reading.module().get();
        return Optional.of(new Built(module, module.patches(request.kernel())));
    }

    private Joined join(Built built, List<SourceReading> readings) {
        Path path = built.module().path();
        List<SourceText> texts = BuiltModules.sourcesOf(path, readings.stream().map(r -> r.source().text()).toList());
        Optional<Path> shown = texts.stream().map(SourceText::path).findFirst();
        used.add(new Checked.ModuleUsed(path, shown));
        return new Joined(built, readings.stream().filter(r -> texts.contains(r.source().text())).toList());
    }

    /** The other files of the source's module: those of the request, else as they are on the disk. */
    private ModuleSources around(SourceReading reading) {
        Path source = reading.source().text().path();
        List<Path> paths = BuiltModules.siblings(source);
        if (PatchedFuncs.isOne(source)) {
            return new ModuleSources(false, false, List.of());
        }
        List<SiblingSource> siblings = new ArrayList<>(paths.stream().flatMap(path -> sibling(path).stream()).toList());
        boolean isOneFile = !BuiltModules.isOneOfSeveral(source);
        boolean hasTables = Stream.concat(reading.source().patches().stream(),
                siblings.stream().flatMap(s -> s.patches().stream())).findAny().isPresent();
        boolean isComplete = isOneFile || siblings.size() == BuiltModules.parts(source) - 1;
        if (!hasTables) {
            Path list = source.resolveSibling("patched_funcs.csv");
            sibling(list).filter(_ -> Files.isRegularFile(list)).ifPresent(siblings::add);
        }
        return new ModuleSources(isOneFile, isComplete, siblings);
    }

    private Optional<SiblingSource> sibling(Path path) {
        cancellation.stopIfRequested();
        Optional<SiblingSource> asked = readings.stream().filter(r -> r.source().text().path().equals(path)).findFirst()
                .map(r -> SiblingSource.of(r.source()));
        return asked.or(() -> Inputs.of(List.of(path)).sources().stream().findFirst()
                .map(text -> reader.sibling(text, flags(text))));
    }

    private List<Finding> ofSource(SourceReading reading, List<Built> built) {
        LivepatchSource source = reading.source();
        Place file = new Place.InSource(new SourceRange(source.text(), new Span(0, 0)));
        List<Finding> found = new ArrayList<>(syntax(reading));
        found.addAll(runner.run(catalog.source(),
                new SourceContext(source, around(reading), request.kernel(), !built.isEmpty()), file));
        if (source.isLivepatch() && built.isEmpty() && !PatchedFuncs.isOne(source.text().path())) {
            unbuilt.add(source.text().path());
        }
        for (KlpPatch patch : source.patches()) {
            TableContext context = new TableContext(source.moduleName(), patch, request.kernel());
            List<KlpPatch> twins = built.stream().flatMap(b -> b.patches().patches().stream())
                    .filter(p -> p.variable().equals(patch.variable())).toList();
            runner.run(catalog.table(), context, patch.place())
                    .forEach(finding -> found.add(ModulePlaces.attach(finding, patch, twins)));
            unknownModules.addAll(MissingFacts.unknownModules(patch, request.kernel()));
            unknownPrototypes.addAll(MissingFacts.unknownPrototypes(patch, request.kernel()));
        }
        for (Built b : built) {
            if (source.isLivepatch() && b.patches().skipped().isEmpty()) {
                found.addAll(runner.run(catalog.pair(),
                        new PairContext(source, b.module().path(), b.patches().patches(),
                                isSaved(source.text())),
                        file));
            }
        }
        return found;
    }

    /** What is not on the disk at all was never built from another text. */
    private static boolean isSaved(SourceText text) {
        try {
            return !Files.isRegularFile(text.path())
                    || SourceBytes.decode(Files.readAllBytes(text.path())).equals(text.text());
        } catch (IOException _) {
            return false;
        }
    }

    private static List<Finding> syntax(SourceReading reading) {
        if (KlpTemplateNotExpanded.mark(reading.source().text()).isPresent()) {
            return List.of();
        }
        return reading.problems().stream().filter(p -> p.severity() == Problem.Severity.ERROR)
                .flatMap(p -> p.where().stream()
                        .map(where -> Finding.at(new Place.InSource(where), EngineCodes.SYNTAX, p.message())))
                .toList();
    }

    private void ofModule(Joined joined, Supplier<Verdict> verdict) {
        LivepatchModule module = joined.built().module();
        if (!module.looksLikeLivepatch()) {
            return;
        }
        skipped.addAll(joined.built().patches().skipped());
        List<KlpPatch> patches = new ArrayList<>(joined.built().patches().patches());
        patches.removeIf(joined::hasInSource);
        patches.addAll(module.toolPatches());
        List<Finding> found = new ArrayList<>();
        for (KlpPatch patch : patches) {
            TableContext context = new TableContext(module.name(), patch, request.kernel());
            found.addAll(runner.run(catalog.table(), context, patch.place()));
            unknownModules.addAll(MissingFacts.unknownModules(patch, request.kernel()));
        }
        runner.run(catalog.module(), new ModuleContext(module, request.kernel(), verdict.get()),
                new Place.InModule(ElfPlace.of(module.path()))).stream()
                .filter(finding -> !isToldInSource(finding, joined) && !isToldOfTables(finding, joined, found))
                .toList().forEach(found::add);
        List<LivepatchSource> sources = joined.sources().stream().map(SourceReading::source).toList();
        AuthorsPlaces places = new AuthorsPlaces(module, sources, joined.built().patches().patches());
        found.stream().map(places::attach)
                .filter(finding -> sources.stream().noneMatch(source -> Suppressions.isDisabled(source, finding)))
                .forEach(findings::add);
    }

    /** What is wrong with a table its rules tell better: the loader's word counts where they find no error. */
    private boolean isToldOfTables(Finding ofModule, Joined joined, List<Finding> ofTables) {
        return isOfTables(ofModule)
                && Stream.concat(ofTables.stream(), findings.stream().filter(joined::isInSource))
                        .anyMatch(f -> f.severity() == Severity.ERROR && isOfTables(f));
    }

    private boolean isOfTables(Finding finding) {
        return catalog.table().stream().anyMatch(rule -> rule.info().code().equals(finding.code()));
    }

    /** Licence and livepatch mark are seen in the source as well, where they can be mended: that is told once. */
    private boolean isToldInSource(Finding ofModule, Joined joined) {
        return catalog.source().stream().anyMatch(rule -> rule.info().code().equals(ofModule.code()))
                && findings.stream().anyMatch(f -> f.code().equals(ofModule.code()) && joined.isInSource(f));
    }

    private static Set<Need> available(CheckRequest request) {
        Set<Need> available = EnumSet.of(Need.SOURCE, Need.MODULE);
        request.kernel().ifPresent(kernel -> kernel.facts().forEach(fact -> {
            switch (fact) {
                case SYMBOLS -> available.add(Need.KERNEL_SYMBOLS);
                case TRACEABLE -> available.add(Need.KERNEL_TRACEABLE);
                case EXPORTS -> available.add(Need.KERNEL_EXPORTS);
                case TYPES -> available.add(Need.KERNEL_TYPES);
                case INLINES -> available.add(Need.KERNEL_INLINES);
                case CONFIG, MODULES -> {
                }
            }
        }));
        if (request.kernel().flatMap(k -> k.identity().vermagic()).isPresent()) {
            available.add(Need.KERNEL_VERMAGIC);
        }
        return available;
    }
}
