package org.klpls.c.parse;

import java.util.Optional;
import java.util.stream.IntStream;
import org.klpls.c.ast.Outline;
import org.klpls.c.pp.TokenSequence;

/**
 * An {@link Outline} as numbers that another process understands which has the same tokens: for each declaration its first token, the
 * one after its last, the number of its names, and each of them by a token of that text, with its meaning.
 */
final class KeptOutline {
    private static final int MEANINGS = 4;

    private KeptOutline() {}

    static int[] numbers(Outline outline, TokenSequence tokens) {
        IntStream.Builder numbers = IntStream.builder();
        for (int i = 0; i < outline.size(); i++) {
            numbers.add(outline.first(i)).add(outline.end(i)).add(outline.nameCount(i));
            for (int at = 0; at < outline.nameCount(i); at++) {
                int name = outline.name(i, at);
                int token = outline.first(i);
                while (tokens.symbol(token) != Outline.symbol(name)) {
                    token++;
                }
                numbers.add(token * MEANINGS + Outline.meaning(name));
            }
        }
        return numbers.build().toArray();
    }

    /**
     * Empty if these are no such numbers.
     *
     * @param count of the tokens that the outline may tell of
     */
    static Optional<Outline> read(int[] numbers, TokenSequence tokens, int count) {
        Outline.Builder outline = new Outline.Builder();
        int before = 0;
        for (int at = 0; at < numbers.length;) {
            if (numbers.length - at < 3) {
                return Optional.empty();
            }
            int first = numbers[at];
            int end = numbers[at + 1];
            int names = numbers[at + 2];
            at += 3;
            if (first < before || end <= first || end > count || names < 0 || names > numbers.length - at) {
                return Optional.empty();
            }
            outline.declaration(first, end);
            for (int last = at + names; at < last; at++) {
                int token = numbers[at] / MEANINGS;
                int meaning = numbers[at] % MEANINGS;
                if (token < first || token >= end || meaning > Outline.TYPEDEF) {
                    return Optional.empty();
                }
                outline.name(tokens.symbol(token), meaning);
            }
            before = end;
        }
        return Optional.of(outline.build());
    }
}
