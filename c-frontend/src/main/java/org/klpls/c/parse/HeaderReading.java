package org.klpls.c.parse;

import org.klpls.c.ast.ExternalDeclaration;
import org.klpls.c.ast.FunctionDefinition;
import org.klpls.c.ast.HeaderDeclarations;
import org.klpls.c.ast.Outline;
import org.klpls.c.ast.Statement;
import org.klpls.c.pp.SourceMap;
import org.klpls.c.pp.TokenSequence;

/** Reads single declarations of headers, each with the names as they are there: the same as in a reading of all. */
final class HeaderReading implements HeaderDeclarations.Source {
    private final Outline outline;
    private final TokenSequence tokens;
    private final SourceMap map;
    private final HeaderNames names;

    HeaderReading(Outline outline, TokenSequence tokens, SourceMap map) {
        this.outline = outline;
        this.tokens = tokens;
        this.map = map;
        this.names = new HeaderNames(outline);
    }

    @Override
    public synchronized ExternalDeclaration declaration(int index) {
        NameScopes scopes = names.after(index);
        int before = scopes.changeCount();
        try {
            return parser(scopes, outline.first(index)).declarationAt(outline.first(index));
        } finally {
            scopes.takeBackTo(before);
            scopes.takeTags();
        }
    }

    /** What is wrong with a header's function is not the author's to mend: those problems are dropped. */
    @Override
    public synchronized Statement.Block body(int index, FunctionDefinition function) {
        NameScopes scopes = names.after(index + 1);
        try {
            return parser(scopes, function.bodyFirst()).bodyOf(function);
        } finally {
            scopes.leaveTo(0);
        }
    }

    /** Goes on from the end of the headers. */
    synchronized NameScopes atTheEnd() {
        return names.after(outline.size()).copyOfFileScope();
    }

    private GnuCParser parser(NameScopes scopes, int start) {
        return CFrontend.parser(tokens, map, scopes, new ProblemLog(tokens, map), start);
    }
}
