package org.klpls.c.build;

import java.util.ArrayList;
import java.util.List;

/** Splits a command into words as a POSIX shell would: quotes and backslashes, but no expansion of any kind. */
final class ShellWords {
    private final String text;
    private int at;

    private ShellWords(String text) {
        this.text = text;
    }

    /** The words up to the first unquoted {@code ;}, {@code &} or {@code |}, or the end. A missing quote ends with the text. */
    static List<String> ofFirstCommand(String text) {
        return new ShellWords(text).words();
    }

    private List<String> words() {
        List<String> words = new ArrayList<>();
        while (at < text.length()) {
            char c = text.charAt(at);
            if (Character.isWhitespace(c)) {
                at++;
            } else if (c == ';' || c == '&' || c == '|') {
                break;
            } else {
                words.add(word());
            }
        }
        return words;
    }

    private String word() {
        StringBuilder word = new StringBuilder();
        while (at < text.length()) {
            char c = text.charAt(at);
            if (Character.isWhitespace(c) || c == ';' || c == '&' || c == '|') {
                break;
            }
            at++;
            switch (c) {
                case '\'' -> quoted(word, '\'');
                case '"' -> quoted(word, '"');
                case '\\' -> {
                    if (at < text.length() && text.charAt(at) != '\n') {
                        word.append(text.charAt(at));
                    }
                    at++;
                }
                default -> word.append(c);
            }
        }
        return word.toString();
    }

    private void quoted(StringBuilder word, char quote) {
        while (at < text.length() && text.charAt(at) != quote) {
            char c = text.charAt(at++);
            boolean escape = quote == '"' && c == '\\' && at < text.length()
                    && "$`\"\\\n".indexOf(text.charAt(at)) >= 0;
            if (!escape) {
                word.append(c);
            } else if (text.charAt(at) == '\n') {
                at++;
            } else {
                word.append(text.charAt(at++));
            }
        }
        at++;
    }
}
