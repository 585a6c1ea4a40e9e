package org.klpls.server.lsp;

import java.util.Optional;
import org.eclipse.lsp4j.DidChangeConfigurationParams;
import org.eclipse.lsp4j.DidChangeWatchedFilesParams;
import org.eclipse.lsp4j.FileEvent;
import org.eclipse.lsp4j.services.WorkspaceService;
import org.klpls.server.lsp.convert.Uris;

/** {@code workspace/…}: settings, and files that changed on disk. */
final class Workspace implements WorkspaceService {
    private final Session session;
    private final Runnable askForSettings;

    Workspace(Session session, Runnable askForSettings) {
        this.session = session;
        this.askForSettings = askForSettings;
    }

    @Override
    public void didChangeConfiguration(DidChangeConfigurationParams params) {
        // A client that pulls sends no settings here, only that they are others now.
        Settings.from(params.getSettings()).ifPresentOrElse(session::settings, askForSettings);
    }

    @Override
    public void didChangeWatchedFiles(DidChangeWatchedFilesParams params) {
        session.changedOnDisk(params.getChanges().stream().map(FileEvent::getUri).map(Uris::path)
                .flatMap(Optional::stream).toList());
    }
}
