package org.klpls.server.lsp;

import org.eclipse.lsp4j.jsonrpc.services.JsonNotification;
import org.eclipse.lsp4j.services.LanguageClient;
import org.jspecify.annotations.Nullable;

/** The editor: LSP's own messages, and one of ours that a client may show in its status bar or ignore. */
interface KlplsClient extends LanguageClient {
    @JsonNotification("klpls/status")
    void status(Status status);

    /**
     * What an open file is checked with.
     *
     * @param kernel release of the kernel, or its file where that tells none; null where none is known
     * @param module path of the built module; null where there is none
     */
    record Status(String uri, @Nullable String kernel, @Nullable String module) {}
}
