package org.klpls.server.lsp;

import java.util.UUID;
import org.eclipse.lsp4j.ProgressParams;
import org.eclipse.lsp4j.WorkDoneProgressBegin;
import org.eclipse.lsp4j.WorkDoneProgressCreateParams;
import org.eclipse.lsp4j.WorkDoneProgressEnd;
import org.eclipse.lsp4j.WorkDoneProgressNotification;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/** Shows in the editor that a kernel is being read, which takes seconds the first time. */
final class ReadingProgress implements Engine.KernelProgress {
    private final KlplsClient client;
    private final boolean shown;
    private final Either<String, Integer> token = Either.forLeft("klpls-" + UUID.randomUUID());

    ReadingProgress(KlplsClient client, ClientFeatures features) {
        this.client = client;
        this.shown = features.progress();
    }

    @Override
    public void begin(String kernel) {
        if (shown) {
            client.createProgress(new WorkDoneProgressCreateParams(token));
            WorkDoneProgressBegin begin = new WorkDoneProgressBegin();
            begin.setTitle("klpls: reading kernel " + kernel);
            tell(begin);
        }
    }

    @Override
    public void end() {
        if (shown) {
            tell(new WorkDoneProgressEnd());
        }
    }

    private void tell(WorkDoneProgressNotification progress) {
        client.notifyProgress(new ProgressParams(token, Either.forLeft(progress)));
    }
}
