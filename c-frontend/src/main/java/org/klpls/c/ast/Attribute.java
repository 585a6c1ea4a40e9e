package org.klpls.c.ast;

import java.util.List;
import java.util.Optional;

/**
 * {@code section(".modinfo")} in {@code __attribute__((section(".modinfo"), used))}; also {@code gnu::used} in
 * {@code [[gnu::used]]}. {@code _Alignas(8)} is kept as an attribute of that name, {@code _Alignas(T)} as
 * {@code _Alignas(_Alignof(T))}, which the standard says it is.
 *
 * @param name as it is spelled, with its underscores
 */
public record Attribute(int first, int end, String name, List<Expression> arguments) implements Node {
    public Attribute {
        arguments = List.copyOf(arguments);
    }

    /** The name without the underscores around it: {@code __section__} is {@code section}. */
    public String plainName() {
        return plain(name);
    }

    /** The first of these that has this name, however many underscores either is written with. */
    public static Optional<Attribute> find(String name, List<Attribute> attributes) {
        String wanted = plain(name);
        return attributes.stream().filter(attribute -> attribute.plainName().equals(wanted)).findFirst();
    }

    private static String plain(String name) {
        boolean wrapped = name.length() > 4 && name.startsWith("__") && name.endsWith("__");
        return wrapped ? name.substring(2, name.length() - 2) : name;
    }
}
