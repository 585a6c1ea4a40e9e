package org.klpls.c.parse;

import java.util.List;

import org.klpls.c.ast.TranslationUnit;
import org.klpls.c.text.Problem;

/** A tree of all that could be understood, and what was wrong with the rest: the preprocessor's problems, then the parser's. */
public record ParseResult(TranslationUnit unit, List<Problem> problems) {
    public ParseResult {
        problems = List.copyOf(problems);
    }
}
