package org.klpls.c.pp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.klpls.c.build.CompileCommand;
import org.klpls.c.text.SourceText;

/** Compares tokens with those of {@code gcc -E -P} on the same file with the same flags. */
final class GccOracle {
    private final HeaderCache cache = new HeaderCache(new DiskFiles());
    private final Preprocessor preprocessor;
    private final Path output;

    /** @param folder for what gcc writes and for the cache of its answers */
    GccOracle(Path folder) {
        this.preprocessor = new Preprocessor(cache, new GccFacts(folder.resolve("facts")));
        this.output = folder.resolve("gcc.i");
    }

    Preprocessed ours(Path file, CompileCommand command) {
        return preprocessor.preprocess(cache.files().read(file).orElseThrow(), command);
    }

    /** The tokens that gcc writes; empty if it refuses the file. */
    Optional<List<String>> gccs(Path file, CompileCommand command) {
        if (!accepts(command, List.of("-E", "-P", file.toString(), "-o", output.toString()))) {
            return Optional.empty();
        }
        try {
            SourceText text = SourceText.of(output, Files.readString(output));
            return Optional.of(texts(Preprocessed.ofPlainText(text, cache.interner(), Dialect.GNU)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether gcc finds no error in a file. */
    boolean compiles(Path file, CompileCommand command) {
        return accepts(command, List.of("-fsyntax-only", "-w", file.toString()));
    }

    private static boolean accepts(CompileCommand command, List<String> action) {
        List<String> words = new ArrayList<>(List.of(command.compiler()));
        words.addAll(command.arguments());
        words.addAll(action);
        try {
            return new ProcessBuilder(words).directory(command.directory().toFile())
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD).start().waitFor() == 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static List<String> texts(Preprocessed unit) {
        List<String> texts = new ArrayList<>(unit.tokens().size());
        for (int i = 0; i < unit.tokens().size() - 1; i++) {
            texts.add(unit.tokens().text(i));
        }
        return texts;
    }

    /** Where two token lists part, with what is around there; empty if they are the same. */
    static Optional<String> difference(List<String> ours, List<String> gccs) {
        int at = 0;
        while (at < ours.size() && at < gccs.size() && ours.get(at).equals(gccs.get(at))) {
            at++;
        }
        return at == ours.size() && at == gccs.size()
                ? Optional.empty()
                : Optional.of("token " + at + ":\n  klpls " + around(ours, at) + "\n  gcc   " + around(gccs, at));
    }

    private static String around(List<String> tokens, int at) {
        return String.join(" ", tokens.subList(Math.max(0, at - 10), Math.min(tokens.size(), at + 10)));
    }
}
