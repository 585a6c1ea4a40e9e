package org.klpls.c.pp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

/** The macros in effect, by symbol. */
final class MacroTable {
    /** Stands for the macros whose value the preprocessor makes: {@code __LINE__} and its kin. */
    static final Macro BUILT_IN = new Macro(-1, 0, -1, false, new long[0]);

    /** Stands for a name that may not be used any more: {@code #pragma GCC poison}. */
    static final Macro POISONED = new Macro(-2, 0, -1, false, new long[0]);

    /** Stands for a macro of {@link #kept} that was not read yet. */
    private static final Macro KEPT = new Macro(-3, 0, -1, false, new long[0]);

    private @Nullable Macro[] macros;
    /** Macros of a preamble that was kept, read when they are first asked for. */
    private final Optional<KeptMacros> kept;
    /** Base of the file that holds the definition. */
    private int[] bases;
    /** Whether the macro is being expanded, so that its name is no macro for now. */
    private boolean[] disabled;

    /** What was there before each change since {@link #beginTrial}, to be put back. */
    private final List<MacroChange> changes = new ArrayList<>();
    private boolean trial;
    private boolean poison;

    /** The macros of a preamble that was kept, and no others. */
    MacroTable(int symbols, KeptMacros kept) {
        int capacity = symbols + symbols / 4 + 1024;
        this.kept = Optional.of(kept);
        macros = new @Nullable Macro[capacity];
        bases = new int[capacity];
        disabled = new boolean[capacity];
        for (int i = 0; i < kept.count(); i++) {
            int name = kept.name(i);
            macros[name] = kept.isBuiltIn(i) ? BUILT_IN : KEPT;
            bases[name] = kept.base(i);
        }
    }

    MacroTable(int symbols) {
        int capacity = symbols + symbols / 4 + 1024;
        kept = Optional.empty();
        macros = new @Nullable Macro[capacity];
        bases = new int[capacity];
        disabled = new boolean[capacity];
        for (int word : new int[]{Words.LINE_MACRO, Words.FILE_MACRO, Words.BASE_FILE_MACRO, Words.FILE_NAME_MACRO,
                Words.INCLUDE_LEVEL_MACRO, Words.COUNTER_MACRO, Words.DATE_MACRO, Words.TIME_MACRO,
                Words.TIMESTAMP_MACRO, Words.PRAGMA_OPERATOR, Words.HAS_INCLUDE, Words.HAS_INCLUDE_NEXT,
                Words.HAS_ATTRIBUTE, Words.HAS_C_ATTRIBUTE, Words.HAS_CPP_ATTRIBUTE, Words.HAS_BUILTIN}) {
            macros[word] = BUILT_IN;
        }
    }

    /** What a name means now; null, not Optional, where it means nothing: asked of each word of each file. */
    @Nullable
    Macro get(int symbol) {
        Macro macro = symbol < macros.length ? macros[symbol] : null;
        return macro == KEPT ? read(symbol) : macro;
    }

    private Macro read(int symbol) {
        Macro macro = kept.orElseThrow().macro(symbol);
        macros[symbol] = macro;
        return macro;
    }

    /** The names that mean something now. */
    int[] names() {
        return IntStream.range(0, macros.length).filter(it -> macros[it] != null).toArray();
    }

    boolean isDefined(int symbol) {
        Macro macro = symbol < macros.length ? macros[symbol] : null;
        return macro != null && macro != POISONED;
    }

    int base(int symbol) {
        return bases[symbol];
    }

    void define(Macro macro, int base) {
        set(macro.name(), macro, base);
    }

    /** Whether any name ever was. */
    boolean hasPoison() {
        return poison;
    }

    boolean isPoisoned(int symbol) {
        return get(symbol) == POISONED;
    }

    void poison(int symbol) {
        poison = true;
        set(symbol, POISONED, 0);
    }

    void defineBuiltIn(int word) {
        set(word, BUILT_IN, 0);
    }

    /** All changes from here on can be undone. */
    void beginTrial() {
        trial = true;
    }

    /** Makes the table what it was when the trial began; a new one begins. */
    void undoTrial() {
        for (MacroChange change : changes.reversed()) {
            macros[change.symbol()] = change.before().macro().orElse(null);
            bases[change.symbol()] = change.before().base();
        }
        changes.clear();
    }

    /** All changes since {@link #beginTrial}, in order. */
    List<MacroChange> changes() {
        return changes;
    }

    /** Makes a change that was made in another trial. */
    void repeat(MacroChange change) {
        set(change.symbol(), change.after().macro().orElse(null), change.after().base());
    }

    /** What a name means now. */
    MacroChange.Value value(int symbol) {
        Macro macro = get(symbol);
        return new MacroChange.Value(Optional.ofNullable(macro), macro == null ? 0 : bases[symbol]);
    }

    private void set(int symbol, @Nullable Macro macro, int base) {
        ensure(symbol);
        if (trial) {
            changes.add(
                    new MacroChange(symbol, value(symbol), new MacroChange.Value(Optional.ofNullable(macro), base)));
        }
        macros[symbol] = macro;
        bases[symbol] = base;
    }

    void undefine(int symbol) {
        if (symbol < macros.length) {
            set(symbol, null, 0);
        }
    }

    boolean isDisabled(int symbol) {
        return disabled[symbol];
    }

    void setDisabled(int symbol, boolean value) {
        disabled[symbol] = value;
    }

    private void ensure(int symbol) {
        if (symbol >= macros.length) {
            int capacity = Math.max(symbol + 1, macros.length * 2);
            macros = Arrays.copyOf(macros, capacity);
            bases = Arrays.copyOf(bases, capacity);
            disabled = Arrays.copyOf(disabled, capacity);
        }
    }
}
