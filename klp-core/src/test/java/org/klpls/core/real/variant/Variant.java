package org.klpls.core.real.variant;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

import org.klpls.core.elf.ElfDraft;

/**
 * A module with one defect, or with none.
 *
 * @param name unique; says what is wrong, after the family it belongs to
 * @param base the name of the module it is made of, one of {@link Bases}
 * @param change what is changed in it
 * @param rewrite what is done to the file as a whole, after that
 * @param before modules, by their names in {@link Bases} or as variants, that are loaded before it and stay
 * @param control the base that shows what {@link Effect#AS_BASE} is
 * @param effect what it must do to the kernel where nothing goes wrong
 */
record Variant(String name, String base, Consumer<ElfDraft> change, UnaryOperator<byte[]> rewrite, List<String> before,
        String control, Effect effect) {
    /** What reading the patched files shows while the module is loaded. */
    enum Effect {
        /** The same as with the base as it was built. */
        AS_BASE,
        /** The same as with no module at all. */
        NONE
    }

    Variant {
        before = List.copyOf(before);
    }

    /** A change of sections and symbols. */
    static Variant of(String name, String base, Consumer<ElfDraft> change) {
        return new Variant(name, base, change, UnaryOperator.identity(), List.of(), base, Effect.AS_BASE);
    }

    /** A change of the file's bytes. */
    static Variant ofFile(String name, String base, UnaryOperator<byte[]> rewrite) {
        return new Variant(name, base, draft -> {}, rewrite, List.of(), base, Effect.AS_BASE);
    }

    /** The base as it was built: its source holds the defect. */
    static Variant ofSource(String base, Effect effect) {
        return new Variant(base, base, draft -> {}, UnaryOperator.identity(), List.of(), Bases.PLAIN, effect);
    }

    Variant after(String... modules) {
        return new Variant(name, base, change, rewrite, List.of(modules), control, effect);
    }

    Variant withoutEffect() {
        return new Variant(name, base, change, rewrite, before, control, Effect.NONE);
    }

    /** The module's bytes. */
    byte[] file(byte[] built) {
        ElfDraft draft = ElfDraft.of(built);
        change.accept(draft);
        return rewrite.apply(draft.build());
    }

    @Override
    public String toString() {
        return name;
    }
}
