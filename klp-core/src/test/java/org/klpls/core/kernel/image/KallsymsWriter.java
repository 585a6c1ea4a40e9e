package org.klpls.core.kernel.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Writes the tables of kallsyms as the kernel's build does. Source: scripts/kallsyms.c write_src(), v4.6, v4.20, v6.1,
 * v6.2, v6.4, v6.15, v7.3.
 */
final class KallsymsWriter {
    private static final int TOKENS = 256;
    private static final int MARKED = 256;
    /** As many names are looked at for pairs: the choice of tokens need not be the best. */
    private static final int SAMPLED = 500;

    private final KallsymsLayout layout;
    private final long address;
    private final ByteBuffer out;
    private final String[] tokens = new String[TOKENS];
    private final int[][] names;
    private final List<Kallsyms.Entry> entries;

    private KallsymsWriter(KallsymsLayout layout, List<Kallsyms.Entry> entries, long address, ByteBuffer out) {
        this.layout = layout;
        this.entries = entries;
        this.address = address;
        this.out = out;
        names = entries.stream().map(e -> (e.type() + e.name()).chars().toArray()).toArray(int[][]::new);
    }

    /**
     * Puts the tables at the position of {@code out}.
     *
     * @param entries ascending
     * @param address of the first byte of {@code out}
     */
    static void write(KallsymsLayout layout, List<Kallsyms.Entry> entries, long address, ByteBuffer out) {
        KallsymsWriter writer = new KallsymsWriter(layout, entries, address, out.order(ByteOrder.LITTLE_ENDIAN));
        writer.compress();
        writer.write();
    }

    /** Each used letter is a token; each free one becomes the pair that is most frequent by then. */
    private void compress() {
        boolean[] used = new boolean[TOKENS];
        for (int[] name : names) {
            for (int letter : name) {
                used[letter] = true;
                tokens[letter] = String.valueOf((char) letter);
            }
        }
        for (int token = 0; token < TOKENS; token++) {
            if (!used[token]) {
                int pair = mostFrequentPair();
                tokens[token] = tokens[pair >> 8] + tokens[pair & 0xff];
                for (int i = 0; i < names.length; i++) {
                    names[i] = replaced(names[i], pair, token);
                }
            }
        }
    }

    private int mostFrequentPair() {
        Map<Integer, Integer> counts = new HashMap<>();
        for (int i = 0; i < Math.min(SAMPLED, names.length); i++) {
            for (int j = 1; j < names[i].length; j++) {
                counts.merge(names[i][j - 1] << 8 | names[i][j], 1, Integer::sum);
            }
        }
        return counts.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
    }

    private static int[] replaced(int[] name, int pair, int token) {
        int[] shorter = new int[name.length];
        int length = 0;
        for (int j = 0; j < name.length; j++) {
            boolean found = j + 1 < name.length && (name[j] << 8 | name[j + 1]) == pair;
            shorter[length++] = found ? token : name[j];
            j += found ? 1 : 0;
        }
        return java.util.Arrays.copyOf(shorter, length);
    }

    private void write() {
        if (layout.place == KallsymsLayout.Place.BEFORE_NAMES) {
            addresses();
        }
        label();
        number(entries.size());
        label();
        List<Integer> markers = names();
        label();
        markers.forEach(this::number);
        if (layout.sequences == KallsymsLayout.Sequences.BEFORE_TOKENS) {
            sequences();
        }
        tokens();
        if (layout.place == KallsymsLayout.Place.BEHIND_TOKENS) {
            addresses();
        }
        if (layout.sequences == KallsymsLayout.Sequences.LAST) {
            sequences();
        }
    }

    private void label() {
        while ((out.position() & layout.alignment - 1) != 0) {
            out.put((byte) 0);
        }
    }

    private void number(int number) {
        if (layout.width == Long.BYTES) {
            out.putLong(number);
        } else {
            out.putInt(number);
        }
    }

    private List<Integer> names() {
        int start = out.position();
        List<Integer> markers = new ArrayList<>();
        for (int i = 0; i < names.length; i++) {
            if (i % MARKED == 0) {
                markers.add(out.position() - start);
            }
            int length = names[i].length;
            if (length > 0x7f) {
                out.put((byte) (length & 0x7f | 0x80)).put((byte) (length >> 7));
            } else {
                out.put((byte) length);
            }
            for (int token : names[i]) {
                out.put((byte) token);
            }
        }
        return markers;
    }

    private void tokens() {
        label();
        int start = out.position();
        List<Integer> index = new ArrayList<>();
        for (String token : tokens) {
            index.add(out.position() - start);
            out.put(token.getBytes(StandardCharsets.ISO_8859_1)).put((byte) 0);
        }
        label();
        index.forEach(offset -> out.putShort((short) offset.intValue()));
    }

    private void addresses() {
        label();
        long base = entries.stream().mapToLong(Kallsyms.Entry::address).filter(a -> a < 0).min().orElseThrow();
        for (Kallsyms.Entry entry : entries) {
            switch (layout.addresses) {
                case WHOLE -> out.putLong(entry.address());
                case ABSOLUTE_PERCPU ->
                    out.putInt((int) (entry.address() >= 0 ? entry.address() : base - 1 - entry.address()));
                case FROM_BASE -> out.putInt((int) (entry.address() - base));
                case FROM_PLACE -> out.putInt((int) (entry.address() - address - out.position()));
            }
        }
        if (layout.addresses == KallsymsLayout.Addresses.ABSOLUTE_PERCPU
                || layout.addresses == KallsymsLayout.Addresses.FROM_BASE) {
            label();
            out.putLong(base);
        }
    }

    private void sequences() {
        label();
        IntStream.range(0, entries.size())
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> entries.get(i).name()).thenComparing(i -> i))
                .forEach(i -> out.put((byte) (i >> 16)).put((byte) (i >> 8)).put((byte) (int) i));
    }
}
