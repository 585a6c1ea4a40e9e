package org.klpls.server.cli;

import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
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
        try {
            return with(out, err, Klpls.commandLine(arguments)).execute(arguments);
        } catch (VirtualMachineError e) {
            return Failures.tell(e, err, List.of(arguments));
        }
    }

    /** All commands, printing to these writers. */
    public static CommandLine commandLine(PrintWriter out, PrintWriter err) {
        return with(out, err, Klpls.commandLine());
    }

    private static CommandLine with(PrintWriter out, PrintWriter err, CommandLine line) {
        return line.setOut(out).setErr(err).setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(new Failures());
    }
}
