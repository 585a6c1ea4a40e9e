package org.klpls.core.source;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.klpls.c.text.SourceRange;
import org.klpls.c.text.SourceText;
import org.klpls.c.text.Span;
import org.klpls.core.model.KlpFunc;
import org.klpls.core.model.KlpObject;
import org.klpls.core.model.KlpPatch;
import org.klpls.core.model.KlpTable;
import org.klpls.core.model.Located;
import org.klpls.core.model.Place;
import org.klpls.core.model.TableEnd;

/**
 * A {@code patched_funcs.csv}: what a SUSE livepatch replaces, {@code OBJECT OLD_NAME[,SYMPOS] NEW_FUNC [CONDITION]} a line,
 * parted by blanks. Its build makes the tables of livepatch_main.c of it. Source: SUSE kernel-livepatch
 * scripts/register-patches.sh.
 *
 * @param words names that a hover can explain
 * @param unread lines that the build leaves out, or makes no C of
 */
public record PatchedFuncs(KlpPatch patch, List<SourceWord> words, List<SourceRange> unread) {
    private static final String NAME = "patched_funcs.csv";
    private static final Pattern LINE = Pattern
            .compile("(?m)^[ \\t]*(?<object>\\S+)[ \\t]+(?<old>\\S+)[ \\t]+(?<new>\\S+)(?<condition>.*)$");
    private static final Pattern OLD = Pattern.compile("(?<name>[^,\"\\\\]+)(?:,(?<sympos>[0-9]{1,18}))?");
    private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    public PatchedFuncs {
        words = List.copyOf(words);
        unread = List.copyOf(unread);
    }

    public static boolean isOne(Path file) {
        return file.endsWith(NAME);
    }

    /** One line that can be read. */
    private record Line(Located<String> object, KlpFunc func, boolean hasCondition) {}

    public static PatchedFuncs read(SourceText text) {
        List<SourceRange> unread = new ArrayList<>();
        Map<String, List<Line>> byObject = new LinkedHashMap<>();
        int start = 0;
        while (start < text.text().length()) {
            int newline = text.text().indexOf('\n', start);
            int end = newline < 0 ? text.text().length() : newline;
            String line = text.text().substring(start, end).stripTrailing();
            if (!line.isBlank()) {
                int indent = line.length() - line.stripLeading().length();
                SourceRange whole = range(text, start + indent, start + line.length());
                Optional<Line> read = line(text, line, start, whole);
                read.ifPresentOrElse(entry -> add(byObject, entry), () -> unread.add(whole));
            }
            start = end + 1;
        }
        List<SourceWord> words = new ArrayList<>();
        List<KlpObject> objects = byObject.values().stream().map(lines -> object(lines, words)).toList();
        Place place = new Place.InSource(range(text, 0, 0));
        return new PatchedFuncs(new KlpPatch(NAME, false, table(objects, place), place), words, unread);
    }

    /** Lines for one function under several conditions are alternatives: the first stands for all. */
    private static void add(Map<String, List<Line>> byObject, Line line) {
        List<Line> known = byObject.computeIfAbsent(line.object().value(), _ -> new ArrayList<>());
        boolean isAlternative = line.hasCondition() && known.stream().anyMatch(other -> other.hasCondition()
                && name(other).equals(name(line)));
        if (!isAlternative) {
            known.add(line);
        }
    }

    private static Optional<String> name(Line line) {
        return line.func().oldName().map(Located::value);
    }

    private static Optional<Line> line(SourceText text, String line, int start, SourceRange whole) {
        Matcher cells = LINE.matcher(line);
        if (!cells.matches()) {
            return Optional.empty();
        }
        Matcher old = OLD.matcher(cells.group("old"));
        if (!old.matches() || !IDENTIFIER.matcher(cells.group("new")).matches()) {
            return Optional.empty();
        }
        int oldAt = start + cells.start("old");
        Optional<Located<Long>> sympos = Optional.ofNullable(old.group("sympos")).map(number -> new Located<>(
                Long.valueOf(number), at(text, oldAt + old.start("sympos"), oldAt + old.end("sympos"))));
        KlpFunc func = new KlpFunc(
                Optional.of(new Located<>(old.group("name"), at(text, oldAt, oldAt + old.end("name")))), sympos,
                Optional.of(new Located<>(cells.group("new"),
                        at(text, start + cells.start("new"), start + cells.end("new")))),
                new Place.InSource(whole));
        return Optional.of(new Line(
                new Located<>(cells.group("object"),
                        at(text, start + cells.start("object"), start + cells.end("object"))),
                func, !cells.group("condition").isBlank()));
    }

    private static KlpObject object(List<Line> lines, List<SourceWord> words) {
        Located<String> name = lines.getFirst().object();
        KlpObject object = new KlpObject(Optional.of(name).filter(n -> !n.value().equals("vmlinux")),
                Optional.of(table(lines.stream().map(Line::func).toList(), name.place())), name.place());
        for (Line line : lines) {
            addWord(line.object().place(), range -> words.add(new SourceWord.Object(range, object)));
            line.func().oldName().ifPresent(old -> addWord(old.place(),
                    range -> words.add(new SourceWord.OldName(range, object, line.func()))));
        }
        return object;
    }

    private static void addWord(Place place, Consumer<SourceRange> add) {
        if (place instanceof Place.InSource(SourceRange range)) {
            add.accept(range);
        }
    }

    private static <T> KlpTable<T> table(List<T> entries, Place place) {
        return new KlpTable<>(Optional.empty(), entries, List.of(),
                entries.isEmpty() ? TableEnd.UNKNOWN : TableEnd.TERMINATED, place, place);
    }

    private static Place at(SourceText text, int start, int end) {
        return new Place.InSource(range(text, start, end));
    }

    private static SourceRange range(SourceText text, int start, int end) {
        return new SourceRange(text, new Span(start, end));
    }
}
