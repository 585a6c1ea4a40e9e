package org.klpls.c.pp;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.klpls.c.text.SourceRange;
import org.klpls.c.text.SourceText;

/** One translation unit while it is being preprocessed: what its parts share. */
final class Unit {
    /** gcc's own limit: "#include nested depth 200 exceeds maximum of 200". */
    private static final int DEEPEST_INCLUDE = 200;
    /** A file of the kernel opens some hundred headers, a generated one some thousand. */
    private static final int MOST_INCLUDES = 100_000;

    /** Notes the macros that tokens come through, in the few runs that are asked for them; null, not Optional: looked at for each macro. */
    final @Nullable Provenance provenance;
    final Interner interner;
    final PreprocessorFlags flags;
    final IncludeSearch search;
    final FeatureTests features;
    final boolean strict;
    final boolean c23;
    final SourceMap map;
    final ProblemList problems;
    final MacroTable macros;
    final Spelling spelling;
    final Expander expander;
    final Directives directives;
    final TokenSequence tokens;
    private final TokenKinds kinds;

    FileFrame frame;
    String mainName = "";
    int counter;
    int includeDepth;
    private int includes;
    /** Files that include themselves or each other more than once would go on for ever, each branch to the limit. */
    private boolean includesNoMore;
    private boolean keepTokens;
    /** The preamble comes from the disk: it does not tell the files that it read but in the map. */
    private boolean afterKept;
    /** Of the main file, behind its preamble; not where provenance is asked for. */
    private Optional<MainReading> reading = Optional.empty();
    private final Set<LexedFile> read = new HashSet<>();
    private final Set<String> onceOnly = new HashSet<>();

    Unit(HeaderCache cache, PreprocessorFlags flags, IncludeSearch search, FeatureTests features,
            FileFrame first, Optional<Provenance> provenance) {
        this.provenance = provenance.orElse(null);
        this.interner = cache.interner();
        this.flags = flags;
        this.search = search;
        this.features = features;
        this.strict = flags.dialect().isStrict();
        this.c23 = flags.dialect().isC23();
        this.map = new SourceMap();
        this.problems = new ProblemList(map);
        this.macros = new MacroTable(interner.size());
        this.spelling = new Spelling(interner);
        this.kinds = new TokenKinds(flags.dialect());
        this.tokens = new TokenSequence(interner, flags.dialect(), cache.usualTokens());
        this.frame = first;
        this.expander = new Expander(this);
        this.directives = new Directives(this);
    }

    /** Goes on where a preamble ended, with a newer text of the main file. Shares the older unit's macro table. */
    Unit(Unit older, Preamble preamble, FileFrame main, SourceText mainText) {
        this.provenance = null;
        this.interner = older.interner;
        this.flags = older.flags;
        this.search = older.search;
        this.features = older.features;
        this.strict = older.strict;
        this.c23 = older.c23;
        this.map = new SourceMap(older.map, preamble.inclusionCount(), preamble.tokenCount(), mainText);
        this.problems = new ProblemList(map);
        this.macros = older.macros;
        this.spelling = older.spelling;
        this.kinds = older.kinds;
        this.tokens = new TokenSequence(interner, older.tokens, preamble.tokenCount());
        this.frame = main;
        this.mainName = older.mainName;
        this.expander = new Expander(this);
        this.directives = new Directives(this);
        problems.addAll(preamble.problems());
        counter = preamble.counter();
        read.addAll(preamble.read());
        onceOnly.addAll(preamble.onceOnly());
        includes = preamble.inclusionCount();
        includesNoMore = preamble.includesNoMore();
        afterKept = preamble.isFromDisk();
        directives.pragmas.saved.addAll(preamble.savedMacros());
        directives.assertions.setAll(preamble.assertions());
        expander.limits.goOn(preamble.spent());
    }

