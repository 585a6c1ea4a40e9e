package org.klpls.c.parse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The gcc of this machine, as the judge of what is C. Tests that ask it say that they need the headers, which bring it. */
final class Gcc {
    /** Words of gcc's parser, not of its types and names. */
    private static final Pattern SYNTAX = Pattern.compile(
            "error: (expected|stray|unknown type name|missing terminating|.*before .* token|two or more data types|empty char"
                    + "|empty enum|both .* in declaration|.*too long for|unterminated|duplicate '|multiple storage classes"
                    + "|invalid suffix|invalid digit|exponent has|'else' without|#e[a-z]+ without|.*with no following hex digits)");

    private Gcc() {}

    /** What gcc says of a text: nothing if it accepts it. */
    static String complaints(String text) {
        return complaintsIn(Path.of("").toAbsolutePath(), text, List.of());
    }

    static String complaintsIn(Path folder, String text, List<String> flags) {
        List<String> command = new ArrayList<>(List.of("gcc", "-x", "c", "-fsyntax-only"));
        command.addAll(flags);
        command.addAll(List.of("-w", "-fmax-errors=20", "-"));
        try {
            ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
            builder.environment().put("LC_ALL", "C");
            Process process = builder.start();
            try (var input = process.getOutputStream()) {
                input.write(text.getBytes(StandardCharsets.UTF_8));
            }
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor() == 0 ? "" : said.isEmpty() ? "error: (no word)" : said;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Whether these complaints are about the grammar; wrong types and unknown names are not. */
    static boolean isSyntaxError(String complaints) {
        return complaints.lines().anyMatch(line -> SYNTAX.matcher(line.toLowerCase(Locale.ROOT)).find());
    }
}
