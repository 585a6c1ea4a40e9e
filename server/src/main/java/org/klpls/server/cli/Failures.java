package org.klpls.server.cli;

import java.io.PrintWriter;
import org.klpls.server.Version;
import picocli.CommandLine;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IExecutionStrategy;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;

/**
 * Tells the user of a command that could not do its work: one line for an input, and for a machine that has not what it takes;
 * everything for a bug of ours.
 */
final class Failures implements IExecutionExceptionHandler, IExecutionStrategy {
    private static final int MOST_CAUSES = 16;

    /** Runs the command; an error of the JVM goes where exceptions go. */
    @Override
    public int execute(ParseResult parsed) {
        try {
            return new RunLast().execute(parsed);
        } catch (Error e) {
            throw new ExecutionException(parsed.commandSpec().commandLine(), "error of the JVM", e);
        }
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        PrintWriter err = command.getErr();
        if (failure instanceof UnreadableInput unreadable) {
            err.println("klpls: " + unreadable.getMessage());
            return ExitStatus.WRONG_USE;
        }
        return switch (errorBehind(failure)) {
            case OutOfMemoryError e -> {
                err.println("klpls: these files need more memory than this process may have, "
                        + (Runtime.getRuntime().maxMemory() >> 20) + " MiB of heap (" + e.getMessage()
                        + "); give it more, e.g. JDK_JAVA_OPTIONS=-Xmx4g in the environment");
                yield ExitStatus.INTERNAL_ERROR;
            }
            case StackOverflowError _ -> {
                err.println("klpls: the stack of a thread is too small for an input as deep as this; allow more:"
                        + " JDK_JAVA_OPTIONS=-Xss16m klpls ...; and please report it, with the input");
                yield ExitStatus.INTERNAL_ERROR;
            }
            case InternalError _ -> {
                // So the JVM tells that a mapped file has become shorter, or that its disk cannot be read.
                err.println("klpls: an input was changed, or became unreadable, while it was read; wait until it is"
                        + " written, and try again");
                yield ExitStatus.WRONG_USE;
            }
            default -> bug(failure, err, parsed);
        };
    }

    /** The error of the JVM that another thread, or picocli, has wrapped; the failure itself where there is none. */
    private static Throwable errorBehind(Throwable failure) {
        Throwable cause = failure;
        for (int i = 0; i < MOST_CAUSES && cause != null; i++) {
            if (cause instanceof VirtualMachineError) {
                return cause;
            }
            cause = cause.getCause();
        }
        return failure;
    }

    private static int bug(Exception failure, PrintWriter err, ParseResult parsed) {
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
