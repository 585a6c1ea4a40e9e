package org.klpls.server.cli;

/** Whether a person looks. The launcher knows: the JVM can only tell of standard input and output together. */
final class Terminal {
    private Terminal() {}

    static boolean isStandardOutput() {
        return Boolean.getBoolean("klpls.stdout.terminal");
    }

    static boolean isStandardError() {
        return Boolean.getBoolean("klpls.stderr.terminal");
    }
}
