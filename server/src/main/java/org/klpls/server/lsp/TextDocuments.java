package org.klpls.server.lsp;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.DidSaveTextDocumentParams;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.jspecify.annotations.Nullable;
import org.klpls.server.lsp.convert.Ranges;

/** {@code textDocument/…}. Notifications come on the reader thread and only enqueue. */
final class TextDocuments implements TextDocumentService {
    private final Session session;

    TextDocuments(Session session) {
        this.session = session;
    }

    @Override
    public void didOpen(DidOpenTextDocumentParams params) {
        TextDocumentItem item = params.getTextDocument();
        session.open(item.getUri(), item.getVersion(), item.getText());
    }

    @Override
    public void didChange(DidChangeTextDocumentParams params) {
        session.change(params.getTextDocument().getUri(), params.getTextDocument().getVersion(),
                text -> Ranges.apply(text, params.getContentChanges()));
    }

    @Override
    public void didSave(DidSaveTextDocumentParams params) {
        session.check(params.getTextDocument().getUri());
    }

    @Override
    public void didClose(DidCloseTextDocumentParams params) {
        session.close(params.getTextDocument().getUri());
    }

    @Override
    public CompletableFuture<@Nullable Hover> hover(HoverParams params) {
        return session.answer(params.getTextDocument().getUri(),
                (document, cancellation) -> session.hover(document, params, cancellation));
    }

    @Override
    public CompletableFuture<List<Either<Command, CodeAction>>> codeAction(CodeActionParams params) {
        return session.codeActions(params);
    }
}
