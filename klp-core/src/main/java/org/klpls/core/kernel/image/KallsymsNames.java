package org.klpls.core.kernel.image;

import java.util.Arrays;
import java.util.Optional;
import org.klpls.core.elf.ElfBytes;

/**
 * kallsyms_num_syms, kallsyms_names and kallsyms_markers, found before a token table.
 * Source: scripts/kallsyms.c write_src(), v4.6 to v7.3; kernel/kallsyms.c get_symbol_offset().
 *
 * @param numSyms offset of kallsyms_num_syms
 * @param alignment of labels, in bytes
 * @param starts offset of each compressed name's first token
 * @param lengths tokens of each compressed name
 */
record KallsymsNames(long numSyms, int alignment, int[] starts, short[] lengths) {
    /** No kernel has fewer; that keeps chance finds out. */
    private static final int FEWEST = 1000;
    private static final int MOST = 1 << 24;
    private static final int LONGEST = 512;
    private static final int[] ALIGNMENTS = {Long.BYTES, Integer.BYTES};
    /** Names between two markers. */
    private static final int MARKED = 256;
    private static final String TYPES = "aAbBcCdDgGiInNpPrRsStTuUvVwW?";

    int count() {
        return starts.length;
    }

    /** The names nearest before the token table. Before 4.20 number and markers had 8 bytes, since then 4. */
    static Optional<KallsymsNames> find(ElfBytes bytes, TokenTable tokens) {
        for (long at = tokens.start() - 16; at >= 0; at -= Integer.BYTES) {
            long count = bytes.u32(at);
            if (count >= FEWEST && count <= MOST && count < tokens.start() - at) {
                for (int alignment : ALIGNMENTS) {
                    Optional<KallsymsNames> found = at % alignment == 0
                            ? at(bytes, at, alignment, (int) count, tokens)
                            : Optional.empty();
                    if (found.isPresent()) {
                        return found;
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<KallsymsNames> at(ElfBytes bytes, long numSyms, int alignment, int count,
            TokenTable tokens) {
        long names = numSyms + alignment;
        if (!startsWithTypes(bytes, names, tokens)) {
            return Optional.empty();
        }
        int[] starts = new int[FEWEST];
        short[] lengths = new short[FEWEST];
        long at = names;
        for (int i = 0; i < count; i++) {
            if (at + 2 > tokens.start()) {
                return Optional.empty();
            }
            // A length of 128 or more takes two bytes, since 6.1; before that no name was so long.
            int length = bytes.u8(at++);
            if (length >= 0x80) {
                length = length & 0x7f | bytes.u8(at++) << 7;
            }
            if (length == 0 || length > LONGEST || at + length > tokens.start()
                    || TYPES.indexOf(tokens.first(bytes.u8(at))) < 0) {
                return Optional.empty();
            }
            if (i == starts.length) {
                starts = Arrays.copyOf(starts, Math.min(count, 2 * i));
                lengths = Arrays.copyOf(lengths, Math.min(count, 2 * i));
            }
            starts[i] = (int) at;
            lengths[i] = (short) length;
            at += length;
        }
        KallsymsNames found = new KallsymsNames(numSyms, alignment, starts, lengths);
        long markers = TokenTable.aligned(at, alignment);
        boolean marked = found.areMarked(bytes, markers, Integer.BYTES)
                || found.areMarked(bytes, markers, Long.BYTES);
        return marked ? Optional.of(found) : Optional.empty();
    }

    /** A cheap look at the first name, before anything is allocated. */
    private static boolean startsWithTypes(ElfBytes bytes, long names, TokenTable tokens) {
        long first = names + (bytes.u8(names) < 0x80 ? 1 : 2);
        return bytes.u8(names) > 0 && first < tokens.start() && TYPES.indexOf(tokens.first(bytes.u8(first))) >= 0;
    }

    private boolean areMarked(ElfBytes bytes, long markers, int width) {
        long names = numSyms + alignment;
        int count = (count() + MARKED - 1) / MARKED;
        if (!bytes.holds(markers, (long) count * width)) {
            return false;
        }
        for (int i = 0; i < count; i++) {
            long at = markers + (long) i * width;
            long marker = width == Integer.BYTES ? bytes.u32(at) : bytes.u64(at);
            int first = starts[i * MARKED];
            long expected = first - (lengths[i * MARKED] < 0x80 ? 1 : 2) - names;
            if (marker != expected) {
                return false;
            }
        }
        return true;
    }

    /** Puts type letter and name, as kallsyms keeps them in one string, into a buffer, and tells its length. */
    int typeAndName(int i, ElfBytes bytes, TokenTable tokens, byte[] buffer) {
        int length = 0;
        for (int t = 0; t < lengths[i]; t++) {
            byte[] token = tokens.tokens()[bytes.u8(starts[i] + (long) t)];
            if (length + token.length > buffer.length) {
                break; // longer than the kernel's own buffer: it cuts there too
            }
            System.arraycopy(token, 0, buffer, length, token.length);
            length += token.length;
        }
        return length;
    }
}
