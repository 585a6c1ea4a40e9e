package org.klpls.c.pp;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.klpls.c.text.SourceRange;
import org.klpls.c.text.SourceText;
import org.klpls.c.text.Span;

/**
 * From locations back to files. A location is the base of one inclusion of a file plus an offset in it; 0 is nowhere.
 *
 * <p>Immutable once published; growing is the preprocessor's business.
 */
public final class SourceMap {
    /**
     * One reading of a file.
     *
     * @param includedAt location of the #include's name; 0 if no text asked for it
     */
    record Inclusion(HeldText held, int base, int includedAt) {
        SourceText source() {
            return held.get();
        }
    }

    /**
     * All that a map is made of, to be kept elsewhere.
     *
     * @param next base of the next inclusion
     * @param main index of the file that was asked for
     * @param mainRoom how long its text may become
     * @param firstTokens of each macro call outside of all others, as {@code callStarts} and {@code callEnds}
     */
    record Columns(List<Inclusion> inclusions, int next, int main, int mainRoom, int[] firstTokens, int[] callStarts,
            int[] callEnds) {}

    /** How many characters an editor may add to the main file before its headers must be placed anew. */
    private static final int ROOM_TO_GROW = 1 << 16;

    private final List<Inclusion> inclusions = new ArrayList<>();
    private int[] bases = new int[64];
    private int next = 1;
    private int main = -1;
    /** How long the main file's text may become. */
    private int mainRoom;

    /** One entry for each macro call outside of all others, in the order of their tokens. */
    private int[] firstTokens = new int[64];
    private int[] callStarts = new int[64];
    private int[] callEnds = new int[64];
    private int calls;

    /** Holds the calls of the tokens before {@code prefixTokens}; null, not Optional: looked at for each token's place. */
    private final @Nullable SourceMap prefix;
    private final int prefixTokens;

    SourceMap() {
        this.prefix = null;
        this.prefixTokens = 0;
    }

    /**
     * Begins as another map was when it had so many inclusions and tokens, with another text in the place of its main
     * file, which must fit in the room of the old one.
     */
    SourceMap(SourceMap prefix, int inclusionCount, int prefixTokens, SourceText mainText) {
        this.prefix = prefix;
        this.prefixTokens = prefixTokens;
        this.main = prefix.main;
        this.bases = Arrays.copyOf(prefix.bases, Math.max(64, inclusionCount * 2));
        inclusions.addAll(prefix.inclusions.subList(0, inclusionCount));
        Inclusion old = inclusions.get(main);
        inclusions.set(main, new Inclusion(HeldText.of(mainText), old.base, 0));
        this.next = inclusionCount < prefix.inclusions.size() ? prefix.bases[inclusionCount] : prefix.next;
        this.mainRoom = prefix.mainRoom;
    }

    /** A map that was kept. */
    SourceMap(Columns kept) {
        this.prefix = null;
        this.prefixTokens = 0;
        inclusions.addAll(kept.inclusions);
        this.bases = kept.inclusions.stream().mapToInt(Inclusion::base).toArray();
        this.next = kept.next;
        this.main = kept.main;
        this.mainRoom = kept.mainRoom;
        this.firstTokens = kept.firstTokens;
        this.callStarts = kept.callStarts;
        this.callEnds = kept.callEnds;
        this.calls = kept.firstTokens.length;
    }

    /** What it was when it had so many inclusions and tokens. It has no prefix. */
    Columns columns(int inclusionCount, int tokenCount) {
        int count = 0;
        while (count < calls && firstTokens[count] < tokenCount) {
            count++;
        }
        int end = inclusionCount < inclusions.size() ? bases[inclusionCount] : next;
        return new Columns(List.copyOf(inclusions.subList(0, inclusionCount)), end, main, mainRoom,
                Arrays.copyOf(firstTokens, count), Arrays.copyOf(callStarts, count), Arrays.copyOf(callEnds, count));
    }

    /** Whether a file was read, by its path. */
    boolean hasEntered(Path path) {
        return inclusions.stream().anyMatch(it -> it.held.path().equals(path));
    }

