package org.klpls.server.example;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Errors that are logged while it is open. */
public final class LoggedErrors extends Handler implements AutoCloseable {
    private final List<String> messages = new CopyOnWriteArrayList<>();

    private LoggedErrors() {}

    public static LoggedErrors collect() {
        LoggedErrors collector = new LoggedErrors();
        Logger.getLogger("").addHandler(collector);
        return collector;
    }

    public List<String> messages() {
        return messages;
    }

    @Override
    public void publish(LogRecord event) {
        if (event.getLevel().intValue() >= Level.SEVERE.intValue()) {
            messages.add(event.getMessage() + ": " + event.getThrown());
        }
    }

    @Override
    public void flush() {
        // Nothing is held back.
    }

    @Override
    public void close() {
        Logger.getLogger("").removeHandler(this);
    }
}
