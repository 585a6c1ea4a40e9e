package org.klpls.core.testing.kernel;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One record of the kernel's log.
 *
 * @param level 0 to 7, as in include/linux/kern_levels.h: 4 is a warning, 3 an error
 */
public record LogLine(int level, String text) {
    private static final Pattern TOLD = Pattern.compile("<([0-7])>(.*)");
    private static final int WARNING = 4;

    static LogLine of(String told) {
        Matcher line = TOLD.matcher(told);
        return line.matches() ? new LogLine(Integer.parseInt(line.group(1)), line.group(2)) : new LogLine(7, told);
    }

    public boolean isWarningOrWorse() {
        return level <= WARNING;
    }
}
