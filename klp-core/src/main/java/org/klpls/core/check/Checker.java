package org.klpls.core.check;

import java.util.List;
import java.util.Optional;
import org.klpls.c.build.CompileCommand;
import org.klpls.c.text.SourceText;
import org.klpls.core.facts.HoverFacts;
import org.klpls.core.facts.Hovers;
import org.klpls.core.kernel.TargetKernel;
import org.klpls.core.loader.RunningKernel;
import org.klpls.core.module.LivepatchModule;
import org.klpls.core.rules.RuleCatalog;
import org.klpls.core.source.LivepatchSourceReader;
import org.klpls.core.source.SourceReading;

/**
 * The one engine behind editor and command line: inputs to report. It has no state but caches by content, so that the
 * same request always gives the same report. Safe for all threads.
 */
public final class Checker {
    private final RuleCatalog catalog;
    private final LivepatchSourceReader sources;
    private final ModuleCache modules = new ModuleCache();

    public Checker() {
        this(RuleCatalog.ALL, new LivepatchSourceReader());
    }

    Checker(RuleCatalog catalog, LivepatchSourceReader sources) {
        this.catalog = catalog;
        this.sources = sources;
    }

    /** @throws java.util.concurrent.CancellationException when cancelled, or when the thread is interrupted */
    public Checked check(CheckRequest request, Cancellation cancellation) {
        return new CheckRun(request, catalog, sources, modules, cancellation).run();
    }

    /** Loads a module into a kernel where others may be, once, and runs the rules of modules on what came of it. */
    public LoadedModuleReport load(LivepatchModule module, TargetKernel kernel, RunningKernel there) {
        CheckRequest request = new CheckRequest(List.of(), List.of(module.path()), Optional.of(kernel),
                Optional.empty(),
                List.of());
        return new CheckRun(request, catalog, sources, modules, Cancellation.NEVER).load(module, there);
    }

    /** The source as a check sees it; from the cache where it has just been checked. */
    public SourceReading read(SourceText text, Optional<CompileCommand> flags, Optional<TargetKernel> kernel) {
        return sources.lastRead(text,
                sources.flags(text.path(), flags, kernel.flatMap(k -> k.identity().release())));
    }

    /** Headers have changed on the disk: the next check looks at all that it knows of them. */
    public void headersChanged() {
        sources.headersChanged();
    }

    /** What is known of the word at this offset of the source. */
    public Optional<HoverFacts> hover(SourceText text, int offset, Optional<TargetKernel> kernel,
            Optional<CompileCommand> flags) {
        return Hovers.at(read(text, flags, kernel).source(), offset, kernel);
    }
}
