package org.klpls.c.pp;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * Runs gcc for its macros. The compiler and flags may come from a file in a workspace, so only a program of gcc's name in a folder of
 * the user's own PATH is run, only with flags that make gcc neither load, run nor write anything.
 */
final class GccCommand {
    private static final Pattern NAME = Pattern.compile("([a-z0-9_]+-)*gcc(-[0-9]+(\\.[0-9]+)*)?");
    private static final Pattern FLAG = Pattern.compile("-(m|f|O|std=)[A-Za-z0-9_=,.+:-]*|-pg|-ansi|-undef|-pthread");
    /** These load code or write files. */
    private static final Pattern BARRED = Pattern
            .compile(
                    "-f(plugin|dump|opt-info|profile|auto-profile|save|callgraph|stack-usage|diagnostics|lto|use-ld).*");
    private static final int MOST_SECONDS = 20;
    private static final int MOST_BYTES = 4 << 20;

    private GccCommand() {}

    /** The program that a compile command's first word stands for, if it is one that may be run. */
    static Optional<Path> find(String compiler) {
        try {
            Path named = Path.of(compiler);
            Path name = named.getFileName();
            if (name == null || !NAME.matcher(name.toString()).matches()) {
                return Optional.empty();
            }
            for (String folder : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)) {
                Path program = Path.of(folder).resolve(name);
                if (program.isAbsolute() && Files.isExecutable(program)
                        && (!named.isAbsolute() || named.normalize().equals(program.normalize()))) {
                    return Optional.of(program);
                }
            }
            return Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    static List<String> flagsThatDefineMacros(List<String> flags) {
        return flags.stream().filter(f -> FLAG.matcher(f).matches() && !BARRED.matcher(f).matches()).toList();
    }

    /** The macros that gcc defines with these flags and those of a text, as lines of C; empty if it would not say. */
    static Optional<String> macros(Path program, List<String> flags, String text) {
        List<String> command = new ArrayList<>();
        command.add(program.toString());
        command.addAll(flags);
        command.addAll(List.of("-dM", "-E", "-x", "c", "-"));
        try {
            Process process = new ProcessBuilder(command).directory(new File("/"))
                    .redirectError(ProcessBuilder.Redirect.DISCARD).start();
            try {
                // gcc reads all before it writes
                try (OutputStream input = process.getOutputStream()) {
                    input.write(text.getBytes(StandardCharsets.US_ASCII));
                }
                byte[] answer = process.getInputStream().readNBytes(MOST_BYTES);
                boolean done = process.waitFor(MOST_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0;
                return done && answer.length > 0
                        ? Optional.of(new String(answer, StandardCharsets.UTF_8))
                        : Optional.empty();
            } finally {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
