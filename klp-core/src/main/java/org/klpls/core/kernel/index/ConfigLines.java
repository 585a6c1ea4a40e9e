package org.klpls.core.kernel.index;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** {@code CONFIG_NAME=value} lines, as in a {@code .config}. */
final class ConfigLines {
    private ConfigLines() {}

    /** Value by name, {@code CONFIG_} included; strings without their quotes. */
    static Map<String, String> byName(List<String> lines) {
        Map<String, String> values = new HashMap<>();
        for (String line : lines) {
            int equals = line.indexOf('=');
            if (line.startsWith("CONFIG_") && equals > 0) {
                values.put(line.substring(0, equals), unquoted(line.substring(equals + 1)));
            }
        }
        return values;
    }

    private static String unquoted(String value) {
        boolean quoted = value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"");
        return quoted ? value.substring(1, value.length() - 1) : value;
    }
}
