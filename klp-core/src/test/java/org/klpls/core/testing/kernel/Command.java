package org.klpls.core.testing.kernel;

import java.io.IOException;
import java.util.List;

/** A program that must succeed. */
final class Command {
    private Command() {}

    /** Runs it; its output is in the exception if it fails. */
    static void run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        List<String> output;
        try (var reader = process.inputReader()) {
            output = reader.lines().toList();
        }
        int status = process.waitFor();
        if (status != 0) {
            throw new IOException(
                    String.join(" ", command) + " failed with " + status + ":\n" + String.join("\n", output));
        }
    }
}
