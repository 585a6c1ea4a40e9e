package org.klpls.server.cli;

/** When text for people is coloured. */
enum Colour {
    AUTO, ALWAYS, NEVER;

    /** AUTO: on a terminal, unless NO_COLOR is set (no-color.org) or the terminal is dumb. */
    boolean isOn() {
        return switch (this) {
            case ALWAYS -> true;
            case NEVER -> false;
            case AUTO -> Terminal.isStandardOutput() && absent("NO_COLOR") && !"dumb".equals(System.getenv("TERM"));
        };
    }

    private static boolean absent(String variable) {
        String value = System.getenv(variable);
        return value == null || value.isEmpty();
    }
}
