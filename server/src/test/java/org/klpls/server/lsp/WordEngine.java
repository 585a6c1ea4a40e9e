package org.klpls.server.lsp;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.klpls.c.text.SourceRange;
import org.klpls.c.text.Span;
import org.klpls.core.check.Cancellation;
import org.klpls.core.check.Checked;
import org.klpls.core.facts.HoverFacts;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Fix;
import org.klpls.core.rule.Report;
import org.klpls.core.rule.Severity;

/**
 * An engine for tests of the protocol alone: each {@code bad} in a text is an error whose fix is {@code good}; {@code
 * explode} is a bug. Its checks wait for {@link #let} where a test wants to order them.
 */
final class WordEngine implements Engine {
    private static final Pattern BAD = Pattern.compile("bad");

    private final Optional<Semaphore> turnstile;
    private final AtomicInteger checks = new AtomicInteger();

    private WordEngine(Optional<Semaphore> turnstile) {
        this.turnstile = turnstile;
    }

    static WordEngine free() {
        return new WordEngine(Optional.empty());
    }

    /** Each check waits until it is let. */
    static WordEngine held() {
        return new WordEngine(Optional.of(new Semaphore(0)));
    }

    void let(int count) {
        turnstile.orElseThrow().release(count);
    }

    int checks() {
        return checks.get();
    }

    @Override
    public Outcome check(Document document, Settings settings, KernelProgress progress, Cancellation cancellation) {
        checks.incrementAndGet();
        turnstile.ifPresent(Semaphore::acquireUninterruptibly);
        cancellation.stopIfRequested();
        String text = document.text().text();
        if (text.contains("explode")) {
            throw new IllegalStateException("as the test wants it");
        }
        List<Finding> findings = new ArrayList<>();
        Matcher matcher = BAD.matcher(text);
        while (matcher.find()) {
            SourceRange range = new SourceRange(document.text(), new Span(matcher.start(), matcher.end()));
            findings.add(new Finding("bad-word", Severity.ERROR, "this is bad", Optional.of(range), Optional.empty(),
                    Optional.empty(), List.of(), List.of(new Fix("Make it good", List.of(new Fix.Edit(range, "good"))),
                            new Fix("Take it away", List.of(new Fix.Edit(range, ""))))));
        }
        return new Outcome(new Checked(new Report(Optional.empty(), findings, List.of()), List.of(), List.of()), true,
                List.of());
    }

    @Override
    public Optional<HoverFacts> hover(Document document, int offset, Settings settings, Cancellation cancellation) {
        if (document.text().text().contains("explode")) {
            throw new IllegalStateException("as the test wants it");
        }
        SourceRange range = new SourceRange(document.text(), new Span(offset, offset));
        return Optional
                .of(new HoverFacts.InterfaceWord(range, "word", "int word", String.join(" ", settings.kernels())));
    }

    @Override
    public void headersChanged() {
        // Words are in no header.
    }

    @Override
    public List<Path> modules(Document document) {
        Path module = Path.of(document.text().path().toString().replace(".c", ".ko"));
        return Files.exists(module) ? List.of(module) : List.of();
    }
}
