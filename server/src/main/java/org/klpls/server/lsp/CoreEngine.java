package org.klpls.server.lsp;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.klpls.core.check.Cancellation;
import org.klpls.core.check.CheckRequest;
import org.klpls.core.check.Checked;
import org.klpls.core.check.Checker;
import org.klpls.core.facts.HoverFacts;
import org.klpls.server.inputs.Kernels;

/** The real engine, with what belongs to an open file: its module and its kernel. */
final class CoreEngine implements Engine {
    private final Checker checker = new Checker();

    @Override
    public Outcome check(Document document, Settings settings, KernelProgress progress, Cancellation cancellation) {
        Kernels.Chosen chosen = kernel(document, settings);
        List<Path> modules = module(document).filter(Files::isRegularFile).map(List::of).orElse(List.of());
        CheckRequest request = new CheckRequest(List.of(document.text()), modules, chosen.kernel(), Optional.empty(),
                chosen.notes());
        Checked checked = checker.check(request, cancellation);
        return new Outcome(checked, isLivepatch(document));
    }

    @Override
    public Optional<HoverFacts> hover(Document document, int offset, Settings settings, Cancellation cancellation) {
        return checker.hover(document.text(), offset, kernel(document, settings).kernel(), Optional.empty());
    }

    @Override
    public Optional<Path> module(Document document) {
        Path source = document.text().path();
        String name = source.getFileName().toString();
        return Optional.of(source.resolveSibling(name.substring(0, name.length() - ".c".length()) + ".ko"));
    }

    /** A file that does not parse yet still says what it is about. */
    private boolean isLivepatch(Document document) {
        return document.text().text().contains("linux/livepatch.h")
                || checker.read(document.text(), Optional.empty()).source().isLivepatch();
    }

    private static Kernels.Chosen kernel(Document document, Settings settings) {
        return settings.kernels().isEmpty()
                ? Kernels.goingWith(List.of(document.text().path()))
                : Kernels.Chosen.of(Kernels.named(settings.kernels()));
    }
}
