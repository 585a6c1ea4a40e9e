package org.klpls.core.testing.kernel;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One record of the kernel's log.
 *
 * @param level 0 to 7, as in include/linux/kern_levels.h: 4 is a warning, 3 an error
 */
public record LogLine(int level, String text) {
    private static final Pattern TOLD = Pattern.compile("<([0-7])>(.*)");
    private static final Pattern ESCAPE = Pattern.compile("\\\\x([0-9a-f]{2})");
    private static final int WARNING = 4;

    /** The lines of a record as /dev/kmsg has it: what is not printable, and each backslash, stands there as \\xNN. */
    static Stream<LogLine> of(String told) {
        Matcher line = TOLD.matcher(told);
        int level = line.matches() ? Integer.parseInt(line.group(1)) : 7;
        String text = ESCAPE.matcher(line.matches() ? line.group(2) : told).replaceAll(escape -> Matcher
                .quoteReplacement(String.valueOf((char) Integer.parseInt(escape.group(1), 16))));
        return text.isEmpty() ? Stream.of(new LogLine(level, "")) : text.lines().map(l -> new LogLine(level, l));
    }

    public boolean isWarningOrWorse() {
        return level <= WARNING;
    }
}
