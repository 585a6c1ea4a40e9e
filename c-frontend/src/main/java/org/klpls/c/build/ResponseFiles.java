package org.klpls.c.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Arguments that stand in files: {@code @FILE}. Source: gcc libiberty/argv.c expandargv(), buildargv(). */
public final class ResponseFiles {
    private static final int DEEPEST = 20;
    private static final long MOST_BYTES = 1 << 20;

    /**
     * @param missing files that cannot be read
     */
    public record Expanded(List<String> arguments, List<String> missing) {
        public Expanded {
            arguments = List.copyOf(arguments);
            missing = List.copyOf(missing);
        }
    }

    private final Path directory;
    private final List<String> arguments = new ArrayList<>();
    private final List<String> missing = new ArrayList<>();

    private ResponseFiles(Path directory) {
        this.directory = directory;
    }

    /** Puts what a file holds in the place of its name, relative to the compiler's folder. */
    public static Expanded expand(List<String> arguments, Path directory) {
        if (arguments.stream().noneMatch(it -> it.startsWith("@"))) {
            return new Expanded(arguments, List.of());
        }
        ResponseFiles files = new ResponseFiles(directory);
        files.add(arguments, 0);
        return new Expanded(files.arguments, files.missing);
    }

    private void add(List<String> words, int depth) {
        for (String word : words) {
            if (!word.startsWith("@") || word.length() == 1) {
                arguments.add(word);
            } else if (depth == DEEPEST) {
                missing.add(word.substring(1));
            } else {
                file(word.substring(1), depth);
            }
        }
    }

    private void file(String name, int depth) {
        try {
            Path file = directory.resolve(name);
            if (!Files.isRegularFile(file) || Files.size(file) > MOST_BYTES) {
                missing.add(name);
                return;
            }
            add(words(Files.readString(file)), depth + 1);
        } catch (IOException | InvalidPathException e) {
            missing.add(name);
        }
    }

    /** Words between white space; quotes hold them together, a backslash takes the next character as it is. */
    static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean inWord = false;
        char quote = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length()) {
                word.append(text.charAt(++i));
                inWord = true;
            } else if (quote != 0) {
                if (c == quote) {
                    quote = 0;
                } else {
                    word.append(c);
                }
            } else if (c == '"' || c == '\'') {
                quote = c;
                inWord = true;
            } else if (!Character.isWhitespace(c)) {
                word.append(c);
                inWord = true;
            } else if (inWord) {
                words.add(word.toString());
                word.setLength(0);
                inWord = false;
            }
        }
        if (inWord) {
            words.add(word.toString());
        }
        return words;
    }
}