    /** Base for one more reading of a text; -1 if locations have run out. */
    int enter(SourceText source, int includedAt) {
        int base = next;
        if (base + (long) source.text().length() + 1 > Integer.MAX_VALUE) {
            return -1;
        }
        if (inclusions.size() == bases.length) {
            bases = Arrays.copyOf(bases, bases.length * 2);
        }
        bases[inclusions.size()] = base;
        inclusions.add(new Inclusion(HeldText.of(source), base, includedAt));
        next = base + source.text().length() + 1;
        return base;
    }

    /** Enters files again that were entered in another map of the same headers, with the same base. */
    void repeat(SourceMap other, int from, int to) {
        for (Inclusion inclusion : other.inclusions.subList(from, to)) {
            if (inclusions.size() == bases.length) {
                bases = Arrays.copyOf(bases, bases.length * 2);
            }
            bases[inclusions.size()] = inclusion.base;
            inclusions.add(inclusion);
            next = inclusion.base + inclusion.held.length() + 1;
        }
    }

    /** The reading entered last is the file that was asked for; it gets room to grow in. */
    void mainFileEntered() {
        main = inclusions.size() - 1;
        mainRoom = mainFile().text().length() + ROOM_TO_GROW;
        next += ROOM_TO_GROW;
    }

    boolean hasRoomFor(SourceText mainText) {
        return mainText.text().length() <= mainRoom;
    }

    int inclusionCount() {
        return inclusions.size();
    }

    /** The tokens from {@code firstToken} on come from one macro call: from its name to its last token. */
    void called(int firstToken, int start, int end) {
        if (calls == firstTokens.length) {
            firstTokens = Arrays.copyOf(firstTokens, calls * 2);
            callStarts = Arrays.copyOf(callStarts, calls * 2);
            callEnds = Arrays.copyOf(callEnds, calls * 2);
        }
        firstTokens[calls] = firstToken;
        callStarts[calls] = start;
        callEnds[calls++] = end;
    }

    /** Calls that are in this map itself. */
    int callCount() {
        return calls;
    }

    /**
     * Adds calls of another map, so many tokens further on; what stands between two locations of that one stands so many characters
     * further on in this.
     */
    void takeCalls(SourceMap other, int first, int end, int tokens, int from, int to, int characters) {
        for (int i = first; i < end; i++) {
            int start = other.callStarts[i];
            int last = other.callEnds[i];
            called(other.firstTokens[i] + tokens, from <= start && start <= to ? start + characters : start,
                    from <= last && last <= to ? last + characters : last);
        }
    }

    /** The last macro call goes on up to another token. */
    void calledTo(int end) {
        callEnds[calls - 1] = end;
    }

    /** Physical line of a location, 1-based; 1 for location 0. */
    int line(int location) {
        return inclusionOf(location).map(i -> i.source().position(location - i.base).line() + 1).orElse(1);
    }

    /** The text that was asked for. */
    public SourceText mainFile() {
        return inclusions.get(main).source();
    }

    /** The files read, in the order they were first opened; no file appears twice, by whatever names it was included. */
    public List<SourceText> files() {
        Map<Path, SourceText> files = new LinkedHashMap<>();
        for (Inclusion inclusion : inclusions) {
            SourceText source = inclusion.source();
            if (!isBuiltIn(source)) {
                files.putIfAbsent(source.path().normalize(), source);
            }
        }
        files.replace(mainFile().path().normalize(), mainFile());
        return List.copyOf(files.values());
    }

    /** The text that a location lies in; empty for 0. */
    public Optional<SourceText> source(int location) {
        return inclusionOf(location).map(Inclusion::source);
    }

    /** Offset of a location in its text; 0 for location 0. */
    public int offset(int location) {
        return inclusionOf(location).map(i -> location - i.base).orElse(0);
    }

    public boolean inMainFile(int location) {
        return main >= 0 && location >= bases[main]
                && location <= bases[main] + inclusions.get(main).held.length();
    }

    /** Whether a token was written in the main file, or comes from a macro called there. */
    public boolean inMainFile(TokenSequence tokens, int index) {
        return inMainFile(tokens.expansion(index));
    }

