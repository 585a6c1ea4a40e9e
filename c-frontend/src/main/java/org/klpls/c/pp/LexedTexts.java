package org.klpls.c.pp;

import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.klpls.c.text.SourceText;

/** Lexed texts by what they say, for as long as somebody holds them. Safe for all threads. */
final class LexedTexts {
    private record Key(LexerMode mode, int length, int hash) {
        static Key of(LexerMode mode, String text) {
            return new Key(mode, text.length(), text.hashCode());
        }
    }

    private final Interner interner;
    private final Map<Key, WeakReference<LexedFile>> texts = new ConcurrentHashMap<>();
    private volatile int cleanAt = 4096;

    LexedTexts(Interner interner) {
        this.interner = interner;
    }

    LexedFile lexed(SourceText source, LexerMode mode) {
        Key key = Key.of(mode, source.text());
        Optional<LexedFile> known = Optional.ofNullable(texts.get(key)).flatMap(it -> Optional.ofNullable(it.get()))
                .filter(it -> it.source.text().equals(source.text()));
        if (known.isPresent()) {
            return known.get().at(source.path());
        }
        LexedFile file = Lexer.lex(source, interner, mode);
        texts.put(key, new WeakReference<>(file));
        if (texts.size() > cleanAt) {
            texts.values().removeIf(it -> it.get() == null);
            cleanAt = Math.max(4096, texts.size() * 2);
        }
        return file;
    }

    void clear() {
        texts.clear();
    }
}
