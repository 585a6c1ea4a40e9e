package org.klpls.c.pp;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a gcc is asked in the text that it preprocesses for its macros: which of the names in the table it knows. It answers with
 * more macros, of a name that nobody else has.
 */
final class FeatureQuestions {
    private static final String ATTRIBUTE = "#define __klpls_has_attribute_";
    private static final String BUILTIN = "#define __klpls_has_builtin_";
    private static final String ANSWER = "#define __klpls_has_";

    private FeatureQuestions() {}

    /** C for {@code gcc -E -dM}. */
    static String text() {
        StringBuilder text = new StringBuilder(1 << 18);
        ask(text, "__has_attribute", ATTRIBUTE, FeatureTable.attributes());
        ask(text, "__has_builtin", BUILTIN, FeatureTable.builtins());
        return text.toString();
    }

    private static void ask(StringBuilder text, String operator, String answer, List<String> names) {
        text.append("#ifdef ").append(operator).append('\n');
        for (String name : names) {
            text.append("#if ").append(operator).append('(').append(name).append(")\n").append(answer).append(name)
                    .append("\n#endif\n");
        }
        text.append("#endif\n");
    }

    /** The same lines, the answers behind gcc's own macros. */
    static String sorted(String macros) {
        StringBuilder own = new StringBuilder();
        StringBuilder answers = new StringBuilder();
        macros.lines().forEach(line -> (line.startsWith(ANSWER) ? answers : own).append(line).append('\n'));
        return own.append(answers).toString();
    }

    /** @param sorted a gcc's macros, the answers last */
    static String withoutAnswers(String sorted) {
        int first = sorted.indexOf(ANSWER);
        return first < 0 ? sorted : sorted.substring(0, first);
    }

    static FeatureTests answers(String sorted, int gccVersion) {
        Set<String> attributes = new HashSet<>();
        Set<String> builtins = new HashSet<>();
        sorted.substring(withoutAnswers(sorted).length()).lines().map(String::strip).forEach(line -> {
            if (line.startsWith(ATTRIBUTE)) {
                attributes.add(line.substring(ATTRIBUTE.length()));
            } else if (line.startsWith(BUILTIN)) {
                builtins.add(line.substring(BUILTIN.length()));
            }
        });
        return new FeatureTests(attributes, builtins, gccVersion);
    }
}
