package org.klpls.server.cli;

/** The user named something that cannot be read as what it should be. The message is one line for the user. */
public final class UnreadableInput extends Exception {
    private static final long serialVersionUID = 1L;

    public UnreadableInput(String message) {
        super(message);
    }
}
