package org.klpls.c.pp;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * The attributes, built-in functions and macros that gcc 12 to 15 for x86-64 has, all asked of these gccs with the flags of a
 * kernel. A line is a name and the versions that know it: all if none is named; "-" for what none knows with these flags, but
 * with those of other programs.
 */
final class FeatureTable {
    private static final int OLDEST = 12;
    private static final int NEWEST = 15;
    private static final String ATTRIBUTES = "gcc-attributes.txt";
    private static final String BUILTINS = "gcc-builtins.txt";

    private static final Map<Integer, Set<String>> ATTRIBUTES_OF = new ConcurrentHashMap<>();

    private FeatureTable() {}

    /** A version that is not in the table is taken for the one next to it. */
    static FeatureTests of(int gccVersion) {
        String version = Integer.toString(known(gccVersion));
        return new FeatureTests(names(ATTRIBUTES, version), names(BUILTINS, version), gccVersion);
    }

    /** Whether this gcc knows an attribute, by its name with or without underscores around it. */
    static boolean knowsAttribute(int gccVersion, String name) {
        return ATTRIBUTES_OF.computeIfAbsent(known(gccVersion), it -> names(ATTRIBUTES, Integer.toString(it)))
                .contains(FeatureTests.undecorated(name));
    }

    /** What gcc defines with the flags of an x86-64 kernel. */
    static String macros(int gccVersion) {
        return resource("gcc-" + known(gccVersion) + "-x86-64.macros");
    }

    /** All names of attributes in the table, of whatever version. */
    static List<String> attributes() {
        return all(ATTRIBUTES);
    }

    /** All names of built-ins in the table, of whatever version. */
    static List<String> builtins() {
        return all(BUILTINS);
    }

    private static int known(int gccVersion) {
        return Math.clamp(gccVersion, OLDEST, NEWEST);
    }

    private static List<String> all(String resource) {
        return resource(resource).lines().map(line -> line.split(" ", 2)[0]).toList();
    }

    private static Set<String> names(String resource, String version) {
        return resource(resource).lines().map(line -> List.of(line.split(" ")))
                .filter(words -> words.size() == 1 || words.contains(version)).map(List::getFirst)
                .collect(Collectors.toSet());
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
