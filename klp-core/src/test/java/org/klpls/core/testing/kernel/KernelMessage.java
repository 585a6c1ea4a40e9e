package org.klpls.core.testing.kernel;

import java.util.regex.Pattern;

/** A line of the kernel's log, made comparable. */
public final class KernelMessage {
    /** printk's %p prints a hash that differs from boot to boot, 16 digits on 64 bits. Source: lib/vsprintf.c, v6.1. */
    private static final Pattern HASHED_POINTER = Pattern.compile("\\bloc (?:[0-9a-f]{16}|\\S+),");

    private static final Pattern CONSOLE_TIME = Pattern.compile("^\\[ *\\d+\\.\\d+\\] ");

    private KernelMessage() {}

    /** The line without what no reader of the files can know: the console's time and hashed pointers. */
    public static String comparable(String line) {
        return HASHED_POINTER.matcher(CONSOLE_TIME.matcher(line).replaceFirst("")).replaceAll("loc (hashed),");
    }
}
