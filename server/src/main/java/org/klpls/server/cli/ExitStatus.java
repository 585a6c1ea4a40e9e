package org.klpls.server.cli;

/** What {@code klpls} returns to its caller: the same everywhere. */
public final class ExitStatus {
    /** Nothing at or above the threshold. */
    public static final int CLEAN = 0;
    /** Findings, or a module that would not load safely. */
    public static final int FINDINGS = 1;
    /** Wrong use, or an input that cannot be read. */
    public static final int WRONG_USE = 2;
    /** A bug in klpls. */
    public static final int INTERNAL_ERROR = 3;

    private ExitStatus() {}
}
