package org.klpls.server.cli;

import java.io.PrintWriter;
import java.util.List;
import org.klpls.server.Version;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Tells the user of a command that could not do its work: one line for an input or a lack of memory, everything for a bug of ours. */
final class Failures implements IExecutionExceptionHandler {
    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        PrintWriter err = command.getErr();
        if (failure instanceof UnreadableInput unreadable) {
            err.println("klpls: " + unreadable.getMessage());
            return ExitStatus.WRONG_USE;
        }
        return internalError(failure, err, parsed.originalArgs());
    }

    /** Of what the JVM throws where a machine or a file gives way, which picocli lets pass. */
    static int tell(VirtualMachineError failure, PrintWriter err, List<String> arguments) {
        return switch (failure) {
            case OutOfMemoryError _ -> {
                err.println("klpls: these files need more memory than this process may have, "
                        + (Runtime.getRuntime().maxMemory() >> 20)
                        + " MiB; give it more, e.g. JDK_JAVA_OPTIONS=-Xmx4g in the environment");
                yield ExitStatus.INTERNAL_ERROR;
            }
            // How the JVM tells of a mapped file that has become shorter, or of a disk that cannot be read.
            case InternalError _ -> {
                err.println("klpls: a file was cut while it was read, or its disk cannot be read ("
                        + failure.getMessage() + "); try again once it is whole");
                yield ExitStatus.WRONG_USE;
            }
            default -> internalError(failure, err, arguments);
        };
    }

    private static int internalError(Throwable failure, PrintWriter err, List<String> arguments) {
        err.println("klpls: internal error. This is a bug in klpls; please report it, and attach the following lines");
        err.println("and, where you may, the files that were checked.");
        err.println(
                "  klpls " + Version.current() + ", Java " + Runtime.version() + ", " + System.getProperty("os.name")
                        + " " + System.getProperty("os.version"));
        err.println("  command: klpls " + String.join(" ", arguments));
        failure.printStackTrace(err);
        err.flush();
        return ExitStatus.INTERNAL_ERROR;
    }
}
