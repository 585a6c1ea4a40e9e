package org.klpls.server.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.logging.ConsoleHandler;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** What the program logs: one line an event on standard error, and a stack trace only for a bug. */
final class Logs {
    /** Loggers are kept by their users alone: without this one the level would be forgotten. */
    private static final Logger PROTOCOL = Logger.getLogger("org.eclipse.lsp4j");

    private Logs() {}

    static void toStandardError() {
        Logger root = Logger.getLogger("");
        for (Handler handler : root.getHandlers()) {
            root.removeHandler(handler);
        }
        ConsoleHandler console = new ConsoleHandler();
        console.setFormatter(new OneLine());
        root.addHandler(console);
        // A client that says more than we know of is no event.
        PROTOCOL.setLevel(Level.WARNING);
        // Nor is a request that was answered while the client took it back.
        console.setFilter(event -> !String.valueOf(event.getMessage()).startsWith("Unmatched cancel notification"));
    }

    private static final class OneLine extends Formatter {
        @Override
        public String format(LogRecord event) {
            return "klpls: " + event.getLevel().getName().toLowerCase(java.util.Locale.ROOT) + ": "
                    + formatMessage(event).strip() + trace(event.getThrown()) + System.lineSeparator();
        }

        private static String trace(@Nullable Throwable thrown) {
            if (thrown == null) {
                return "";
            }
            StringWriter text = new StringWriter();
            thrown.printStackTrace(new PrintWriter(text));
            return System.lineSeparator() + text.toString().stripTrailing();
        }
    }
}
