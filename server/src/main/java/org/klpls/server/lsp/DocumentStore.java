package org.klpls.server.lsp;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.UnaryOperator;
import org.klpls.c.text.SourceText;

/** The newest snapshot of each open file. Written by the reader thread alone, read by all. */
final class DocumentStore {
    private final ConcurrentMap<String, Document> open = new ConcurrentHashMap<>();

    void put(Document document) {
        open.put(document.uri(), document);
    }

    /** The next snapshot of an open file. Empty: the client changes a file that it never opened. */
    Optional<Document> change(String uri, int version, UnaryOperator<SourceText> edit) {
        return Optional.ofNullable(open.computeIfPresent(uri,
                (_, before) -> new Document(uri, version, edit.apply(before.text()))));
    }

    Optional<Document> remove(String uri) {
        return Optional.ofNullable(open.remove(uri));
    }

    Optional<Document> get(String uri) {
        return Optional.ofNullable(open.get(uri));
    }

    Collection<Document> all() {
        return List.copyOf(open.values());
    }

    /** Whether nothing newer than this snapshot has come. */
    boolean isNewest(Document document) {
        return open.get(document.uri()) == document;
    }
}