    /** As it was at the end of a preamble that was kept. */
    Unit(HeaderCache cache, PreprocessorFlags flags, IncludeSearch search, FeatureTests features, FileFrame main,
            TokenSequence tokens, SourceMap map, MacroTable macros) {
        this.provenance = null;
        this.interner = cache.interner();
        this.flags = flags;
        this.search = search;
        this.features = features;
        this.strict = flags.dialect().isStrict();
        this.c23 = flags.dialect().isC23();
        this.map = map;
        this.problems = new ProblemList(map);
        this.macros = macros;
        this.spelling = new Spelling(interner);
        this.kinds = new TokenKinds(flags.dialect());
        this.tokens = tokens;
        this.frame = main;
        this.mainName = main.name;
        this.expander = new Expander(this);
        this.directives = new Directives(this);
    }

    boolean includesNoMore() {
        return includesNoMore;
    }

    Set<LexedFile> filesRead() {
        return new HashSet<>(read);
    }

    Set<String> textsReadOnlyOnce() {
        return new HashSet<>(onceOnly);
    }

    Pause.Files filesSoFar() {
        return new Pause.Files(filesRead(), textsReadOnlyOnce(), map.inclusionCount(), includes);
    }

    int onceOnlyCount() {
        return onceOnly.size();
    }

    /** As it was at a pause of an earlier reading. */
    void restore(Pause.Files files, int counterThen) {
        read.clear();
        read.addAll(files.read());
        onceOnly.clear();
        onceOnly.addAll(files.onceOnly());
        includes = files.count();
        counter = counterThen;
    }

    /** The piece of the main file that is being read depends on more than macros: {@link Pause}. */
    void pieceDependsOn(int what) {
        reading.ifPresent(it -> it.dependsOn(what));
    }

    /** What is being done cannot be taken over piece by piece. */
    void isReadWhole() {
        reading.ifPresent(MainReading::isWhole);
    }

    /** Reads the main file behind its preamble, in pieces that a newer text can be read on. */
    void read(MainReading main) {
        reading = Optional.of(main);
        read(main.frame(), true);
    }

    /** Reads the directives that the main file begins with, and what they include. */
    void readPreamble(FileFrame main) {
        frame = main;
        keepTokens = true;
        while (main.position < main.tokens.length
                && RawToken.tokenClass(main.tokens[main.position]) == RawToken.DIRECTIVE
                && !main.file.opensUnclosed(RawToken.symbol(main.tokens[main.position]))) {
            long pragma = directives.handle(RawToken.symbol(main.tokens[main.position++]));
            if (pragma != 0) {
                tokens.add(kinds.ordinal(pragma), RawToken.symbol(pragma), RawToken.location(pragma),
                        RawToken.location(pragma));
            }
            if (frame != main) {
                // The main file seems to end here, so that only the headers are read.
                main.limit = main.position;
                readTokens(true);
                main.limit = main.tokens.length;
            }
        }
    }

    /** Reads a file that no other one includes, and all that it includes. */
    void read(FileFrame root, boolean keep) {
        frame = root;
        readTokens(keep);
    }

    private void readTokens(boolean keep) {
        keepTokens = keep;
        while (true) {
            if (keep && expander.isOutsideOfMacros()) {
                readPlainTokens();
            }
            long token = expander.next();
            if (token == Expander.EOF) {
                return;
            }
            if (RawToken.tokenClass(token) == RawToken.OTHER && spelling.isWrongRawString(token)) {
                problems.error(RawToken.location(token), "this raw string is wrong at its beginning, or does not end");
            }
            if (keep && RawToken.tokenClass(token) != RawToken.PADDING) {
                tokens.add(kinds.ordinal(token), RawToken.symbol(token), RawToken.location(token),
                        expander.expansionOf(token));
            }
        }
    }

    private void readPlainTokens() {
        if (reading.isEmpty() || frame != reading.get().frame()) {
            readPlainTokens(frame, frame.limit);
            return;
        }
        MainReading main = reading.get();
        int stop;
        do {
            main.pause();
            stop = main.nextStop();
            readPlainTokens(frame, stop);
        } while (frame.position == stop && stop < frame.limit);
    }

    /** Most tokens are neither macros nor directives: they pass as they are. Only for speed: all else would read them too. */
    private void readPlainTokens(FileFrame file, int limit) {
        int at = file.position;
        for (; at < limit; at++) {
            long token = file.tokens[at];
            int tokenClass = RawToken.tokenClass(token);
            if (tokenClass == RawToken.IDENTIFIER
                    ? macros.get(RawToken.symbol(token)) != null
                    : tokenClass == RawToken.DIRECTIVE || tokenClass == RawToken.OTHER) {
                break;
            }
            int location = file.base + RawToken.location(token);
            tokens.add(kinds.ordinal(token), RawToken.symbol(token), location, location);
        }
        file.position = at;
    }

