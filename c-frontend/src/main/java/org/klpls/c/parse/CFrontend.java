package org.klpls.c.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.klpls.c.ast.Derived;
import org.klpls.c.ast.ExternalDeclaration;
import org.klpls.c.ast.FunctionDefinition;
import org.klpls.c.ast.Statement;
import org.klpls.c.ast.TranslationUnit;
import org.klpls.c.build.CompileCommand;
import org.klpls.c.pp.Preamble;
import org.klpls.c.pp.Preprocessed;
import org.klpls.c.pp.Preprocessor;
import org.klpls.c.pp.SourceMap;
import org.klpls.c.pp.TokenSequence;
import org.klpls.c.text.Problem;
import org.klpls.c.text.SourceText;

/** The door to this module: GNU C in, a tree and problems out. Never throws on what a text holds. Safe for all threads. */
public final class CFrontend {
    private final Preprocessor preprocessor;

    /** @param preprocessor shared by all who parse: it holds the headers' tokens */
    public CFrontend(Preprocessor preprocessor) {
        this.preprocessor = preprocessor;
    }

    /** Preprocesses and parses a file as it is compiled by this command. */
    public ParseResult parse(SourceText main, CompileCommand command) {
        return parse(main, command, Optional.empty());
    }

    /**
     * The same for a newer text: while the includes at the file's beginning, the flags and the headers stay what they were, only
     * the rest is read again, and of that what the change reaches. The result is the same with and without the earlier one.
     */
    public ParseResult parse(SourceText main, CompileCommand command, Optional<ParseResult> earlier) {
        Optional<Continuation> continuation = earlier.map(ParseResult::continuation);
        Preprocessed newer = preprocessor.preprocess(main, command, continuation.map(Continuation::preprocessed));
        return parse(newer, command.arguments(),
                continuation.filter(it -> it.headersOf(newer).isPresent()));
    }

    /** Parses what has been preprocessed. */
    public static ParseResult parse(Preprocessed preprocessed) {
        return parse(preprocessed, List.of(), Optional.empty());
    }

    private static ParseResult parse(Preprocessed preprocessed, List<String> arguments,
            Optional<Continuation> earlier) {
        Optional<Continuation.Headers> known = earlier.flatMap(it -> it.headersOf(preprocessed));
        TokenSequence tokens = preprocessed.tokens();
        SourceMap map = preprocessed.map();
        ProblemLog log = new ProblemLog(tokens, map);
        int headerEnd = preprocessed.preamble().map(Preamble::tokenCount).orElse(0);
        NameScopes names = known.map(it -> it.names().copyOfFileScope()).orElseGet(NameScopes::empty);
        GnuCParser parser = parser(tokens, map, names, log, known.isPresent() ? headerEnd : 0);
        Optional<Continuation.Headers> headers = known.or(() -> headers(parser, preprocessed, names, log));
        List<ExternalDeclaration> ofHeaders = headers.map(Continuation.Headers::declarations)
                .orElseGet(parser::readSoFar);
        List<ReadDeclaration> own = new Rereading(parser, map,
                earlier.map(Continuation::own).orElseGet(() -> new Continuation.Own(tokens, List.of()))).all();
        TranslationUnit unit = new TranslationUnit(ofHeaders,
                own.stream().map(ReadDeclaration::node).toList(), tokens, map, arguments,
                headers.map(Continuation.Headers::derived).orElseGet(Derived::new),
                function -> body(function, tokens, map, names));
        List<Problem> problems = new ArrayList<>(preprocessed.problems());
        problems.addAll(log.problems());
        return new ParseResult(unit, problems, new Continuation(preprocessed, headers, own));
    }

    /** Reads the headers. They can serve again if they are without a problem and no declaration goes on after them. */
    private static Optional<Continuation.Headers> headers(GnuCParser parser, Preprocessed preprocessed,
            NameScopes names, ProblemLog log) {
        if (preprocessed.preamble().isEmpty()) {
            return Optional.empty();
        }
        Preamble preamble = preprocessed.preamble().get();
        List<ExternalDeclaration> declarations = parser.upTo(preamble.tokenCount());
        boolean whole = parser.end() <= preamble.tokenCount() && log.problems().isEmpty();
        return whole
                ? Optional.of(new Continuation.Headers(preamble, declarations, names.copyOfFileScope(), new Derived()))
                : Optional.empty();
    }

    /** Bodies of functions outside the main file wait until they are asked for. */
    private static GnuCParser parser(TokenSequence tokens, SourceMap map, NameScopes names, ProblemLog log, int start) {
        TokenFeed feed = new TokenFeed(tokens, names, start);
        GnuCParser parser = new GnuCParser(feed);
        parser.begin(tokens, feed, names, log, open -> !map.inMainFile(tokens, open));
        return parser;
    }

    /** What is wrong with a header's function is not the author's to mend: those problems are dropped. */
    private static Statement.Block body(FunctionDefinition function, TokenSequence tokens, SourceMap map,
            NameScopes names) {
        NameScopes own = names.copyOfFileScope();
        GnuCParser parser = parser(tokens, map, own, new ProblemLog(tokens, map), function.bodyFirst());
        return parser.bodyOf(function);
    }
}
