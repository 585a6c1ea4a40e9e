package org.klpls.c.parse;

import org.klpls.c.ast.Outline;

/** What the names of the file level mean at each place among the declarations of headers. */
final class HeaderNames {
    /** In the order of the declarations, as {@link NameScopes.Change}s. */
    private final int[] changes;
    /** Where those of each declaration end. */
    private final int[] ends;
    private final NameScopes scopes = NameScopes.empty();
    /** So many changes hold in the scopes now. */
    private int now;

    HeaderNames(Outline outline) {
        this.ends = new int[outline.size()];
        for (int i = 0; i < ends.length; i++) {
            for (int at = 0; at < outline.nameCount(i); at++) {
                int name = outline.name(i, at);
                switch (Outline.meaning(name)) {
                    case Outline.ORDINARY -> scopes.declareOrdinary(Outline.symbol(name));
                    case Outline.TYPEDEF -> scopes.declareTypedef(Outline.symbol(name));
                    default -> {
                        // a tag is no name of the file level
                    }
                }
            }
            ends[i] = scopes.changeCount();
        }
        this.now = scopes.changeCount();
        this.changes = scopes.changesFrom(0);
    }

    /** The names as they are after so many declarations; the same scopes each time. */
    NameScopes after(int declarations) {
        int wanted = declarations == 0 ? 0 : ends[declarations - 1];
        while (now > wanted) {
            scopes.revert(changes[--now]);
        }
        while (now < wanted) {
            scopes.apply(changes[now++]);
        }
        return scopes;
    }
}
