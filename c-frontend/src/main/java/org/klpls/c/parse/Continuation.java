package org.klpls.c.parse;

import java.util.List;
import java.util.Optional;

import org.klpls.c.ast.HeaderDeclarations;
import org.klpls.c.pp.Preamble;
import org.klpls.c.pp.Preprocessed;
import org.klpls.c.pp.TokenSequence;

/** What a newer text of the same file can be parsed on: see {@link CFrontend#parse(org.klpls.c.text.SourceText, org.klpls.c.build.CompileCommand, Optional)}. */
public final class Continuation {
    /** What the headers of a preamble declare, and what their names mean. Only of headers without a problem. */
    record Headers(Preamble preamble, HeaderDeclarations declarations, NameScopes names) {}

    /** What was read after the headers, of these tokens. */
    record Own(TokenSequence tokens, List<ReadDeclaration> declarations) {}

    private final Preprocessed preprocessed;
    private final Optional<Headers> headers;
    private final Own own;

    Continuation(Preprocessed preprocessed, Optional<Headers> headers, List<ReadDeclaration> own) {
        this.preprocessed = preprocessed;
        this.headers = headers;
        this.own = new Own(preprocessed.tokens(), List.copyOf(own));
    }

    Preprocessed preprocessed() {
        return preprocessed;
    }

    Own own() {
        return own;
    }

    /** The headers, if these tokens begin with the very preamble they were parsed from. */
    Optional<Headers> headersOf(Preprocessed newer) {
        return headers.filter(it -> newer.preamble().filter(preamble -> preamble == it.preamble).isPresent());
    }
}
