package org.klpls.core.source;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.klpls.c.ast.ExternalDeclaration;
import org.klpls.c.ast.Node;
import org.klpls.c.ast.Outline;
import org.klpls.c.ast.TranslationUnit;
import org.klpls.c.parse.ParseResult;
import org.klpls.c.pp.TokenSequence;
import org.klpls.c.text.Problem;
import org.klpls.c.text.SourceRange;
import org.klpls.c.text.SourceText;
import org.klpls.core.model.Place;

/** One parsed file, with the questions that reading a livepatch asks of it. */
record Tree(TranslationUnit unit, List<Problem> problems) {

    private static final Pattern INCLUDES_C = Pattern.compile("(?m)^\\s*#\\s*include\\s*\"[^\"\\n]+\\.c\"");

    static Tree of(ParseResult parsed) {
        return new Tree(parsed.unit(), parsed.problems());
    }

    /**
     * Those of the headers that make this name or tag known, then all behind the headers: no other declaration of a header is parsed
     * for it.
     */
    List<ExternalDeclaration> declarationsWith(String name) {
        List<ExternalDeclaration> all = new ArrayList<>(unit.headers().declaring(name));
        all.addAll(unit.ownDeclarations());
        return all;
    }

    TokenSequence tokens() {
        return unit.tokens();
    }

    SourceText text() {
        return unit.mainFile();
    }

    /** Where the author can edit this node: a macro call stands for all that the macro makes. */
    SourceRange range(Node node) {
        return unit.place(node);
    }

    SourceRange range(int first, int end) {
        return unit.sourceMap().place(tokens(), first, end - 1);
    }

    /** Whether all of it was read, with the headers that it asks for. */
    boolean isWhole() {
        return problems.stream().noneMatch(problem -> problem.severity() == Problem.Severity.ERROR)
                && unit.headerDeclarations().stream().findFirst()
                        .filter(first -> StandInHeaders.isOne(range(first).source())).isEmpty();
    }

    Place place(Node node) {
        return new Place.InSource(range(node));
    }

    /** The place of a node's first token, where the whole of it is too much to point at. */
    Place firstPlace(Node node) {
        return new Place.InSource(range(node.first(), node.first() + 1));
    }

    boolean inMainFile(Node node) {
        return unit.isInMainFile(node);
    }

    /**
     * What the author wrote for this module: the main file's, and that of C files which it includes, as a livepatch does
     * that differs from another one in a macro.
     */
    List<ExternalDeclaration> authorsDeclarations() {
        if (!INCLUDES_C.matcher(text().text()).find()) {
            return unit.mainDeclarations();
        }
        Outline headers = unit.headers().outline();
        return Stream.concat(
                IntStream.range(0, headers.size()).filter(i -> isAuthors(headers.first(i), headers.end(i)))
                        .mapToObj(unit.headers().all()::get),
                unit.ownDeclarations().stream().filter(it -> isAuthors(it.first(), it.end()))).toList();
    }

    private boolean isAuthors(int first, int end) {
        return inMainFile(first) || isC(range(first, end).source());
    }

    private static boolean isC(SourceText source) {
        return source.path().toString().endsWith(".c");
    }

    boolean inMainFile(int token) {
        return unit.sourceMap().inMainFile(tokens(), token);
    }

    /** The node's tokens with single blanks where C needs or likes them. */
    String spelled(Node node) {
        return Spelling.of(tokens(), node.first(), node.end());
    }

    /** Whether a problem of the C lies inside this node, so that what was read of it may not be what the author means. */
    boolean isDoubtful(Node node) {
        SourceRange range = range(node);
        return problems.stream().flatMap(p -> p.where().stream())
                .anyMatch(where -> where.source().equals(range.source())
                        && where.span().start() <= range.span().end() && where.span().end() >= range.span().start());
    }
}
