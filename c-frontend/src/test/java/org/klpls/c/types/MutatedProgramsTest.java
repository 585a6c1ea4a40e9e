package org.klpls.c.types;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Texts with tokens taken out, doubled and moved still answer every question, without an exception.
 * {@code -Dklpls.mutations=100000} makes more of them, {@code -Dklpls.seed=7} others.
 */
class MutatedProgramsTest {
    private static final int USUAL = 200;
    private static final Pattern TOKENS = Pattern
            .compile("#[^\n]*\n|\"[^\"\n]*\"|'[^'\n]*'|\\w+|\\.\\.\\.|->|&&|<<|\\n|[^\\w\\s]");

    @Test
    void noTextIsTooWrongToBeAsked() throws IOException {
        Random random = new Random(Integer.getInteger("klpls.seed", 3));
        int count = Integer.getInteger("klpls.mutations", USUAL);
        long answers = 0;
        for (String file : List.of("mixture.c", "itself.c")) {
            List<String> tokens = TOKENS.matcher(text(file)).results().map(it -> it.group()).toList();
            for (int i = 0; i < count / 2; i++) {
                String text = mutated(tokens, random);
                try {
                    answers += TypesFuzzTest.ask(text);
                } catch (RuntimeException | StackOverflowError e) {
                    throw new AssertionError(text, e);
                }
            }
        }
        assertTrue(answers > count * 50L, "only " + answers + " answers");
    }

    private static String text(String file) throws IOException {
        try (InputStream stream = MutatedProgramsTest.class
                .getResourceAsStream("TypesFuzzTestInputs/anyTextCanBeAsked/" + file)) {
            return new String(java.util.Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String mutated(List<String> tokens, Random random) {
        List<String> mutated = new ArrayList<>(tokens);
        for (int n = 1 + random.nextInt(4); n > 0; n--) {
            int at = random.nextInt(mutated.size());
            int other = random.nextInt(mutated.size());
            switch (random.nextInt(4)) {
                case 0 -> mutated.remove(at);
                case 1 -> mutated.add(at, mutated.get(other));
                case 2 -> mutated.set(at, mutated.get(other));
                default -> Collections.swap(mutated, at, other);
            }
        }
        return String.join(" ", mutated);
    }
}
