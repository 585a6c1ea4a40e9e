package org.klpls.core.kernel;

import java.util.Optional;

/**
 * A function as it stands in the source, once, however many files include it and whatever the compiler made of it.
 *
 * @param file relative to the root of the kernel's source where that is known
 * @param line 1-based
 */
public record SourceFunction(String name, Optional<Place> source) {
    /** Where it is defined. */
    public record Place(String file, int line) {
        @Override
        public String toString() {
            return file + ":" + line;
        }
    }
}
