package org.klpls.core.source;

import java.util.List;
import org.klpls.c.ast.ExternalDeclaration;
import org.klpls.c.ast.Node;
import org.klpls.c.pp.SourceMap;
import org.klpls.c.pp.TokenKind;
import org.klpls.c.pp.TokenSequence;
import org.klpls.c.text.Problem;
import org.klpls.c.text.SourceRange;
import org.klpls.c.text.SourceText;
import org.klpls.core.model.Place;

/** One parsed file, with the questions that reading a livepatch asks of it. */
record Tree(TokenSequence tokens, SourceMap map, List<ExternalDeclaration> declarations, List<Problem> problems) {

    SourceText text() {
        return map.mainFile();
    }

    /** Where the author can edit this node: a macro call stands for all that the macro makes. */
    SourceRange range(Node node) {
        return range(node.first(), node.end());
    }

    SourceRange range(int first, int end) {
        return end > first ? map.place(tokens, first, end - 1) : map.place(tokens, first);
    }

    Place place(Node node) {
        return new Place.InSource(range(node));
    }

    boolean inMainFile(Node node) {
        return node.end() > node.first() && map.inMainFile(tokens, node.first());
    }

    /** The node's tokens with single blanks where C needs or likes them. */
    String spelled(Node node) {
        return Spelling.of(tokens, node.first(), node.end());
    }

    String string(int token) {
        return tokens.text(token);
    }

    boolean isString(int token) {
        return tokens.kind(token) == TokenKind.STRING;
    }

    /** Whether a problem of the C lies inside this node, so that what was read of it may not be what the author means. */
    boolean isDoubtful(Node node) {
        SourceRange range = range(node);
        return problems.stream().flatMap(p -> p.where().stream())
                .anyMatch(where -> where.source().equals(range.source())
                        && where.span().start() <= range.span().end() && where.span().end() >= range.span().start());
    }
}
