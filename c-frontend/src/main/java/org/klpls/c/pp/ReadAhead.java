package org.klpls.c.pp;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads and lexes on a second thread what a file surely includes, while the first thread has not come so far: half of the
 * time that a first run takes. It follows the includes that stand outside of all conditions but the guard, in their order.
 */
final class ReadAhead implements AutoCloseable {
    private static final int MOST_FILES = 4096;
    private static final int DEEPEST = 100;

    private final IncludeSearch search;
    private final Set<LexedFile> seen = new HashSet<>();
    private volatile boolean ended;

    private ReadAhead(IncludeSearch search) {
        this.search = search;
    }

    /** Does nothing where little is to be gained: headers are held already, or there is but one processor. */
    static ReadAhead begin(HeaderCache cache, IncludeSearch own, PreprocessorFlags flags, IncludeSearch.Found main) {
        ReadAhead ahead = new ReadAhead(own);
        if (cache.files().takeTime() && cache.isEmpty() && Runtime.getRuntime().availableProcessors() > 1) {
            Thread.ofPlatform().daemon().name("headers read ahead").start(() -> ahead.readAll(flags, main));
        }
        return ahead;
    }

    @Override
    public void close() {
        ended = true;
    }

    private void readAll(PreprocessorFlags flags, IncludeSearch.Found main) {
        for (List<String> names : List.of(flags.macroFiles(), flags.includes())) {
            names.forEach(name -> search.named(name).ifPresent(found -> read(found, 0)));
        }
        read(main, 0);
    }

    private void read(IncludeSearch.Found found, int depth) {
        LexedFile file = found.file();
        if (ended || depth == DEEPEST || seen.size() == MOST_FILES || !seen.add(file)) {
            return;
        }
        int conditions = file.guard >= 0 ? -1 : 0;
        for (int i = 0; i < file.directiveCount(); i++) {
            LexedFile.DirectiveLine line = file.directive(i);
            Directive kind = line.kind();
            conditions += kind.opensGroup() ? 1 : kind == Directive.ENDIF ? -1 : 0;
            if (conditions == 0 && kind == Directive.INCLUDE && line.start() + 2 < line.end()) {
                include(found, file.tokens[line.start() + 2], depth);
            }
        }
    }

    private void include(IncludeSearch.Found includer, long token, int depth) {
        int tokenClass = RawToken.tokenClass(token);
        if (tokenClass != RawToken.HEADER_NAME && tokenClass != RawToken.STRING) {
            return;
        }
        String text = search.text(token);
        String name = text.substring(1, Math.max(1, text.length() - 1));
        (tokenClass == RawToken.HEADER_NAME ? search.angled(name) : search.quoted(name, includer.name()))
                .ifPresent(found -> read(found, depth + 1));
    }
}
