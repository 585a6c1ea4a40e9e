package org.klpls.c.pp;

import java.util.ArrayList;
import java.util.List;

/**
 * The texts of what is kept, by numbers that hold in its file alone: the words that every run knows, then all others in the
 * order in which they were met. A run that has read nothing yet gives them the same numbers.
 */
final class KeptSymbols {
    /** The run's symbol for each number. */
    private final int[] symbols;
    private final boolean same;

    private KeptSymbols(int[] symbols, boolean same) {
        this.symbols = symbols;
        this.same = same;
    }

    /** Gives numbers to the symbols of the run that writes. */
    static final class Writing {
        private final Interner interner;
        private final int[] numbers;
        private final List<String> texts = new ArrayList<>();

        Writing(Interner interner) {
            this.interner = interner;
            this.numbers = new int[interner.size()];
        }

        int number(int symbol) {
            if (symbol < Words.count) {
                return symbol;
            }
            if (numbers[symbol] == 0) {
                numbers[symbol] = Words.count + texts.size();
                texts.add(interner.text(symbol));
            }
            return numbers[symbol];
        }

        /** The same token with the number of its text. */
        long token(long token) {
            return RawToken.isText(token) ? RawToken.withSymbol(token, number(RawToken.symbol(token))) : token;
        }

        List<String> texts() {
            return texts;
        }
    }

    static KeptSymbols read(PieceReader in, Interner interner) {
        int[] ends = in.ints();
        char[] all = in.text().toCharArray();
        int[] symbols = new int[Words.count + ends.length];
        for (int word = 0; word < Words.count; word++) {
            symbols[word] = word;
        }
        boolean same = true;
        int start = 0;
        for (int i = 0; i < ends.length; i++) {
            int end = ends[i];
            if (end < start || end > all.length) {
                throw new PieceReader.Damaged("a text ends outside of all texts");
            }
            int symbol = interner.intern(all, start, end);
            symbols[Words.count + i] = symbol;
            same &= symbol == Words.count + i;
            start = end;
        }
        return new KeptSymbols(symbols, same);
    }

    /** Puts this run's symbols in the place of the numbers. */
    void own(int[] numbers) {
        for (int i = 0; !same && i < numbers.length; i++) {
            numbers[i] = symbols[numbers[i]];
        }
    }

    void ownTokens(long[] tokens) {
        for (int i = 0; !same && i < tokens.length; i++) {
            if (RawToken.isText(tokens[i])) {
                tokens[i] = RawToken.withSymbol(tokens[i], symbols[RawToken.symbol(tokens[i])]);
            }
        }
    }
}
