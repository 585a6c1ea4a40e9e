package org.klpls.c.pp;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import org.klpls.c.build.CompileCommand;
import org.klpls.c.text.Problem;
import org.klpls.c.text.SourceText;

/**
 * What the directives that a file begins with have brought: tokens, macros, and all else that the rest of the file is read with.
 * As long as neither those directives nor flags nor headers change, only the rest has to be read again. A caller may
 * keep its own results for the first {@link #tokenCount} tokens with it: as long as it gets the same preamble, they hold.
 */
public final class Preamble {
    /** Headers are looked at again when the cache says that files changed, and otherwise so often. */
    private static final long LOOK_AGAIN = TimeUnit.SECONDS.toNanos(2);

    /**
     * Where the preamble ends, and what is true there.
     *
     * @param position index of the first token of the main file that is no part of it
     * @param conditions the groups of #if that are open
     * @param tokenCount how many tokens of the unit come from it
     * @param includesNoMore {@link Unit#includesNoMore}
     */
    record State(int position, int[] conditions, String presumedName, long lineDelta, boolean includesNoMore,
            int inclusionCount, int tokenCount, int counter) {}

    private final HeaderCache cache;
    private final CompileCommand command;
    private final Unit unit;
    private final FileFrame main;
    private final State state;
    private final Set<LexedFile> read;
    private final Set<String> onceOnly;
    private final SavedMacros savedMacros;
    private final Assertions assertions;
    private final List<Problem> problems;
    private final ExpansionLimits.Spent spent;
    /** What was looked for, and what was there; of a preamble from the disk none is told. */
    private final Map<String, Optional<LexedFile>> headers;
    private final BooleanSupplier headersAreAsTheyWere;
    private final boolean fromDisk;
    private volatile Optional<KeptBeside> beside = Optional.empty();
    private long lookedAt;
    private long changes;
    /** How often headers behind the preamble were found changed. */
    private int looks;

    /** The state of a unit that has read its preamble; from here on the unit's macros are on trial. */
    Preamble(HeaderCache cache, CompileCommand command, Unit unit, FileFrame main) {
        this.cache = cache;
        this.command = command;
        this.unit = unit;
        this.main = main;
        this.state = new State(main.position, main.conditions(), main.presumedName, main.lineDelta,
                unit.includesNoMore(), unit.map.inclusionCount(), unit.tokens.size(), unit.counter);
        this.read = unit.filesRead();
        this.onceOnly = unit.textsReadOnlyOnce();
        this.savedMacros = new SavedMacros(unit);
        savedMacros.addAll(unit.directives.pragmas.saved);
        this.assertions = new Assertions(unit);
        assertions.setAll(unit.directives.assertions);
        this.problems = List.copyOf(unit.problems.all());
        this.spent = unit.expander.limits.spent();
        this.headers = unit.search.opened();
        this.fromDisk = false;
        this.headersAreAsTheyWere = () -> unit.search.isAsItWas(headers);
        this.lookedAt = System.nanoTime();
        this.changes = cache.changes();
        unit.macros.beginTrial();
    }

    /** One that was kept. Its macros are on trial already; see {@link KeptPreamble} for what it has none of. */
    Preamble(HeaderCache cache, CompileCommand command, Unit unit, FileFrame main, State state,
            Set<String> onceOnly, FileStates files) {
        this.cache = cache;
        this.command = command;
        this.unit = unit;
        this.main = main;
        this.state = state;
        this.read = Set.of();
        this.onceOnly = onceOnly;
        this.savedMacros = new SavedMacros(unit);
        this.assertions = unit.directives.assertions;
        this.problems = List.of();
        this.spent = unit.expander.limits.spent();
        this.headers = Map.of();
        this.fromDisk = true;
        this.headersAreAsTheyWere = () -> {
            unit.search.lookAnew();
            return files.hold();
        };
        this.lookedAt = System.nanoTime();
        this.changes = cache.changes();
        unit.macros.beginTrial();
    }

    State state() {
        return state;
    }

    Unit unit() {
        return unit;
    }

    CompileCommand command() {
        return command;
    }

    Map<String, Optional<LexedFile>> headers() {
        return headers;
    }

    boolean isFromDisk() {
        return fromDisk;
    }

