package org.klpls.c.pp;

import java.util.Set;

/**
 * What {@code __has_attribute} and {@code __has_builtin} answer.
 *
 * @param attributes names without underscores around them
 * @param gccVersion the major version that these are of
 */
public record FeatureTests(Set<String> attributes, Set<String> builtins, int gccVersion) {
    /** Of the oldest version that is known. */
    public FeatureTests(Set<String> attributes, Set<String> builtins) {
        this(attributes, builtins, 12);
    }

    public FeatureTests {
        attributes = Set.copyOf(attributes);
        builtins = Set.copyOf(builtins);
    }

    boolean hasAttribute(String name) {
        return attributes.contains(undecorated(name));
    }

    /** An attribute's name without underscores around it. */
    static String undecorated(String name) {
        boolean decorated = name.length() > 4 && name.startsWith("__") && name.endsWith("__");
        return decorated ? name.substring(2, name.length() - 2) : name;
    }

    /** Differs for compilers that answer differently: two of one version may know other attributes and built-ins. */
    String fingerprint() {
        // a set's hash is the sum of its strings', the same in each process
        return gccVersion + " " + attributes.size() + ":" + attributes.hashCode() + " " + builtins.size() + ":"
                + builtins.hashCode();
    }

    boolean hasBuiltin(String name) {
        return builtins.contains(name);
    }
}
