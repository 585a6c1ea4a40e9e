package org.klpls.server.cli;

import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.klpls.c.text.SourceBytesWriter;
import picocli.CommandLine;

/** The entry point of the jar: {@code klpls COMMAND …}. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        // Standard output is the report's, or the protocol's. Whatever a library prints goes to standard error.
        PrintStream standardOutput = new PrintStream(new FileOutputStream(FileDescriptor.out), false,
                StandardCharsets.UTF_8);
        PrintStream standardError = new PrintStream(new FileOutputStream(FileDescriptor.err), true,
                StandardCharsets.UTF_8);
        System.setErr(standardError);
        System.setOut(standardError);
        Logs.toStandardError();
        // a source's bytes are printed as they are, whatever its author's encoding
        PrintWriter out = new PrintWriter(new BufferedWriter(new SourceBytesWriter(standardOutput)), false);
        PrintWriter err = new PrintWriter(standardError, true, StandardCharsets.UTF_8);
        int status = execute(out, err, arguments);
        out.flush();
        System.exit(status);
    }

    /** Runs a command, printing to these writers; returns the exit status. */
    static int execute(PrintWriter out, PrintWriter err, String... arguments) {
        return with(out, err, Klpls.commandLine(arguments)).execute(arguments);
    }

    /** All commands, printing to these writers. */
    public static CommandLine commandLine(PrintWriter out, PrintWriter err) {
        return with(out, err, Klpls.commandLine());
    }

    private static CommandLine with(PrintWriter out, PrintWriter err, CommandLine line) {
        Failures failures = new Failures();
        return line.setOut(out).setErr(err).setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionStrategy(failures).setExecutionExceptionHandler(failures);
    }
}
