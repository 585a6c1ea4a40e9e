package org.klpls.server.lsp;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.jsonrpc.CompletableFutures;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.jspecify.annotations.Nullable;
import org.klpls.c.text.SourceText;
import org.klpls.core.check.Cancellation;
import org.klpls.core.kernel.KernelIdentity;
import org.klpls.core.rule.Report;
import org.klpls.core.source.PatchedFuncs;
import org.klpls.server.lsp.convert.Diagnostics;
import org.klpls.server.lsp.convert.HoverMarkup;
import org.klpls.server.lsp.convert.Presentation;
import org.klpls.server.lsp.convert.QuickFixes;
import org.klpls.server.lsp.convert.Ranges;
import org.klpls.server.lsp.convert.Uris;

/**
 * One client and what it has open. A change makes the next snapshot and enqueues; the file's worker checks the newest
 * snapshot and publishes only if it still is the newest.
 */
final class Session {
    private final ServerThreads threads;
    private final Engine engine;
    private final DocumentStore documents = new DocumentStore();
    private final FileWorkers workers;
    private final ModuleWatch modules;
    private final ConcurrentMap<String, Outcomes> outcomes = new ConcurrentHashMap<>();
    private volatile ClientFeatures features = ClientFeatures.NONE;
    private volatile Settings settings = Settings.NONE;
    private volatile @Nullable KlplsClient client;

    /** What the newest finished check of a file came to, and of which snapshot. */
    private record Outcomes(Document document, Settings settings, Engine.Outcome outcome) {}

    Session(ServerThreads threads, Engine engine) {
        this.threads = threads;
        this.engine = engine;
        this.workers = new FileWorkers(threads.checks());
        this.modules = new ModuleWatch(threads.watch(), engine::modules, this::check);
    }

    void start(KlplsClient connected) {
        client = connected;
        modules.start();
    }

    KlplsClient client() {
        KlplsClient connected = client;
        if (connected == null) {
            throw new IllegalStateException("no client is connected");
        }
        return connected;
    }

    ClientFeatures features() {
        return features;
    }

    void features(ClientFeatures told) {
        features = told;
    }

    /** New settings: everything open is checked again. */
    void settings(Settings told) {
        if (!told.equals(settings)) {
            settings = told;
            documents.all().forEach(this::enqueue);
        }
    }

    void open(String uri, int version, String text) {
        // What is no C file (or list of what is patched) on this disk, such as untitled: or git:, has no compile command and no module.
        Uris.path(uri).filter(path -> path.toString().endsWith(".c") || PatchedFuncs.isOne(path)).ifPresent(path -> {
            Document document = new Document(uri, version, SourceText.of(path, text));
            documents.put(document);
            enqueue(document);
        });
    }

    void change(String uri, int version, UnaryOperator<SourceText> edit) {
        documents.change(uri, version, edit).ifPresent(this::enqueue);
    }

    void close(String uri) {
        documents.remove(uri).ifPresent(document -> {
            modules.forget(uri);
            workers.submitLast(uri, _ -> {
                outcomes.remove(uri);
                client().publishDiagnostics(new PublishDiagnosticsParams(uri, List.of()));
            });
        });
    }

    /** Checks an open file again as it is. */
    void check(String uri) {
        documents.get(uri).ifPresent(this::enqueue);
    }

    /** Files that the client watches: the sources that are joined with them are checked again, all of them after a header. */
    void changedOnDisk(List<Path> paths) {
        if (paths.stream().anyMatch(path -> path.toString().endsWith(".h"))) {
            engine.headersChanged();
            documents.all().forEach(this::enqueue);
        } else {
            documents.all().stream().filter(document -> isBesideOne(document, paths)).forEach(this::enqueue);
        }
        paths.forEach(modules::changed);
    }

    /** Another file of the module may have another table now. */
    private static boolean isBesideOne(Document document, List<Path> paths) {
        Path own = document.text().path();
        return paths.stream().filter(path -> path.toString().endsWith(".c") || PatchedFuncs.isOne(path))
                .anyMatch(path -> !path.equals(own) && Objects.equals(path.getParent(), own.getParent()));
    }

