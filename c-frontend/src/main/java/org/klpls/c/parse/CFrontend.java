package org.klpls.c.parse;

import java.util.List;
import java.util.Optional;

import org.klpls.c.ast.ExternalDeclaration;
import org.klpls.c.ast.FunctionDefinition;
import org.klpls.c.ast.HeaderDeclarations;
import org.klpls.c.ast.Outline;
import org.klpls.c.ast.Statement;
import org.klpls.c.ast.TranslationUnit;
import org.klpls.c.build.CompileCommand;
import org.klpls.c.pp.Preamble;
import org.klpls.c.pp.Preprocessed;
import org.klpls.c.pp.Preprocessor;
import org.klpls.c.pp.SourceMap;
import org.klpls.c.pp.TokenSequence;
import org.klpls.c.text.SourceText;

/** The door to this module: GNU C in, a tree and problems out. Never throws on what a text holds. Safe for all threads. */
public final class CFrontend {
    /** The name under which it is kept where the headers' declarations stand. */
    private static final String OUTLINE = "outline";

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
        Optional<Continuation.Headers> known = earlier.flatMap(it -> it.headersOf(preprocessed))
                .or(() -> kept(preprocessed));
        TokenSequence tokens = preprocessed.tokens();
        SourceMap map = preprocessed.map();
        ProblemLog log = new ProblemLog(tokens, map);
        NameScopes names = known.map(it -> it.names().copyOfFileScope()).orElseGet(NameScopes::empty);
        GnuCParser parser = parser(tokens, map, names, log, known.isPresent() ? headerEnd(preprocessed) : 0);
        HeaderDeclarations ofHeaders = known.map(Continuation.Headers::declarations)
                .orElseGet(() -> headers(parser, preprocessed));
        Optional<Continuation.Headers> headers = known
                .or(() -> whole(parser, preprocessed, ofHeaders, names, log));
        List<ReadDeclaration> own = new Rereading(parser, map,
                earlier.map(Continuation::own).orElseGet(() -> new Continuation.Own(tokens, List.of()))).all();
        TranslationUnit unit = new TranslationUnit(ofHeaders, own.stream().map(ReadDeclaration::node).toList(), tokens,
                map, arguments, function -> body(function, tokens, map, names));
        return new ParseResult(unit, Consequences.without(preprocessed.problems(), log.problems()),
                new Continuation(preprocessed, headers, own));
    }

    private static int headerEnd(Preprocessed preprocessed) {
        return preprocessed.preamble().map(Preamble::tokenCount).orElse(0);
    }

    /** Headers that an earlier process has read: their declarations are read when they are asked for. */
    private static Optional<Continuation.Headers> kept(Preprocessed preprocessed) {
        TokenSequence tokens = preprocessed.tokens();
        return preprocessed.preamble().flatMap(preamble -> preamble.beside().flatMap(it -> it.read(OUTLINE))
                .flatMap(numbers -> KeptOutline.read(numbers, tokens, preamble.tokenCount())).map(outline -> {
                    HeaderReading reading = new HeaderReading(outline, tokens, preprocessed.map());
                    return new Continuation.Headers(preamble, new HeaderDeclarations(outline, tokens, reading),
                            reading.atTheEnd());
                }));
    }

    /** Reads all declarations of the headers. */
    private static HeaderDeclarations headers(GnuCParser parser, Preprocessed preprocessed) {
        Outline.Builder builder = new Outline.Builder();
        List<ExternalDeclaration> declarations = parser.upTo(headerEnd(preprocessed), builder);
        Outline outline = builder.build();
        TokenSequence tokens = preprocessed.tokens();
        return new HeaderDeclarations(outline, tokens, new HeaderReading(outline, tokens, preprocessed.map()),
                declarations);
    }

    /** Headers can serve again if they are without a problem and no declaration goes on after them. */
    private static Optional<Continuation.Headers> whole(GnuCParser parser, Preprocessed preprocessed,
            HeaderDeclarations declarations, NameScopes names, ProblemLog log) {
        boolean whole = parser.end() <= headerEnd(preprocessed) && log.problems().isEmpty();
        return preprocessed.preamble().filter(_ -> whole).map(preamble -> {
            preamble.beside().ifPresent(it -> it.write(OUTLINE,
                    KeptOutline.numbers(declarations.outline(), preprocessed.tokens())));
            return new Continuation.Headers(preamble, declarations, names.copyOfFileScope());
        });
    }

    /** Bodies of functions outside the main file wait until they are asked for. */
    static GnuCParser parser(TokenSequence tokens, SourceMap map, NameScopes names, ProblemLog log, int start) {
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
