package org.klpls.server.editors;

import com.google.gson.Gson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Runs an editor's script against the server of this build: a launcher in the run's folder starts it on the class path
 * of the tests, because the packaged server does not exist yet when they run.
 *
 * @param folder where the launcher, its log and the result are written
 */
record EditorRun(Editor editor, Path folder) {
    /** The scripts give up before that. */
    private static final long PATIENCE_SECONDS = 300;

    /**
     * One round in the editor.
     *
     * @param file the C file to open
     * @param kernel the setting {@code klpls.kernel}
     * @param at a text in the file; hover and quick fix happen at its first place
     * @param fix a part of the title of the quick fix to choose
     * @throws AssertionError if the editor cannot be run to its end, with what it and the server said
     */
    Round round(Path file, Path kernel, String at, String fix) throws IOException, InterruptedException {
        Path result = folder.resolve("result.json");
        Path said = folder.resolve("editor.log");
        ProcessBuilder builder = new ProcessBuilder(editor.command(script())).redirectErrorStream(true)
                .redirectOutput(said.toFile()).directory(folder.toFile());
        builder.environment().putAll(Map.of("KLPLS_SERVER", launcher().toString(), "KLPLS_FILE", file.toString(),
                "KLPLS_KERNEL", kernel.toString(), "KLPLS_AT", at, "KLPLS_FIX", fix, "KLPLS_RESULT",
                result.toString()));
        Process process = builder.start();
        process.getOutputStream().close();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError(editor + " did not end: " + Files.readString(said) + serverLog());
        }
        if (!Files.exists(result)) {
            throw new AssertionError(editor + " wrote no result: " + Files.readString(said) + serverLog());
        }
        Round round = new Gson().fromJson(Files.readString(result), Round.class);
        if (round.failure() != null) {
            throw new AssertionError(editor + ": " + round.failure() + "\n" + serverLog());
        }
        return round;
    }

    /** All that the server wrote to stderr. Empty if it said nothing. */
    String serverLog() throws IOException {
        Path log = folder.resolve("server.log");
        return Files.exists(log) ? Files.readString(log) : "";
    }

    private Path script() throws IOException {
        Path script = folder.resolve(editor.script());
        try (var resource = EditorRun.class.getResourceAsStream("/editors/" + editor.script())) {
            Files.copy(Optional.ofNullable(resource).orElseThrow(), script);
        }
        return script;
    }

    private Path launcher() throws IOException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        Path launcher = folder.resolve("klpls");
        Files.write(launcher, List.of("#!/bin/sh", "exec '" + java + "' -cp '" + classPath
                + "' org.klpls.server.cli.Main \"$@\" 2>>'" + folder.resolve("server.log") + "'"));
        if (!launcher.toFile().setExecutable(true)) {
            throw new IOException("cannot make executable: " + launcher);
        }
        return launcher;
    }
}
