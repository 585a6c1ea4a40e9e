package org.klpls.c.ast;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

import org.klpls.c.pp.SourceMap;
import org.klpls.c.pp.TokenSequence;
import org.klpls.c.text.SourceRange;
import org.klpls.c.text.SourceText;
import org.klpls.c.text.Span;

/**
 * One C file with all that it includes, parsed. Everything is immutable; bodies of header functions are parsed when they are
 * asked for, and kept. Safe for all threads.
 */
public final class TranslationUnit {
    private final HeaderDeclarations headers;
    private final List<ExternalDeclaration> rest;
    private final TokenSequence tokens;
    private final SourceMap map;
    private final List<String> compilerArguments;
    private final Derived derived = new Derived();
    private final Function<FunctionDefinition, Statement.Block> bodyParser;
    private final Map<Integer, Statement.Block> bodies = new ConcurrentHashMap<>();

    /**
     * @param headers the same for all units that share them
     * @param rest everything after them, from the file itself and from headers that it includes later
     * @param compilerArguments gcc's flags; empty where none are known
     * @param bodyParser parses the body of a function of a later header, which was passed over
     */
    public TranslationUnit(HeaderDeclarations headers, List<ExternalDeclaration> rest, TokenSequence tokens,
            SourceMap map, List<String> compilerArguments, Function<FunctionDefinition, Statement.Block> bodyParser) {
        this.headers = headers;
        this.rest = List.copyOf(rest);
        this.tokens = tokens;
        this.map = map;
        this.compilerArguments = List.copyOf(compilerArguments);
        this.bodyParser = bodyParser;
    }

    /** What the headers at the file's beginning declare; the same one for every unit that shares them. */
    public HeaderDeclarations headers() {
        return headers;
    }

    /** All declarations of {@link #headers}, in their order; each is read when the list is asked for it. */
    public List<ExternalDeclaration> headerDeclarations() {
        return headers.all();
    }

    /** All declarations after {@link #headerDeclarations()}. */
    public List<ExternalDeclaration> ownDeclarations() {
        return rest;
    }

    /** The declarations that stand in the main file, or come from a macro called there. */
    public List<ExternalDeclaration> mainDeclarations() {
        return rest.stream().filter(this::isInMainFile).toList();
    }

    public TokenSequence tokens() {
        return tokens;
    }

    public SourceMap sourceMap() {
        return map;
    }

    /** gcc's flags that this was preprocessed with; empty where none are known. */
    public List<String> compilerArguments() {
        return compilerArguments;
    }

    /** What others have worked out of this unit. */
    public Derived derived() {
        return derived;
    }

    /** The file that was asked for. */
    public SourceText mainFile() {
        return map.mainFile();
    }

    /** Comments of the main file, in their order. */
    public List<Comment> comments() {
        return CommentScanner.comments(map.mainFile());
    }

    /** Where the first token of a node was written, or the macro called that it comes from, is the main file. */
    public boolean isInMainFile(Node node) {
        return map.inMainFile(tokens, node.first());
    }

    /**
     * Where an author would edit this node: its own text, also where that is an argument of a macro; the call, where a macro
     * made it. An empty node is an empty range before the token that follows.
     */
    public SourceRange place(Node node) {
        if (node.end() <= node.first()) {
            SourceRange next = map.place(tokens, node.first());
            return new SourceRange(next.source(), new Span(next.span().start(), next.span().start()));
        }
        return map.place(tokens, node.first(), node.end() - 1);
    }

    /** Where the first token's characters stand: inside a #define, where a macro's body gave it. */
    public SourceRange spelling(Node node) {
        return map.spelling(tokens, node.first());
    }

    /** A node's tokens with a blank between each two: for messages and tests, not for reading back. */
    public String text(Node node) {
        StringBuilder text = new StringBuilder();
        for (int index = node.first(); index < node.end(); index++) {
            text.append(index > node.first() ? " " : "").append(tokens.text(index));
        }
        return text.toString();
    }

    /** The body of a function; of one in a header it is parsed now. */
    public Statement.Block body(FunctionDefinition function) {
        if (function.body().isPresent()) {
            return function.body().get();
        }
        return headers.outline().at(function.first()).isPresent()
                ? headers.body(function)
                : bodies.computeIfAbsent(function.bodyFirst(), _ -> bodyParser.apply(function));
    }
}
