package org.klpls.c.ast;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** The one way through a tree. It keeps its own stack, so no tree is too deep for it. */
public final class Walker {
    private Walker() {}

    /** Visits root and all below it, each node before its children, in the order of the text. */
    public static void walk(Node root, Consumer<Node> visitor) {
        walkInto(root, node -> {
            visitor.accept(node);
            return true;
        });
    }

    /** As {@link #walk}, but passes over what is below a node for which enters says no. */
    public static void walkInto(Node root, Predicate<Node> enters) {
        Deque<Node> pending = new ArrayDeque<>();
        pending.push(root);
        while (!pending.isEmpty()) {
            Node node = pending.pop();
            if (enters.test(node)) {
                children(node).reversed().forEach(pending::push);
            }
        }
    }

    /** Everything of one kind in a tree, e.g. all calls, in the order of the text. */
    public static <T extends Node> List<T> all(Class<T> kind, Node root) {
        List<T> found = new ArrayList<>();
        walk(root, node -> {
            if (kind.isInstance(node)) {
                found.add(kind.cast(node));
            }
        });
        return found;
    }

    /** The nodes directly below. */
    public static List<Node> children(Node node) {
        return Children.of(node);
    }

    /** From root down to the smallest node that holds this token; empty if root does not hold it. */
    public static List<Node> path(Node root, int token) {
        List<Node> path = new ArrayList<>();
        Optional<Node> next = Optional.of(root).filter(node -> holds(node, token));
        while (next.isPresent()) {
            path.add(next.get());
            next = children(next.get()).stream().filter(node -> holds(node, token)).findFirst();
        }
        return path;
    }

    private static boolean holds(Node node, int token) {
        return node.first() <= token && token < node.end();
    }
}
