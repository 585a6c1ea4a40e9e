package org.klpls.core.real.livepatch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A mistake in one of the livepatches: an entry of {@code livepatches/mistakes.txt}, which tells the form.
 *
 * @param file STYLE/NAME/FILE
 * @param from stands once in that file
 * @param to instead of it, with « and » around the place of the finding
 * @param lineHas a part of the line of the finding, where nothing is marked
 * @param says a part of its message
 */
record Mistake(String name, String file, String from, String to, Optional<String> lineHas, String code, String says) {

    static List<Mistake> all() {
        String text = read(Livepatch.ROOT.resolve("mistakes.txt"));
        List<Mistake> all = new ArrayList<>();
        String[] blocks = text.split("(?m)^== ");
        for (int i = 1; i < blocks.length; i++) {
            all.add(of(blocks[i].lines().toList()));
        }
        return all;
    }

    private static Mistake of(List<String> lines) {
        String verdict = lines.stream().filter(line -> line.matches("[a-z0-9-]+: .*")).findFirst()
                .orElseThrow(() -> new IllegalArgumentException(lines.toString()));
        int colon = verdict.indexOf(": ");
        return new Mistake(lines.get(0), lines.get(1), starting('-', lines), starting('+', lines),
                lines.stream().filter(line -> line.startsWith("@ ")).map(line -> line.substring(2)).findFirst(),
                verdict.substring(0, colon), verdict.substring(colon + 2));
    }

    private static String starting(char sign, List<String> lines) {
        return lines.stream().filter(line -> !line.isEmpty() && line.charAt(0) == sign)
                .map(line -> line.length() < 2 ? "" : line.substring(2)).collect(Collectors.joining("\n"));
    }

    Path folder() {
        return Livepatch.ROOT.resolve(file).resolveSibling(".").normalize();
    }

    String fileName() {
        return file.substring(file.lastIndexOf('/') + 1);
    }

    /** The file with the mistake in it, with its mark. */
    String marked() {
        String good = read(Livepatch.ROOT.resolve(file));
        int at = good.indexOf(from);
        if (at < 0 || good.indexOf(from, at + 1) >= 0) {
            throw new AssertionError("does not stand there once: " + from);
        }
        return good.substring(0, at) + to + good.substring(at + from.length());
    }

    String text() {
        return marked().replace("«", "").replace("»", "");
    }

    /** 0-based. */
    int line() {
        String marked = marked();
        int at = lineHas.map(marked::indexOf).orElseGet(() -> marked.indexOf('«'));
        if (at < 0) {
            throw new AssertionError("no line is marked: " + name);
        }
        return (int) marked.substring(0, at).chars().filter(c -> c == '\n').count();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
