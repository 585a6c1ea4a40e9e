package org.klpls.c.pp;

import java.nio.file.Path;
import java.util.Optional;
import org.klpls.c.text.SourceText;

/** A text that was read, or that is read when it is first asked for: of most headers nobody asks for it. Safe for all threads. */
final class HeldText {
    private final SourceFiles files;
    private final Path path;
    private final int length;
    private volatile Optional<SourceText> text;

    private HeldText(SourceFiles files, Path path, int length, Optional<SourceText> text) {
        this.files = files;
        this.path = path;
        this.length = length;
        this.text = text;
    }

    static HeldText of(SourceText text) {
        return new HeldText(new DiskFiles(), text.path(), text.text().length(), Optional.of(text));
    }

    /** @param length UTF-16 units; a file that has another length by then has changed, and is blank */
    static HeldText later(SourceFiles files, Path path, int length) {
        return new HeldText(files, path, length, Optional.empty());
    }

    Path path() {
        return path;
    }

    int length() {
        return length;
    }

    SourceText get() {
        return text.orElseGet(this::read);
    }

    /** Always the same one: places in texts are told apart by the text. */
    private synchronized SourceText read() {
        if (text.isEmpty()) {
            text = Optional.of(files.read(path).filter(it -> it.text().length() == length)
                    .orElseGet(() -> SourceText.of(path, " ".repeat(length))));
        }
        return text.orElseThrow();
    }
}
