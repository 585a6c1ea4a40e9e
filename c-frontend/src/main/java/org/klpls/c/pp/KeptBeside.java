package org.klpls.c.pp;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where numbers are kept that somebody has worked out of a preamble's tokens, on the disk beside the preamble. They are read back for
 * these very tokens only: a preamble that is kept anew has another stamp.
 */
public final class KeptBeside {
    private final PreambleFolder folder;
    private final List<String> question;
    private final long stamp;

    KeptBeside(PreambleFolder folder, List<String> question, long stamp) {
        this.folder = folder;
        this.question = question;
        this.stamp = stamp;
    }

    /** What was kept under this name; empty if nothing was, or it is damaged. */
    public Optional<int[]> read(String name) {
        return folder.read(question(name)).flatMap(in -> {
            try {
                return in.number() == stamp ? Optional.of(in.ints()) : Optional.empty();
            } catch (PieceReader.Damaged _) {
                return Optional.empty();
            }
        });
    }

    public void write(String name, int[] numbers) {
        PieceWriter answer = folder.answer(question(name));
        answer.number(stamp);
        answer.ints(numbers);
        folder.write(question(name), answer);
    }

    private List<String> question(String name) {
        List<String> asked = new ArrayList<>(question);
        asked.add(name);
        return asked;
    }
}
