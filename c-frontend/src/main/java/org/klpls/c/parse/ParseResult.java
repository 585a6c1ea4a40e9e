package org.klpls.c.parse;

import java.util.List;

import org.klpls.c.ast.TranslationUnit;
import org.klpls.c.text.Problem;

/**
 * A tree of all that could be understood, and what was wrong with the rest: the preprocessor's problems, then the parser's.
 *
 * @param continuation for parsing a newer text of the same file
 */
public record ParseResult(TranslationUnit unit, List<Problem> problems, Continuation continuation) {
    public ParseResult {
        problems = List.copyOf(problems);
    }
}
