package org.klpls.c.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.klpls.c.ast.TranslationUnit;
import org.klpls.c.text.SourceText;
import org.klpls.c.text.Span;

/** Texts that differ from a good one in one thing, at random and always the same for one seed. */
final class Mutants {
    /** One text with one thing changed; change is what stands there now, with what is around it. */
    record Mutant(String text, String change) {}

    private static final List<String> OTHERS = List.of(";", ",", "(", ")", "{", "}", "=", "*", "1", "x", "int", "if",
            "\"s\"", ".", "static", "struct");
    /** What livepatches have seldom, and other files of the kernel often. */
    private static final List<String> MORE = List.of("[", "]", ":", "?", "->", "...", "&&", "&", "~", "++", "'c'", "0x",
            "else", "while", "for", "do", "case", "default", "goto", "return", "sizeof", "typeof", "asm", "volatile",
            "inline", "const", "unsigned", "long", "void", "char", "enum", "union", "typedef", "extern", "register",
            "__attribute__((packed))", "__attribute__", "[[fallthrough]]", "__extension__", "_Static_assert", "_Bool",
            "__auto_type", "__label__", "_Generic", "u32", "size_t", "NULL", "#", "##", "@", "\\", "!=", "<<=", "+=");

    private final SourceText source;
    private final List<Span> spans;
    private final Random random;

    Mutants(SourceText source, TranslationUnit unit, long seed) {
        this.source = source;
        this.spans = ownTokens(unit);
        this.random = new Random(seed ^ source.path().getFileName().hashCode());
    }

    /** Offset of the line of the first token that may be changed: all before are includes and what belongs to them. */
    int start() {
        return source.text().lastIndexOf('\n', spans.getFirst().start()) + 1;
    }

    boolean areNone() {
        return spans.size() < 10;
    }

    private static List<Span> ownTokens(TranslationUnit unit) {
        List<Span> spans = new ArrayList<>();
        for (int i = 0; i < unit.tokens().size() - 1; i++) {
            if (unit.sourceMap().inMainFile(unit.tokens(), i) && !unit.tokens().isFromMacro(i)) {
                spans.add(unit.sourceMap().spelling(unit.tokens(), i).span());
            }
        }
        return spans;
    }

    /** Texts with one token taken out, doubled, swapped with its neighbour or replaced. */
    List<Mutant> ofOneToken(int count) {
        List<Mutant> mutants = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            mutants.add(oneToken(OTHERS));
        }
        return mutants;
    }

    /** The same, and texts with two tokens wrong, or whole lines taken out, doubled, swapped, moved or cut. */
    List<Mutant> ofAllKinds(int count) {
        List<String> words = new ArrayList<>(OTHERS);
        words.addAll(MORE);
        List<Mutant> mutants = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            mutants.add(switch (random.nextInt(4)) {
                case 0, 1 -> oneToken(words);
                case 2 -> twoTokens(words);
                default -> lines();
            });
        }
        return mutants;
    }

    private Mutant oneToken(List<String> words) {
        int at = random.nextInt(spans.size() - 1);
        int end = spans.get(at).end();
        String text = source.text();
        String changed = changed(at, words);
        int next = changed.length() == 0 || !changed.startsWith("\0") ? end : spans.get(at + 1).end();
        return mutant(spans.get(at).start(), changed.replace("\0", ""), text.substring(next));
    }

    /** What stands in a token's place; it begins with a NUL where it stands in the next one's, too. */
    private String changed(int at, List<String> words) {
        Span span = spans.get(at);
        Span next = spans.get(at + 1);
        return switch (random.nextInt(4)) {
            case 0 -> "";
            case 1 -> source.slice(span) + " " + source.slice(span);
            case 2 -> "\0" + source.slice(next) + source.text().substring(span.end(), next.start())
                    + source.slice(span);
            default -> random.nextBoolean()
                    ? words.get(random.nextInt(words.size()))
                    : source.slice(spans.get(random.nextInt(spans.size())));
        };
    }

    private Mutant twoTokens(List<String> words) {
        int first = random.nextInt(spans.size() - 4);
        int second = Math.min(spans.size() - 2, first + 2 + random.nextInt(12));
        String text = source.text();
        String one = changed(first, words).replace("\0", "");
        String two = changed(second, words).replace("\0", "");
        return mutant(spans.get(first).start(),
                one + text.substring(spans.get(first).end(), spans.get(second).start()) + two,
                text.substring(spans.get(second).end()));
    }

    private Mutant lines() {
        String text = source.text();
        Span token = spans.get(random.nextInt(spans.size() - 1));
        int start = text.lastIndexOf('\n', token.start()) + 1;
        int end = lineEnd(text, token.start());
        int nextEnd = lineEnd(text, end);
        String line = text.substring(start, end);
        return switch (random.nextInt(5)) {
            case 0 -> mutant(start, "", text.substring(end));
            case 1 -> mutant(start, line + line, text.substring(end));
            case 2 -> mutant(start, text.substring(end, nextEnd) + line, text.substring(nextEnd));
            case 3 -> mutant(token.start(), "\n", text.substring(end));
            default -> {
                Span other = spans.get(random.nextInt(spans.size() - 1));
                int from = text.lastIndexOf('\n', other.start()) + 1;
                yield mutant(start, text.substring(from, lineEnd(text, other.start())), text.substring(end));
            }
        };
    }

    private static int lineEnd(String text, int at) {
        int end = text.indexOf('\n', at);
        return end < 0 ? text.length() : end + 1;
    }

    private Mutant mutant(int start, String changed, String after) {
        String before = source.text().substring(0, start);
        String change = before.substring(Math.max(0, before.length() - 40)) + " >>> "
                + changed.substring(0, Math.min(60, changed.length())) + " <<< "
                + after.substring(0, Math.min(40, after.length()));
        return new Mutant(before + changed + after, change.replace('\n', ' ').replace('\t', ' '));
    }
}
