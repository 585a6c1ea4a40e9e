package org.klpls.server.lsp;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.klpls.core.check.BuiltModules;
import org.klpls.core.check.Cancellation;
import org.klpls.core.check.CheckRequest;
import org.klpls.core.check.Checked;
import org.klpls.core.check.Checker;
import org.klpls.core.facts.HoverFacts;
import org.klpls.core.kernel.TargetKernel;
import org.klpls.server.inputs.Kernels;
import org.klpls.server.inputs.OpenKernels;

/** The real engine, with what belongs to an open file: its module and its kernel. */
final class CoreEngine implements Engine {
    private final Checker checker = new Checker();
    private final OpenKernels kernels = new OpenKernels();

    @Override
    public Outcome check(Document document, Settings settings, KernelProgress progress, Cancellation cancellation) {
        Kernels.Chosen chosen = kernel(document, settings, progress);
        CheckRequest request = new CheckRequest(List.of(document.text()), modules(document), chosen.kernel(),
                Optional.empty(),
                chosen.notes());
        Checked checked = checker.check(request, cancellation);
        return new Outcome(checked, isLivepatch(document, chosen.kernel()), chosen.notes());
    }

    @Override
    public Optional<HoverFacts> hover(Document document, int offset, Settings settings, Cancellation cancellation) {
        return checker.hover(document.text(), offset, kernel(document, settings, KernelProgress.NONE).kernel(),
                Optional.empty());
    }

    @Override
    public List<Path> modules(Document document) {
        return BuiltModules.of(document.text().path());
    }

    @Override
    public void headersChanged() {
        checker.headersChanged();
    }

    /** A file that does not parse yet still says what it is about. */
    private boolean isLivepatch(Document document, Optional<TargetKernel> kernel) {
        return document.text().text().contains("linux/livepatch.h")
                || checker.read(document.text(), Optional.empty(), kernel).source().isLivepatch();
    }

    private Kernels.Chosen kernel(Document document, Settings settings, KernelProgress progress) {
        List<String> inputs = settings.kernels().isEmpty()
                ? Kernels.goingWith(List.of(document.text().path()), modules(document))
                : settings.kernels();
        if (inputs.isEmpty()) {
            return Kernels.Chosen.NONE;
        }
        if (kernels.has(inputs)) {
            return Kernels.Chosen.of(kernels.read(inputs));
        }
        progress.begin(String.join(", ", inputs));
        try {
            return Kernels.Chosen.of(kernels.read(inputs));
        } finally {
            progress.end();
        }
    }
}
