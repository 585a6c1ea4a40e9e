package org.klpls.core.real.variant;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The variants on which the simulated loader and the kernel differ, with the reason: resources/variants/exceptions.txt.
 * A paragraph is a reason, a line that starts with #, and then names. With -Dklpls.variants.exceptions=none there are none, so
 * that a test tells how they differ.
 */
final class Exceptions {
    private Exceptions() {}

    /** Reasons by names. */
    static Map<String, String> read(String resource) {
        Map<String, String> reasons = new LinkedHashMap<>();
        if (System.getProperty("klpls.variants.exceptions", "").equals("none")) {
            return reasons;
        }
        String reason = "";
        for (String line : Bases.text(resource).lines().toList()) {
            if (line.startsWith("#")) {
                reason = line.substring(1).strip();
            } else {
                for (String name : line.strip().split("\\s+")) {
                    if (!name.isEmpty() && reasons.put(name, reason) != null) {
                        throw new IllegalStateException(name + " stands twice in " + resource);
                    }
                }
            }
        }
        return reasons;
    }
}
