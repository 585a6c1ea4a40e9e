package org.klpls.c.parse;

import java.nio.file.Path;
import java.util.List;

import org.klpls.c.ast.FunctionDefinition;
import org.klpls.c.pp.Dialect;
import org.klpls.c.pp.Interner;
import org.klpls.c.pp.Preprocessed;
import org.klpls.c.text.Problem;
import org.klpls.c.text.SourceRange;
import org.klpls.c.text.SourceText;

/** Parses text that needs no preprocessing. */
final class Parsed {
    private Parsed() {}

    static ParseResult text(String text) {
        return text(text, Dialect.GNU);
    }

    private static ParseResult text(String text, Dialect dialect) {
        SourceText source = SourceText.of(Path.of("/test.c"), text);
        return CFrontend.parse(Preprocessed.ofPlainText(source, new Interner(), dialect));
    }

    /** Each problem as {@code line:column: message}, counted from 1. */
    static List<String> problems(String text) {
        return problems(text, Dialect.GNU);
    }

    static List<String> problems(String text, Dialect dialect) {
        return text(text, dialect).problems().stream().map(Parsed::line).toList();
    }

    static List<String> functions(ParseResult result) {
        return result.unit().ownDeclarations().stream().filter(FunctionDefinition.class::isInstance)
                .map(it -> ((FunctionDefinition) it).name()).toList();
    }

    private static String line(Problem problem) {
        SourceRange where = problem.where().orElseThrow();
        return (where.start().line() + 1) + ":" + (where.start().character() + 1) + ": " + problem.message();
    }
}
