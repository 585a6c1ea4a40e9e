package org.klpls.core.kernel.image;

/** How scripts/kallsyms.c of a series lays its tables out, by the version that brought it. */
enum KallsymsLayout {
    /** KALLSYMS_BASE_RELATIVE is not set: whole addresses, as before 4.6. */
    ABSOLUTE(8, 8, Addresses.WHOLE, Place.BEFORE_NAMES, Sequences.NONE, false),
    /** Offsets from a base; number and markers have 8 bytes. */
    V4_6(8, 8, Addresses.ABSOLUTE_PERCPU, Place.BEFORE_NAMES, Sequences.NONE, false),
    /** Number and markers have 4 bytes. */
    V4_20(4, 8, Addresses.ABSOLUTE_PERCPU, Place.BEFORE_NAMES, Sequences.NONE, false),
    /** Names of 128 tokens and more, by ULEB128. */
    V6_1(4, 8, Addresses.ABSOLUTE_PERCPU, Place.BEFORE_NAMES, Sequences.NONE, true),
    /** kallsyms_seqs_of_names, before the tokens. */
    V6_2(4, 8, Addresses.ABSOLUTE_PERCPU, Place.BEFORE_NAMES, Sequences.BEFORE_TOKENS, true),
    /** Addresses and sequences behind the tokens. */
    V6_4(4, 8, Addresses.ABSOLUTE_PERCPU, Place.BEHIND_TOKENS, Sequences.LAST, true),
    /** Without SMP, so without KALLSYMS_ABSOLUTE_PERCPU; of all kernels since 6.15. */
    V6_15(4, 8, Addresses.FROM_BASE, Place.BEHIND_TOKENS, Sequences.LAST, true),
    /** Each offset from its own place; labels aligned to 4. */
    V7_0(4, 4, Addresses.FROM_PLACE, Place.BEHIND_TOKENS, Sequences.LAST, true);

    /** What stands for an address. */
    enum Addresses {
        WHOLE, ABSOLUTE_PERCPU, FROM_BASE, FROM_PLACE
    }

    /** Where addresses stand. */
    enum Place {
        BEFORE_NAMES, BEHIND_TOKENS
    }

    /** Where kallsyms_seqs_of_names stands. */
    enum Sequences {
        NONE, BEFORE_TOKENS, LAST
    }

    final int width;
    final int alignment;
    final Addresses addresses;
    final Place place;
    final Sequences sequences;
    final boolean hasLongNames;

    KallsymsLayout(int width, int alignment, Addresses addresses, Place place, Sequences sequences,
            boolean hasLongNames) {
        this.width = width;
        this.alignment = alignment;
        this.addresses = addresses;
        this.place = place;
        this.sequences = sequences;
        this.hasLongNames = hasLongNames;
    }

    /** Whether per-cpu symbols have small addresses. */
    boolean hasPercpuOffsets() {
        return addresses == Addresses.WHOLE || addresses == Addresses.ABSOLUTE_PERCPU;
    }
}
