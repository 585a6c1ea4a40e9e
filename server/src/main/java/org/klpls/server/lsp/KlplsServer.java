package org.klpls.server.lsp;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.CodeActionOptions;
import org.eclipse.lsp4j.ConfigurationItem;
import org.eclipse.lsp4j.ConfigurationParams;
import org.eclipse.lsp4j.DidChangeWatchedFilesRegistrationOptions;
import org.eclipse.lsp4j.FileSystemWatcher;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.InitializedParams;
import org.eclipse.lsp4j.PositionEncodingKind;
import org.eclipse.lsp4j.Registration;
import org.eclipse.lsp4j.RegistrationParams;
import org.eclipse.lsp4j.SaveOptions;
import org.eclipse.lsp4j.ServerCapabilities;
import org.eclipse.lsp4j.ServerInfo;
import org.eclipse.lsp4j.SetTraceParams;
import org.eclipse.lsp4j.TextDocumentSyncKind;
import org.eclipse.lsp4j.TextDocumentSyncOptions;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.services.LanguageServer;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.eclipse.lsp4j.services.WorkspaceService;
import org.jspecify.annotations.Nullable;
import org.klpls.server.Version;

/** The protocol's life cycle: what the server can do, its settings, and its end. */
final class KlplsServer implements LanguageServer {
    private static final Logger LOG = Logger.getLogger(KlplsServer.class.getName());

    private final Session session;
    private final CompletableFuture<Integer> ended = new CompletableFuture<>();
    private volatile boolean shutDown;

    KlplsServer(Session session) {
        this.session = session;
    }

    /** Completed with the process's exit status once the client says that it wants no more. */
    CompletableFuture<Integer> ended() {
        return ended;
    }

    @Override
    public CompletableFuture<InitializeResult> initialize(InitializeParams params) {
        session.features(ClientFeatures.of(params));
        Settings.from(params.getInitializationOptions()).ifPresent(session::settings);
        Optional.ofNullable(params.getProcessId()).flatMap(pid -> ProcessHandle.of(pid))
                .ifPresent(this::endWithTheClient);
        return CompletableFuture.completedFuture(
                new InitializeResult(capabilities(), new ServerInfo("klpls", Version.current())));
    }

    @Override
    public void initialized(InitializedParams params) {
        ClientFeatures features = session.features();
        List<Registration> registrations = new ArrayList<>();
        if (features.watchRegistration()) {
            registrations.add(new Registration("klpls-files", "workspace/didChangeWatchedFiles",
                    new DidChangeWatchedFilesRegistrationOptions(
                            List.of(new FileSystemWatcher(Either.forLeft("**/*.ko")),
                                    new FileSystemWatcher(Either.forLeft("**/*.h")),
                                    new FileSystemWatcher(Either.forLeft("**/*.c")),
                                    new FileSystemWatcher(Either.forLeft("**/patched_funcs.csv"))))));
        }
        if (features.configurationRegistration()) {
            registrations.add(new Registration("klpls-settings", "workspace/didChangeConfiguration"));
        }
        if (!registrations.isEmpty()) {
            session.client().registerCapability(new RegistrationParams(registrations))
                    .exceptionally(e -> logged("the client refused a registration", e));
        }
        askForSettings();
    }

    /** Asks for the section {@code klpls}; whatever comes back is taken over by the session. */
    void askForSettings() {
        if (session.features().configuration()) {
            ConfigurationItem item = new ConfigurationItem();
            item.setSection("klpls");
            session.client().configuration(new ConfigurationParams(List.of(item)))
                    .thenAccept(answers -> answers.stream().findFirst().flatMap(Settings::from)
                            .ifPresent(session::settings))
                    .exceptionally(e -> logged("the client did not tell its settings", e));
        }
    }

    @Override
    public CompletableFuture<@Nullable Object> shutdown() {
        shutDown = true;
        session.stop();
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void exit() {
        ended.complete(shutDown ? 0 : 1);
    }

    @Override
    public TextDocumentService getTextDocumentService() {
        return new TextDocuments(session);
    }

    @Override
    public WorkspaceService getWorkspaceService() {
        return new Workspace(session, this::askForSettings);
    }

    @Override
    public void setTrace(SetTraceParams params) {
        // There is nothing to trace beyond the messages that the client sees itself.
    }

    private void endWithTheClient(ProcessHandle client) {
        client.onExit().thenRun(() -> ended.complete(1));
    }

    private static ServerCapabilities capabilities() {
        TextDocumentSyncOptions sync = new TextDocumentSyncOptions();
        sync.setOpenClose(true);
        sync.setChange(TextDocumentSyncKind.Incremental);
        sync.setSave(new SaveOptions(false));
        ServerCapabilities capabilities = new ServerCapabilities();
        capabilities.setPositionEncoding(PositionEncodingKind.UTF16);
        capabilities.setTextDocumentSync(sync);
        capabilities.setHoverProvider(true);
        capabilities.setCodeActionProvider(new CodeActionOptions(List.of(CodeActionKind.QuickFix)));
        return capabilities;
    }

    private static <T extends @Nullable Object> @Nullable T logged(String what, Throwable failure) {
        LOG.log(Level.WARNING, what, failure);
        return null;
    }
}
