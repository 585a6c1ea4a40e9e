package org.klpls.core.rules.source;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.klpls.core.source.SourceCode;

/**
 * What is known at one point of one way through a function.
 *
 * @param variables local variables of which something is known
 * @param decisions how conditions that nothing is known of have been taken on this way, by their text
 * @param registered the call that has registered a patch, before Linux 5.1
 * @param enabled the call that has enabled a patch
 */
record PathState(Map<String, Known> variables, Map<String, Boolean> decisions,
        Optional<SourceCode.Call> registered, Optional<SourceCode.Call> enabled) {
    static final PathState START = new PathState(Map.of(), Map.of(), Optional.empty(), Optional.empty());

    /** What is known of a value. */
    sealed interface Known {
        record Exactly(long value) implements Known {}

        /** An errno. */
        record Negative() implements Known {}

        record NotNegative() implements Known {}

        record Nothing() implements Known {}

        /** Whether it is not zero; empty where both may be. */
        default Optional<Boolean> truth() {
            return switch (this) {
                case Exactly(long value) -> Optional.of(value != 0);
                case Negative _ -> Optional.of(true);
                case NotNegative _,Nothing _ -> Optional.empty();
            };
        }

        default Optional<Boolean> isNegative() {
            return switch (this) {
                case Exactly(long value) -> Optional.of(value < 0);
                case Negative _ -> Optional.of(true);
                case NotNegative _ -> Optional.of(false);
                case Nothing _ -> Optional.empty();
            };
        }
    }

    PathState {
        variables = Map.copyOf(variables);
        decisions = Map.copyOf(decisions);
    }

    Known of(String variable) {
        return variables.getOrDefault(variable, new Known.Nothing());
    }

    PathState with(String variable, Known value) {
        Map<String, Known> changed = new HashMap<>(variables);
        changed.put(variable, value);
        return new PathState(changed, without(decisions, text -> names(text, variable)), registered, enabled);
    }

    PathState decided(String condition, boolean taken) {
        Map<String, Boolean> changed = new HashMap<>(decisions);
        changed.put(condition, taken);
        return new PathState(variables, changed, registered, enabled);
    }

    PathState forgetting(Predicate<String> isForgotten) {
        return new PathState(without(variables, isForgotten), without(decisions,
                text -> words(text).anyMatch(isForgotten)), registered, enabled);
    }

    PathState enabledBy(SourceCode.Call call) {
        return new PathState(variables, decisions, registered, Optional.of(call));
    }

    PathState registeredBy(SourceCode.Call call) {
        return new PathState(variables, decisions, Optional.of(call), enabled);
    }

    PathState disabled() {
        return new PathState(variables, decisions, registered, Optional.empty());
    }

    PathState unregistered() {
        return new PathState(variables, decisions, Optional.empty(), enabled);
    }

    /** Inside of another function: with its own names, and the same patch enabled. */
    PathState entered() {
        return new PathState(Map.of(), Map.of(), registered, enabled);
    }

    /** Back in the caller. */
    PathState left(PathState caller) {
        return new PathState(caller.variables, caller.decisions, registered, enabled);
    }

    private static <V> Map<String, V> without(Map<String, V> map, Predicate<String> key) {
        Map<String, V> rest = new HashMap<>(map);
        rest.keySet().removeIf(key);
        return rest;
    }

    private static boolean names(String text, String variable) {
        return words(text).anyMatch(variable::equals);
    }

    private static Stream<String> words(String text) {
        return Arrays.stream(text.split(" "));
    }
}
