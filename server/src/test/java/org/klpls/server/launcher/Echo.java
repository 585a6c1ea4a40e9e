package org.klpls.server.launcher;

/** Stands in for the server in tests of the launcher: prints its arguments, and ends with the status of the last one. */
public final class Echo {
    private Echo() {}

    public static void main(String[] arguments) {
        for (String argument : arguments) {
            System.out.println("<" + argument + ">");
        }
        if (arguments.length > 0 && arguments[arguments.length - 1].matches("[0-9]+")) {
            System.exit(Integer.parseInt(arguments[arguments.length - 1]));
        }
    }
}
