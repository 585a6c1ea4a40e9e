package org.klpls.core.testing.kernel;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A stopped machine as two files: its memory, which each copy maps and changes for itself alone, and the rest of its
 * state. Source: docs/devel/migration.rst and the capability x-ignore-shared, QEMU 7.2.
 */
record SavedMachine(Path folder) {
    static final String MEMORY = "512M";

    private static final String IGNORE_SHARED = "{'execute': 'migrate-set-capabilities', 'arguments': {'capabilities': "
            + "[{'capability': 'x-ignore-shared', 'state': true}]}}";

    boolean exists() {
        return Files.exists(state());
    }

    private Path state() {
        return folder.resolve("state");
    }

    /** The value of -object that is the machine's memory. */
    String memory(boolean saving) {
        return "memory-backend-file,id=ram,size=" + MEMORY + ",mem-path=" + folder.resolve("memory") + ",share="
                + (saving ? "on" : "off");
    }

    /** Arguments of every machine: its monitor is its standard input and output. */
    static List<String> monitor() {
        return List.of("-qmp", "stdio");
    }

    /** Arguments of a copy, which then waits for {@link #resume}. */
    static List<String> copy() {
        return List.of("-incoming", "defer");
    }

    /** Lets a copy go on. */
    void resume(Process qemu) throws IOException {
        try (Writer to = qemu.outputWriter(); BufferedReader from = qemu.inputReader()) {
            greet(to, from);
            tell(to, from, "{'execute': 'migrate-incoming', 'arguments': {'uri': 'exec:cat " + state() + "'}}");
        }
    }

    /** Stops a machine, and writes its state. */
    void save(Process qemu) throws IOException, InterruptedException {
        Path fresh = folder.resolve("state.fresh");
        try (Writer to = qemu.outputWriter(); BufferedReader from = qemu.inputReader()) {
            greet(to, from);
            tell(to, from, "{'execute': 'migrate', 'arguments': {'uri': 'exec:cat > " + fresh + "'}}");
            String status;
            do {
                Thread.sleep(10);
                status = tell(to, from, "{'execute': 'query-migrate'}");
                if (status.contains("\"failed\"")) {
                    throw new IOException("the machine cannot be saved: " + status);
                }
            } while (!status.contains("\"completed\""));
        }
        Files.move(fresh, state());
    }

    private static void greet(Writer to, BufferedReader from) throws IOException {
        tell(to, from, "{'execute': 'qmp_capabilities'}");
        tell(to, from, IGNORE_SHARED);
    }

    /** The monitor's answer to a command; what it says of its own accord is left out. */
    private static String tell(Writer to, BufferedReader from, String command) throws IOException {
        to.write(command.replace('\'', '"') + "\n");
        to.flush();
        for (String line = from.readLine(); line != null; line = from.readLine()) {
            if (line.startsWith("{\"return\"")) {
                return line;
            }
            if (line.startsWith("{\"error\"")) {
                break;
            }
        }
        throw new IOException("the machine cannot be saved, it refuses: " + command);
    }
}
