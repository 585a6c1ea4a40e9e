package org.klpls.core.real;

import java.util.function.Consumer;
import java.util.function.Function;

import org.klpls.core.elf.ElfDraft;

/**
 * A livepatch with one defect, and what is to be found in it.
 *
 * @param name unique
 * @param code the one code that klpls must give, and no other at warning or above
 * @param text the source, with the place of the finding marked
 * @param builtFrom what the module is built from, where it is not that source
 * @param change what is changed in the built module
 * @param place where in the changed module the finding must be, for a defect that only the module has
 */
record Defect(String name, String code, MarkedText text, MarkedText builtFrom, Consumer<ElfDraft> change,
        Function<ElfDraft, Spot> place, Fate fate) {
    /** A place in a module: section, and the offset in it, or -1 for the section as a whole. */
    record Spot(String section, long offset) {
        static final Spot NOWHERE = new Spot("", -1);
    }

    /** A defect that an author writes. */
    static Defect inSource(String name, String code, Fate fate, LivepatchText text) {
        return new Defect(name, code, text.marked(), text.marked(), draft -> {}, draft -> Spot.NOWHERE, fate);
    }

    /** A defect outside of the tables. */
    static Defect inText(String name, String code, Fate fate, MarkedText text) {
        return new Defect(name, code, text, text, draft -> {}, draft -> Spot.NOWHERE, fate);
    }

    /** A defect that only the module has: its source is good. */
    static Defect inModule(String name, String code, Fate fate, Function<ElfDraft, Spot> place,
            Consumer<ElfDraft> change) {
        MarkedText good = KlpSymbols.SOURCE.marked();
        return new Defect(name, code, good, good, draft -> {
            KlpSymbols.convert(draft);
            change.accept(draft);
        }, place, fate);
    }

    /** Whether the module does not tell it. */
    boolean onlyInSource() {
        return fate == Fate.SOURCE_TELLS || fate == Fate.SOURCE_CRASHES;
    }

    /** Whether neither source nor module tells it alone. */
    boolean needsBoth() {
        return code.equals("klp-module-stale");
    }
}