    /** Where numbers can be kept that are worked out of its tokens; empty if it is not on the disk itself. */
    public Optional<KeptBeside> beside() {
        return beside;
    }

    void isKept(KeptBeside place) {
        beside = Optional.of(place);
    }

    /** The main file as it was read. */
    LexedFile mainFile() {
        return main.file;
    }

    /** How many tokens of the unit come from it: those before the first token of the main file that is no directive. */
    public int tokenCount() {
        return state.tokenCount;
    }

    /** Whether its headers include each other without end: {@link Unit#includesNoMore}. */
    boolean includesNoMore() {
        return state.includesNoMore;
    }

    int inclusionCount() {
        return state.inclusionCount;
    }

    int counter() {
        return state.counter;
    }

    Set<LexedFile> read() {
        return read;
    }

    Set<String> onceOnly() {
        return onceOnly;
    }

    SavedMacros savedMacros() {
        return savedMacros;
    }

    Assertions assertions() {
        return assertions;
    }

    List<Problem> problems() {
        return problems;
    }

    ExpansionLimits.Spent spent() {
        return spent;
    }

    /**
     * Preprocesses a newer text; empty if the preamble does not fit it any more.
     *
     * @param earlier of an older text, on the same preamble: what a change does not reach is taken over from it
     */
    synchronized Optional<Preprocessed> again(SourceText text, CompileCommand newCommand,
            Optional<MainReading> earlier) {
        if (!command.equals(newCommand) || !text.path().equals(main.file.source.path()) || !beginsAlike(text)
                || !unit.map.hasRoomFor(text)) {
            return Optional.empty();
        }
        LexerMode mode = unit.flags.lexing();
        Optional<TextChange> change = earlier.map(it -> TextChange.of(it.file(), text, unit.interner, mode));
        LexedFile file = change.map(TextChange::file).orElseGet(() -> Lexer.lexMain(text, unit.interner, mode));
        boolean isUnclosed = file.hasUnclosedGroup;
        if (endsElsewhere(file) || isUnclosed && state.conditions.length > 0 || headersChanged()) {
            return Optional.empty();
        }
        FileFrame frame = new FileFrame(new IncludeSearch.Found(file, main.name, -1), main.base,
                Optional.empty());
        frame.resume(state.conditions, state.position, state.presumedName, state.lineDelta);
        Unit newer = new Unit(unit, this, frame, text);
        try {
            MainReading reading = new MainReading(newer, frame, looks);
            earlier.filter(it -> it.canServe(looks) && !isUnclosed && !it.file().hasUnclosedGroup)
                    .ifPresent(it -> reading.on(it, change.orElseThrow()));
            newer.read(reading);
            return Optional.of(newer.finished(frame, Optional.of(this)));
        } finally {
            unit.macros.undoTrial();
        }
    }

    /**
     * A text that was nothing but preamble may go on in its last line or in a group that is left out, and a comment without an end may
     * get one: so only itself.
     */
    private boolean beginsAlike(SourceText text) {
        String old = main.file.source.text();
        return state.position < main.tokens.length && main.file.unterminatedComment < 0
                ? text.text().regionMatches(0, old, 0, RawToken.location(main.tokens[state.position]))
                : text.text().equals(old);
    }

    /** Whether the text has got one more include where the preamble ended: then a longer one pays. */
    private boolean endsElsewhere(LexedFile file) {
        int position = state.position;
        if (position >= file.tokens.length) {
            return position > file.tokens.length;
        }
        long token = file.tokens[position];
        if (RawToken.tokenClass(token) != RawToken.DIRECTIVE) {
            return false;
        }
        int index = RawToken.symbol(token);
        Directive kind = file.directive(index).kind();
        return kind.namesHeader() || kind.opensGroup() && file.isClosed(index);
    }

    private boolean headersChanged() {
        long now = System.nanoTime();
        if (changes == cache.changes() && now - lookedAt < LOOK_AGAIN) {
            return false;
        }
        changes = cache.changes();
        lookedAt = now;
        Map<String, Optional<LexedFile>> later = unit.search.opened();
        if (!headersAreAsTheyWere.getAsBoolean()) {
            return true;
        }
        if (!unit.search.finds(later)) {
            looks++;
        }
        return false;
    }
}
