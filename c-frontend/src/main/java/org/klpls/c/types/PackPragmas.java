package org.klpls.c.types;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.klpls.c.pp.TokenSequence;

/** What {@code #pragma pack} says at each place. Source: gcc c-family/c-pragma.cc handle_pragma_pack(). */
final class PackPragmas {
    private static final Pattern FORM = Pattern
            .compile("#pragma pack ?\\( ?(?:(push|pop)\\b ?(?:, ?([A-Za-z_]\\w*) ?)?,? ?)?(\\d+)? ?\\).*");

    private record Entry(Optional<String> name, long pack) {}

    /** Ascending. */
    private final List<Integer> tokens = new ArrayList<>();
    private final List<Long> packs = new ArrayList<>();
    private final Deque<Entry> pushed = new ArrayDeque<>();

    /** The pragmas among tokens [0, end), or all from where the earlier ones end. */
    PackPragmas(TokenSequence sequence, int start, int end, Optional<PackPragmas> earlier) {
        earlier.ifPresent(it -> {
            tokens.addAll(it.tokens);
            packs.addAll(it.packs);
            pushed.addAll(it.pushed);
        });
        for (int at = sequence.firstPragma(start, end); at < end; at = sequence.firstPragma(at + 1, end)) {
            read(sequence.text(at), at);
        }
    }

    private void read(String text, int index) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return;
        }
        Optional<Long> number = Optional.ofNullable(form.group(3)).filter(it -> it.length() < 4).map(Long::valueOf);
        Optional<String> name = Optional.ofNullable(form.group(2));
        long now = packs.isEmpty() ? 0 : packs.getLast();
        if ("push".equals(form.group(1))) {
            pushed.push(new Entry(name, now));
            now = number.orElse(now);
        } else if ("pop".equals(form.group(1))) {
            now = number.orElse(popped(name));
        } else {
            now = number.orElse(0L);
        }
        tokens.add(index);
        packs.add(now);
    }

    private long popped(Optional<String> name) {
        boolean known = name.isEmpty() || pushed.stream().anyMatch(it -> it.name.equals(name));
        while (known && !pushed.isEmpty()) {
            Entry entry = pushed.pop();
            if (name.isEmpty() || entry.name.equals(name)) {
                return entry.pack;
            }
        }
        return packs.isEmpty() ? 0 : packs.getLast();
    }

    /** The greatest alignment of members there, in bytes; 0 for any. */
    long at(int token) {
        int found = java.util.Collections.binarySearch(tokens, token);
        int last = found >= 0 ? found : -found - 2;
        return last < 0 ? 0 : packs.get(last);
    }
}
