package org.klpls.server.cli;

import java.io.PrintWriter;
import org.klpls.server.Version;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Tells the user of a command that could not do its work: one line for an input, everything for a bug of ours. */
final class Failures implements IExecutionExceptionHandler {
    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        PrintWriter err = command.getErr();
        if (failure instanceof UnreadableInput unreadable) {
            err.println("klpls: " + unreadable.getMessage());
            return ExitStatus.WRONG_USE;
        }
        err.println("klpls: internal error. This is a bug in klpls; please report it, and attach the following lines");
        err.println("and, where you may, the files that were checked.");
        err.println(
                "  klpls " + Version.current() + ", Java " + Runtime.version() + ", " + System.getProperty("os.name")
                        + " " + System.getProperty("os.version"));
        err.println("  command: klpls " + String.join(" ", parsed.originalArgs()));
        failure.printStackTrace(err);
        err.flush();
        return ExitStatus.INTERNAL_ERROR;
    }
}
