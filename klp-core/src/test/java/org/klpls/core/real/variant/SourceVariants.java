package org.klpls.core.real.variant;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.klpls.core.real.variant.Variant.Effect;

/** Livepatches with a defect in their C source: resources/variants/sources.txt. */
final class SourceVariants {
    private static final Pattern TITLE = Pattern.compile("(\\w+)(: no effect)?\n");
    private static final String END = "/* end of %s */";

    private record Source(String name, Effect effect, String text) {}

    private SourceVariants() {}

    /** By the names of the modules they become. */
    static SortedMap<String, String> sources() {
        SortedMap<String, String> sources = new TreeMap<>();
        read().forEach(source -> sources.put(source.name(), source.text()));
        return sources;
    }

    static Stream<Variant> all() {
        return read().stream().map(source -> Variant.ofSource(source.name(), source.effect()));
    }

    private static List<Source> read() {
        String template = Bases.text("template.c");
        List<Source> sources = new ArrayList<>();
        String[] entries = Bases.text("sources.txt").split("(?m)^=== ");
        for (String entry : List.of(entries).subList(1, entries.length)) {
            Matcher title = TITLE.matcher(entry);
            if (!title.lookingAt()) {
                throw new IllegalStateException("no title: " + entry);
            }
            String text = template;
            for (Map.Entry<String, String> part : parts(entry.substring(title.end())).entrySet()) {
                text = replace(text, part.getKey(), part.getValue());
            }
            sources.add(new Source(title.group(1), title.group(2) == null ? Effect.AS_BASE : Effect.NONE, text));
        }
        return sources;
    }

    private static Map<String, String> parts(String entry) {
        Map<String, String> parts = new TreeMap<>();
        String[] texts = entry.split("(?m)^--- ");
        for (String text : List.of(texts).subList(1, texts.length)) {
            int line = text.indexOf('\n');
            parts.put(text.substring(0, line), text.substring(line + 1));
        }
        return parts;
    }

    private static String replace(String template, String part, String text) {
        int start = template.indexOf("/* part " + part + " */");
        int end = template.indexOf(END.formatted(part));
        if (start < 0 || end < 0) {
            throw new IllegalStateException("template.c has no part " + part);
        }
        return template.substring(0, start) + text + template.substring(end + END.formatted(part).length());
    }
}
