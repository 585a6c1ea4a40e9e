package org.klpls.c.parse;

import java.util.ArrayList;
import java.util.List;

import org.klpls.c.ast.ExternalDeclaration;
import org.klpls.c.ast.FunctionDefinition;
import org.klpls.c.ast.Statement;
import org.klpls.c.ast.TranslationUnit;
import org.klpls.c.build.CompileCommand;
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
        return parse(preprocessor.preprocess(main, command));
    }

    /** Parses what has been preprocessed. */
    public static ParseResult parse(Preprocessed preprocessed) {
        TokenSequence tokens = preprocessed.tokens();
        SourceMap map = preprocessed.map();
        NameScopes names = NameScopes.empty();
        ProblemLog log = new ProblemLog(tokens, map);
        List<ExternalDeclaration> declarations = parser(tokens, map, names, log, 0).file();
        TranslationUnit unit = new TranslationUnit(List.of(), declarations, tokens, map,
                function -> body(function, tokens, map, names));
        List<Problem> problems = new ArrayList<>(preprocessed.problems());
        problems.addAll(log.problems());
        return new ParseResult(unit, problems);
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
