package org.klpls.core.kernel.image;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.klpls.core.elf.ElfBytes;

/**
 * The 256 strings that kallsyms' names are written in, and where they stand.
 * Source: scripts/kallsyms.c write_src(), v6.1: kallsyms_token_table, then kallsyms_token_index.
 *
 * @param start offset of kallsyms_token_table
 * @param end one past kallsyms_token_index
 * @param tokens latin-1, by token
 */
record TokenTable(long start, long end, byte[][] tokens) {
    private static final int TOKENS = 256;
    /** A token is part of a name, so at most KSYM_NAME_LEN, v6.1. */
    private static final int LONGEST = 512;
    /** Of labels: 4 since 7.0, 8 before. Source: scripts/kallsyms.c output_label(), v6.1, v7.3. */
    private static final int ALIGNMENT = 4;

    /** The first table at or after {@code from}. */
    static Optional<TokenTable> find(ElfBytes bytes, long from) {
        if (bytes.size() > Integer.MAX_VALUE) {
            return Optional.empty();
        }
        ByteBuffer buffer = bytes.asByteBuffer();
        int last = buffer.capacity() - 2 * TOKENS;
        for (int at = (int) aligned(from, ALIGNMENT); at <= last; at += ALIGNMENT) {
            if (buffer.getShort(at) == 0 && isIndex(buffer, at)) {
                Optional<TokenTable> found = endingAt(bytes, at);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    static long aligned(long offset, int alignment) {
        return (offset + alignment - 1) & -alignment;
    }

    private static boolean isIndex(ByteBuffer bytes, int at) {
        int before = 0;
        for (int i = 1; i < TOKENS; i++) {
            int next = Short.toUnsignedInt(bytes.getShort(at + 2 * i));
            if (next <= before || next - before > LONGEST + 1) {
                return false;
            }
            before = next;
        }
        return true;
    }

    /** The table before this index, if there is one that the index fits. */
    private static Optional<TokenTable> endingAt(ElfBytes bytes, long index) {
        int lastToken = bytes.u16(index + 2L * (TOKENS - 1));
        long highest = (index - lastToken - 1) & -ALIGNMENT;
        for (long start = highest; start >= 0 && start > highest - LONGEST; start -= ALIGNMENT) {
            if (fits(bytes, start, index)) {
                return Optional.of(read(bytes, start, index));
            }
        }
        return Optional.empty();
    }

    private static boolean fits(ElfBytes bytes, long start, long index) {
        for (int i = 1; i < TOKENS; i++) {
            if (bytes.u8(start + bytes.u16(index + 2L * i) - 1) != 0) {
                return false;
            }
        }
        int lastToken = bytes.u16(index + 2L * (TOKENS - 1));
        long nuls = 0;
        for (long at = start; at < index; at++) {
            int c = bytes.u8(at);
            nuls += c == 0 && at < start + lastToken ? 1 : 0;
            if (c != 0 && (c < 0x20 || c == 0x7f)) {
                return false;
            }
        }
        Optional<String> end = bytes.cString(start + lastToken);
        return nuls == TOKENS - 1 && end.isPresent()
                && index - (start + lastToken + end.get().length() + 1) < 2 * ALIGNMENT;
    }

    private static TokenTable read(ElfBytes bytes, long start, long index) {
        byte[][] tokens = new byte[TOKENS][];
        for (int i = 0; i < TOKENS; i++) {
            tokens[i] = bytes.cString(start + bytes.u16(index + 2L * i))
                    .orElse("")
                    .getBytes(StandardCharsets.ISO_8859_1);
        }
        return new TokenTable(start, index + 2L * TOKENS, tokens);
    }

    /** The first character that a token stands for: of a name's first token, the symbol's type. */
    int first(int token) {
        return tokens[token].length == 0 ? -1 : tokens[token][0];
    }
}
