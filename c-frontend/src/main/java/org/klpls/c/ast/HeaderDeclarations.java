package org.klpls.c.ast;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.RandomAccess;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.klpls.c.pp.TokenSequence;

/**
 * What the headers at a file's beginning declare; the same one for all units that share them. Where each declaration stands and
 * what it declares is known; it is read when it is first asked for, and so is the body of a function. Safe for all threads.
 */
public final class HeaderDeclarations {
    /** Reads what the outline tells of. */
    public interface Source {
        ExternalDeclaration declaration(int index);

        /** @param index of the function's definition */
        Statement.Block body(int index, FunctionDefinition function);
    }

    private final Outline outline;
    private final TokenSequence tokens;
    private final Source source;
    private final AtomicReferenceArray<@Nullable ExternalDeclaration> read;
    private final Map<Integer, Statement.Block> bodies = new ConcurrentHashMap<>();
    private final Derived derived = new Derived();
    private final List<ExternalDeclaration> all = new All();

    /** @param tokens of a unit that begins with these headers */
    public HeaderDeclarations(Outline outline, TokenSequence tokens, Source source) {
        this.outline = outline;
        this.tokens = tokens;
        this.source = source;
        this.read = new AtomicReferenceArray<>(outline.size());
    }

    /** Those that have been read already, one for each that the outline tells of. */
    public HeaderDeclarations(Outline outline, TokenSequence tokens, Source source,
            List<ExternalDeclaration> declarations) {
        this(outline, tokens, source);
        for (int i = 0; i < declarations.size(); i++) {
            read.set(i, declarations.get(i));
        }
    }

    /** A list that reads an entry when it is first asked for. */
    private final class All extends AbstractList<ExternalDeclaration> implements RandomAccess {
        @Override
        public ExternalDeclaration get(int index) {
            @Nullable
            ExternalDeclaration known = read.get(index);
            if (known != null) {
                return known;
            }
            ExternalDeclaration first = source.declaration(index);
            return read.compareAndSet(index, null, first) ? first : get(index);
        }

        @Override
        public int size() {
            return outline.size();
        }
    }

    public Outline outline() {
        return outline;
    }

    /** All, in their order; whoever goes through the list has all of them read. */
    public List<ExternalDeclaration> all() {
        return all;
    }

    /** How many have been read so far. */
    public int readSoFar() {
        return (int) IntStream.range(0, outline.size()).filter(it -> read.get(it) != null).count();
    }

    /** The one in which this token stands. */
    public Optional<ExternalDeclaration> at(int token) {
        OptionalInt index = outline.at(token);
        return index.isPresent() ? Optional.of(all.get(index.getAsInt())) : Optional.empty();
    }

    /** Those that declare this name, or define a tag of this name, in their order. */
    public List<ExternalDeclaration> declaring(String name) {
        OptionalInt symbol = tokens.symbolOf(name);
        List<ExternalDeclaration> found = new ArrayList<>();
        for (int index : symbol.isEmpty() ? new int[0] : outline.declaring(symbol.getAsInt())) {
            found.add(all.get(index));
        }
        return found;
    }

    /** Indexes of those in which one of these words stands, ascending. None is read for it. */
    public int[] mentioning(Collection<String> words) {
        return mentioning(tokens.symbolsOf(words));
    }

    /** The same of words that begin so. */
    public int[] mentioningWordsWith(String begin) {
        return mentioning(tokens.symbolsWith(begin));
    }

    private int[] mentioning(boolean[] wanted) {
        IntStream.Builder found = IntStream.builder();
        int at = tokens.firstOf(wanted, 0, outline.end());
        while (at < outline.end()) {
            OptionalInt index = outline.at(at);
            index.ifPresent(found::add);
            at = tokens.firstOf(wanted, index.isPresent() ? outline.end(index.getAsInt()) : at + 1, outline.end());
        }
        return found.build().toArray();
    }

    /** The body of one of these functions. */
    public Statement.Block body(FunctionDefinition function) {
        return function.body().orElseGet(() -> bodies.computeIfAbsent(function.bodyFirst(),
                _ -> source.body(outline.at(function.first()).orElseThrow(), function)));
    }

    /** What others have worked out of them. */
    public Derived derived() {
        return derived;
    }
}
