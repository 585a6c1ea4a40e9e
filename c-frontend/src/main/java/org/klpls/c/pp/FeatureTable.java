package org.klpls.c.pp;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The attributes and built-in functions that gcc for x86-64 has, by version, asked of gcc 12 itself and, for later ones, taken
 * from their release notes. A line is a name and, if later than 12, the version that brought it.
 */
final class FeatureTable {
    private static final String ATTRIBUTES = "gcc-attributes.txt";
    private static final String BUILTINS = "gcc-builtins.txt";
    private static final String MACROS = "gcc-12-x86-64.macros";

    private FeatureTable() {}

    static FeatureTests of(int gccVersion) {
        return new FeatureTests(names(ATTRIBUTES, gccVersion), names(BUILTINS, gccVersion), gccVersion);
    }

    /** What gcc 12 defines with the flags of an x86-64 kernel. */
    static String macros() {
        return resource(MACROS);
    }

    private static Set<String> names(String resource, int version) {
        return resource(resource).lines().map(line -> name(line, version)).flatMap(Optional::stream)
                .collect(Collectors.toSet());
    }

    private static Optional<String> name(String line, int version) {
        int space = line.indexOf(' ');
        if (space < 0) {
            return Optional.of(line);
        }
        return Integer.parseInt(line.substring(space + 1)) <= version
                ? Optional.of(line.substring(0, space))
                : Optional.empty();
    }

    private static String resource(String name) {
        try (InputStream in = FeatureTable.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("klpls was packaged without " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