    /** Where a token's characters stand: for a token from a macro's body, inside its #define. */
    public SourceRange spelling(TokenSequence tokens, int index) {
        return token(tokens.spelling(index));
    }

    /** The outermost macro call that a token comes from, with its arguments; the token itself if no macro made it. */
    public SourceRange expansion(TokenSequence tokens, int index) {
        if (!tokens.isFromMacro(index)) {
            return spelling(tokens, index);
        }
        if (prefix != null && index < prefixTokens) {
            return inNewText(prefix.expansion(tokens, index));
        }
        int call = callOf(tokens, index);
        return call < 0 ? token(tokens.expansion(index)) : range(callStarts[call], callEnds[call]);
    }

    /**
     * Where to point in the file that the token came into: the token itself, also where it is an argument of a macro
     * call; else the outermost macro call.
     */
    public SourceRange place(TokenSequence tokens, int index) {
        if (prefix != null && index < prefixTokens) {
            return inNewText(prefix.place(tokens, index));
        }
        int call = tokens.isFromMacro(index) ? callOf(tokens, index) : -1;
        int spelling = tokens.spelling(index);
        boolean argument = call >= 0 && callStarts[call] < spelling && spelling < callEnds[call];
        return argument ? spelling(tokens, index) : expansion(tokens, index);
    }

    /** From the place of one token to that of another; the first one's place alone if they lie in different files. */
    public SourceRange place(TokenSequence tokens, int first, int last) {
        SourceRange from = place(tokens, first);
        SourceRange to = place(tokens, last);
        return from.source() == to.source() ? new SourceRange(from.source(), from.span().to(to.span())) : from;
    }

    /** The #includes that led to a location, innermost first: each the name of the header in its directive. */
    public List<SourceRange> includeChain(int location) {
        List<SourceRange> chain = new ArrayList<>();
        Optional<Inclusion> inclusion = inclusionOf(location);
        while (inclusion.isPresent() && inclusion.get().includedAt != 0) {
            chain.add(token(inclusion.get().includedAt));
            inclusion = inclusionOf(inclusion.get().includedAt);
        }
        return chain;
    }

    /** The token that begins at a location. */
    SourceRange token(int location) {
        Inclusion inclusion = inclusionOf(location).orElse(inclusions.get(Math.max(main, 0)));
        int offset = Math.clamp(location - inclusion.base, 0, inclusion.held.length());
        String text = inclusion.source().text();
        int end = HeaderName.angledEnd(text, offset).orElse(TokenScanner.endOfToken(text, offset));
        return new SourceRange(inclusion.source(), new Span(offset, end));
    }

    /** From one token to another of the same inclusion. */
    private SourceRange range(int start, int end) {
        SourceRange first = token(start);
        SourceRange last = token(Math.max(start, end));
        return last.source() == first.source() ? new SourceRange(first.source(), first.span().to(last.span())) : first;
    }

    /** The main file's text may be a newer one than the prefix had; up to the prefix's end both are the same. */
    SourceRange inNewText(SourceRange range) {
        boolean old = prefix != null && range.source() == prefix.mainFile();
        return old ? new SourceRange(mainFile(), range.span()) : range;
    }

    private int callOf(TokenSequence tokens, int index) {
        if (index < prefixTokens) {
            return -1;
        }
        int found = Arrays.binarySearch(firstTokens, 0, calls, index);
        int call = found >= 0 ? lastEqual(found) : -found - 2;
        return call >= 0 && callStarts[call] == tokens.expansion(index) ? call : -1;
    }

    /** Calls that made no token share their index with the next one. */
    private int lastEqual(int found) {
        int last = found;
        while (last + 1 < calls && firstTokens[last + 1] == firstTokens[found]) {
            last++;
        }
        return last;
    }

    private Optional<Inclusion> inclusionOf(int location) {
        if (location <= 0 || location >= next) {
            return Optional.empty();
        }
        int found = Arrays.binarySearch(bases, 0, inclusions.size(), location);
        return Optional.of(inclusions.get(found >= 0 ? found : -found - 2));
    }

    private static boolean isBuiltIn(SourceText source) {
        return source.path().getFileName().toString().startsWith("<");
    }
}
