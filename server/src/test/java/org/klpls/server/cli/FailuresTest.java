package org.klpls.server.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What the user is told where a command cannot do its work: one line with the way out, or a report for a bug of ours. */
class FailuresTest {
    /** A command that fails in this way. */
    @Command(name = "fails")
    private record Failing(Throwable failure) implements Callable<Integer> {
        @Override
        public Integer call() throws Exception {
            if (failure instanceof Error error) {
                throw error;
            }
            throw (Exception) failure;
        }
    }

    /**
     * A failure, and what comes of it.
     *
     * @param lines of standard error; 0 where there are many
     */
    record Expected(Throwable failure, int status, int lines, String says) {}

    private static Stream<Expected> failures() {
        return Stream.of(
                new Expected(new UnreadableInput("a.ko is empty"), ExitStatus.WRONG_USE, 1, "klpls: a.ko is empty"),
                new Expected(new OutOfMemoryError("Java heap space"), ExitStatus.INTERNAL_ERROR, 1,
                        "MiB of heap (Java heap space); give it more"),
                new Expected(new CompletionException(new OutOfMemoryError("Metaspace")), ExitStatus.INTERNAL_ERROR, 1,
                        "MiB of heap (Metaspace); give it more"),
                new Expected(new StackOverflowError(), ExitStatus.INTERNAL_ERROR, 1, "JDK_JAVA_OPTIONS=-Xss"),
                new Expected(new InternalError("a fault occurred in an unsafe memory access operation"),
                        ExitStatus.WRONG_USE, 1, "while it was read; wait until it is written, and try again"),
                new Expected(new AssertionError("2 is not 3"), ExitStatus.INTERNAL_ERROR, 0, "please report it"),
                new Expected(new IllegalStateException("2 is not 3"), ExitStatus.INTERNAL_ERROR, 0,
                        "please report it"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void eachFailureHasItsStatusAndWhatToDo(Expected expected) {
        StringWriter err = new StringWriter();
        Failures failures = new Failures();
        int status = new CommandLine(new Failing(expected.failure())).setErr(new PrintWriter(err, true))
                .setExecutionStrategy(failures).setExecutionExceptionHandler(failures).execute();
        assertEquals(expected.status(), status, err::toString);
        assertTrue(err.toString().contains(expected.says()), err::toString);
        assertTrue(expected.lines() == 0 || err.toString().lines().count() == expected.lines(), err::toString);
    }
}
