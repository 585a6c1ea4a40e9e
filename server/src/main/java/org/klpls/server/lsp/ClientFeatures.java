package org.klpls.server.lsp;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.TextDocumentClientCapabilities;
import org.eclipse.lsp4j.WindowClientCapabilities;
import org.eclipse.lsp4j.WorkspaceClientCapabilities;
import org.jspecify.annotations.Nullable;

/**
 * What the client said that it can do, as far as it changes what the server sends.
 *
 * @param configuration answers {@code workspace/configuration}
 * @param watchRegistration takes a registration of {@code workspace/didChangeWatchedFiles}
 * @param configurationRegistration takes a registration of {@code workspace/didChangeConfiguration}
 * @param progress shows {@code window/workDoneProgress}
 * @param relatedInformation shows second places of a diagnostic
 * @param documentChanges takes edits with the version of the text that they are for
 * @param markdown shows markdown in a hover
 * @param chooseKernel has a command of its own, {@code klpls.chooseKernel}, that lets the user choose one
 */
record ClientFeatures(boolean configuration, boolean watchRegistration, boolean configurationRegistration,
        boolean progress, boolean relatedInformation, boolean documentChanges, boolean markdown, boolean chooseKernel) {
    static final String CHOOSE_KERNEL = "klpls.chooseKernel";
    static final ClientFeatures NONE = new ClientFeatures(false, false, false, false, false, false, false, false);

    static ClientFeatures of(InitializeParams params) {
        Optional<ClientCapabilities> all = Optional.ofNullable(params.getCapabilities());
        Optional<WorkspaceClientCapabilities> workspace = all.map(ClientCapabilities::getWorkspace);
        Optional<TextDocumentClientCapabilities> text = all.map(ClientCapabilities::getTextDocument);
        Optional<WindowClientCapabilities> window = all.map(ClientCapabilities::getWindow);
        return new ClientFeatures(says(workspace, WorkspaceClientCapabilities::getConfiguration),
                says(workspace.map(WorkspaceClientCapabilities::getDidChangeWatchedFiles),
                        c -> c.getDynamicRegistration()),
                says(workspace.map(WorkspaceClientCapabilities::getDidChangeConfiguration),
                        c -> c.getDynamicRegistration()),
                says(window, WindowClientCapabilities::getWorkDoneProgress),
                says(text.map(TextDocumentClientCapabilities::getPublishDiagnostics), c -> c.getRelatedInformation()),
                says(workspace.map(WorkspaceClientCapabilities::getWorkspaceEdit), c -> c.getDocumentChanges()),
                text.map(TextDocumentClientCapabilities::getHover).map(c -> c.getContentFormat())
                        .filter(formats -> formats.contains("markdown")).isPresent(),
                namesCommand(params.getInitializationOptions()));
    }

    private static <T> boolean says(Optional<T> group, Function<T, @Nullable Boolean> field) {
        return group.map(g -> Boolean.TRUE.equals(field.apply(g))).orElse(false);
    }

    private static boolean namesCommand(@Nullable Object options) {
        return options instanceof JsonObject object && object.get("commands") instanceof JsonArray commands
                && commands.contains(new JsonPrimitive(CHOOSE_KERNEL));
    }
}
