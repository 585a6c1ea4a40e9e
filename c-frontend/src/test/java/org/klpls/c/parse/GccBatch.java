package org.klpls.c.parse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.klpls.c.build.CompileCommand;

/** Many texts judged by gcc, a hundred in one call and two calls at a time. */
final class GccBatch {
    private static final int AT_ONCE = 100;
    /** A line that names one of the texts: an error, or where the macro was called whose definition the last error stands in. */
    private static final Pattern NAMED = Pattern.compile("(?:In file included from |\\s+from )?f(\\d+)\\.c:.*");

    private final Path folder;
    private final Path working;
    private final List<String> flags;

    /**
     * @param folder where the texts are written
     * @param working where gcc runs
     */
    GccBatch(Path folder, Path working, List<String> flags) {
        this.folder = folder;
        this.working = working;
        this.flags = List.copyOf(flags);
    }

    /** What gcc calls an error in each text, a line each; nothing for what it accepts. */
    List<String> complaints(List<String> texts) throws IOException {
        List<StringBuilder> said = new ArrayList<>();
        try (ExecutorService two = Executors.newFixedThreadPool(2)) {
            List<Future<String>> calls = new ArrayList<>();
            for (int start = 0; start < texts.size(); start += AT_ONCE) {
                List<String> files = new ArrayList<>();
                for (int i = start; i < Math.min(start + AT_ONCE, texts.size()); i++) {
                    Path file = folder.resolve("f" + i + ".c");
                    Files.writeString(file, texts.get(i));
                    files.add(file.toString());
                    said.add(new StringBuilder());
                }
                calls.add(two.submit(() -> call(files)));
            }
            for (Future<String> call : calls) {
                share(call.get().replace(folder + "/", ""), said);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
        return said.stream().map(StringBuilder::toString).toList();
    }

    /** Gives each error to the text that it is of: the one that includes its file, or the next that is named where a macro of a header is wrong. */
    private static void share(String output, List<StringBuilder> said) {
        StringBuilder waiting = new StringBuilder();
        int includer = -1;
        for (String line : output.lines().toList()) {
            Matcher named = NAMED.matcher(line);
            boolean names = named.matches();
            boolean includes = names && !line.startsWith("f");
            if (line.contains("error: ")) {
                (includer >= 0 && !names ? said.get(includer) : waiting).append(line).append('\n');
            }
            if (names) {
                said.get(Integer.parseInt(named.group(1))).append(waiting);
                waiting.setLength(0);
            }
            boolean tells = names || line.contains("error: ");
            includer = includes ? Integer.parseInt(named.group(1)) : tells ? -1 : includer;
        }
        if (!waiting.isEmpty()) {
            throw new IllegalStateException("of which text is this: " + waiting);
        }
    }

    private String call(List<String> files) {
        List<String> arguments = new ArrayList<>(List.of("-fsyntax-only"));
        arguments.addAll(flags);
        arguments.addAll(List.of("-w", "-fmax-errors=20"));
        arguments.addAll(files);
        return run(working, arguments);
    }

    /** Whether gcc finds no error in a file. */
    static boolean accepts(CompileCommand command, Path file) {
        List<String> arguments = new ArrayList<>(command.arguments());
        arguments.addAll(List.of("-fsyntax-only", "-w", file.toString()));
        return !run(command.directory(), arguments).contains("error: ");
    }

    /** What gcc says when it is called so. */
    static String run(Path working, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of("gcc"));
        command.addAll(arguments);
        try {
            ProcessBuilder builder = new ProcessBuilder(command).directory(working.toFile()).redirectErrorStream(true);
            builder.environment().put("LC_ALL", "C");
            Process process = builder.start();
            process.getOutputStream().close();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
