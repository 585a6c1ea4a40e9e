package org.klpls.c.pp;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Each distinct token text once, by a small number. Safe for all threads. */
public final class Interner {
    private final Map<String, Integer> indices = new HashMap<>();
    private final List<String> texts = new ArrayList<>();

    public synchronized int intern(String text) {
        Integer known = indices.get(text);
        if (known != null) {
            return known;
        }
        texts.add(text);
        indices.put(text, texts.size() - 1);
        return texts.size() - 1;
    }

    public synchronized String text(int index) {
        return texts.get(index);
    }
}