    void stop() {
        documents.all().forEach(document -> documents.remove(document.uri()));
        threads.watch().shutdownNow();
    }

    /** Answers a request about an open file off the reader thread; null, as LSP has it, when the file is not open. */
    <T> CompletableFuture<@Nullable T> answer(String uri, BiFunction<Document, Cancellation, Optional<T>> question) {
        Optional<Document> document = documents.get(uri);
        return CompletableFutures.computeAsync(threads.requests(),
                token -> document.flatMap(d -> question.apply(d, token::isCanceled)).orElse(null));
    }

    Optional<Hover> hover(Document document, HoverParams params, Cancellation cancellation) {
        int offset = Ranges.offset(document.text(), params.getPosition());
        return engine.hover(document, offset, settings, cancellation)
                .map(facts -> HoverMarkup.hover(facts, features.markdown()));
    }

    CompletableFuture<List<Either<Command, CodeAction>>> codeActions(CodeActionParams params) {
        Optional<Document> document = documents.get(params.getTextDocument().getUri());
        return CompletableFutures.computeAsync(threads.requests(), token -> document.map(d -> QuickFixes.actions(params,
                d.version(), d.text(), outcome(d, token::isCanceled).checked().report().findings(), presentation()))
                .orElse(List.of()));
    }

    private void enqueue(Document document) {
        workers.submit(document.uri(), cancellation -> checkAndPublish(document, cancellation));
    }

    private void checkAndPublish(Document document, Cancellation cancellation) {
        Cancellation stale = () -> cancellation.requested() || !documents.isNewest(document);
        if (stale.requested()) {
            return;
        }
        Engine.Outcome outcome = compute(document, stale);
        modules.follow(document);
        if (!stale.requested()) {
            client().publishDiagnostics(new PublishDiagnosticsParams(document.uri(), diagnostics(document, outcome),
                    document.version()));
            client().status(status(document, outcome));
        }
    }

    private List<Diagnostic> diagnostics(Document document, Engine.Outcome outcome) {
        if (!outcome.livepatch()) {
            return List.of();
        }
        Report report = outcome.checked().report();
        List<Diagnostic> all = new ArrayList<>();
        if (report.kernel().isEmpty()) {
            all.add(Diagnostics.noKernel(outcome.kernelFailed()));
        }
        all.addAll(Diagnostics.of(report.findings(), document.text().path(), presentation()));
        return all;
    }

    private static KlplsClient.Status status(Document document, Engine.Outcome outcome) {
        Optional<KernelIdentity> kernel = outcome.checked().report().kernel().map(Report.KernelUsed::identity);
        return new KlplsClient.Status(document.uri(),
                kernel.map(identity -> identity.release().orElse(identity.origin())).orElse(null),
                outcome.checked().modules().stream().findFirst().map(used -> used.module().toString()).orElse(null));
    }

    private Presentation presentation() {
        return new Presentation(features.relatedInformation(), features.documentChanges(),
                features.chooseKernel() ? Optional.of(ClientFeatures.CHOOSE_KERNEL) : Optional.empty(),
                RulePages.folder());
    }

    /** The outcome for this very snapshot: what was just published, else a check of its own. */
    private Engine.Outcome outcome(Document document, Cancellation cancellation) {
        Outcomes last = outcomes.get(document.uri());
        return last != null && last.document() == document && last.settings().equals(settings)
                ? last.outcome()
                : compute(document, cancellation);
    }

    private Engine.Outcome compute(Document document, Cancellation cancellation) {
        Settings judgedBy = settings;
        Engine.Outcome outcome = engine.check(document, judgedBy, new ReadingProgress(client(), features),
                cancellation);
        outcomes.put(document.uri(), new Outcomes(document, judgedBy, outcome));
        return outcome;
    }
}
