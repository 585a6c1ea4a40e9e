package org.klpls.core.kernel;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** Answers to questions that are asked again at each keystroke, the latest ones. Safe for all threads. */
public final class Memo<K, V> {
    /** More than the misspelt names of any livepatch. */
    private static final int KEPT = 64;

    private final Map<K, V> answers = new LinkedHashMap<>(KEPT, 0.75f, true);

    /** The answer to this question; found out, outside of any lock, where it is not kept. */
    public V get(K question, Function<K, V> answer) {
        synchronized (answers) {
            V known = answers.get(question);
            if (known != null) {
                return known;
            }
        }
        V found = answer.apply(question);
        synchronized (answers) {
            answers.put(question, found);
            if (answers.size() > KEPT) {
                answers.remove(answers.keySet().iterator().next());
            }
        }
        return found;
    }
}