    /** Closes the token sequence. */
    Preprocessed finished(FileFrame main, Optional<Preamble> preamble) {
        int end = main.base + main.file.source.text().length();
        tokens.add(TokenKind.EOF, Words.EMPTY, end, end);
        reading.ifPresent(MainReading::finish);
        return new Preprocessed(tokens, map, problems.all(), preamble, reading);
    }

    FileFrame root(IncludeSearch.Found found) {
        return new FileFrame(found, map.enter(found.file().source, 0), Optional.empty());
    }

    /** Goes back to the includer at the end of a file; false where there is none. */
    boolean leaveFile() {
        FileFrame left = frame;
        if (left.limit < left.tokens.length) {
            return false;
        }
        if (left.file.unterminatedComment >= 0) {
            problems.error(left.base + left.file.unterminatedComment, "this comment is not closed: '*/' is missing");
        }
        if (left.inCondition()) {
            directives.unterminated(left);
            left.restoreConditions(new int[0]);
        }
        if (left.includer.isEmpty()) {
            return false;
        }
        frame = left.includer.get();
        includeDepth--;
        return true;
    }

    /** Goes into a header, unless its guard or #pragma once says that it was read before. */
    void include(IncludeSearch.Found found, int location, boolean once) {
        LexedFile file = found.file();
        if (includesNoMore || file.guard >= 0 && macros.isDefined(file.guard)
                || !onceOnly.isEmpty() && onceOnly.contains(file.source.text())) {
            if (once) {
                onceOnly.add(file.source.text());
            }
            return;
        }
        boolean first = read.add(file) && !(once && afterKept && map.hasEntered(file.source.path()));
        if (once) {
            onceOnly.add(file.source.text());
            if (!first) {
                return;
            }
        }
        if (includeDepth + 1 >= DEEPEST_INCLUDE) {
            problems.error(location, "#include nested " + DEEPEST_INCLUDE + " files deep; does a file include itself?");
            includesNoMore = true;
            isReadWhole();
            return;
        }
        if (++includes > MOST_INCLUDES) {
            problems.error(location,
                    "more than " + MOST_INCLUDES + " files are included; do files include each other?");
            includesNoMore = true;
            isReadWhole();
            return;
        }
        int base = map.enter(file.source, location);
        if (base < 0) {
            isReadWhole();
            problems.error(location, "all files together are too large");
            return;
        }
        frame = new FileFrame(found, base, Optional.of(frame));
        includeDepth++;
    }

    void readOnlyOnce(LexedFile file) {
        onceOnly.add(file.source.text());
    }

    /** A warning that the author asked for, which {@code -Werror} makes an error. */
    void directiveWarning(int location, String message) {
        if (flags.warnings().directivesAreErrors()) {
            problems.error(location, message);
        } else {
            problems.warning(location, message);
        }
    }

    void poisoned(long token) {
        problems.error(RawToken.location(token), "'" + spelling.text(token) + "' is poisoned");
    }

    void called(int start, int end) {
        if (keepTokens) {
            map.called(tokens.size(), start, end);
        }
    }

    void calledTo(int end) {
        if (keepTokens) {
            map.calledTo(end);
        }
    }

    /** Physical line of a location, 1-based, as changed by #line in the file being read. */
    long line(int location) {
        int line = map.line(location);
        boolean here = location >= frame.base && location <= frame.base + frame.file.source.text().length();
        return here ? line + frame.lineDelta : line;
    }

    /** A name as it is spelled where it stands: with universal character names, maybe. */
    String written(long token) {
        int location = RawToken.location(token);
        SourceRange place = map.token(provenance == null ? location : provenance.written(location));
        String there = place.source().slice(place.span());
        String name = spelling.text(token);
        return UniversalName.resolved(there).equals(name) ? there : name;
    }

    Optional<FileFrame> includer() {
        return frame.includer;
    }
}
