package org.klpls.core.rules;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One rule's test as text. Parts begin with {@code //- NAME}:
 *
 * <pre>
 * //- /patch.c          the source; what is found in it is marked below the line, and whatever is not marked fails
 * 	.old_name = "nope",
 * //		    ^^^^^^ error[klp-func-not-found]: 'nope' is not in vmlinux
 * // kernel: livepatch: symbol 'nope' not found in symbol table
 * // related: a part of a related message
 * //- /patched_funcs.csv  instead of /patch.c: the list of what is patched is what is looked at
 * //- beside: NAME      another file of the folder, which is on the disk then
 * //- /kernel.tsv       the kernel, as FixtureKernel reads it; without this part there is none. {@code @like standard}
 *                       stands for standard.tsv
 * //- /name             the module's name; "patch" without this part
 * //- /module.table     the built module's table: OBJECT OLD_NAME SYMPOS NEW_FUNC a line
 * //- unsaved           the source is open in an editor, and not saved
 * //- fixed: TITLE      the source after the fix whose title begins so
 * //- skipped           what is skipped, one check a line; without this part it is not looked at
 * </pre>
 *
 * Carets stand below the columns that they mark with tabs 8 wide, so that they do in every editor. {@code //<} marks the
 * first character of a line, which no caret can stand under; carets right behind it mark those after it.
 */
record Fixture(Path file, String source, List<Mark> marks, Map<String, String> parts) {
    private static final int TAB = 8;

    /** What is expected at a place of the source. {@code line} and characters are 0-based, of the source without marks. */
    record Mark(int line, int start, int end, String severity, String code, String message, Optional<String> kernel,
            List<String> related) {
        @Override
        public String toString() {
            return (line + 1) + ":" + (start + 1) + "-" + (end + 1) + " " + severity + "[" + code + "]: " + message;
        }
    }

    static Fixture read(Path file) {
        try {
            return parse(file, Files.readString(file));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    static Fixture parse(Path file, String text) {
        Map<String, String> parts = new LinkedHashMap<>();
        Optional<String> name = Optional.empty();
        StringBuilder part = new StringBuilder();
        for (String line : text.split("(?<=\n)")) {
            if (line.startsWith("//- ")) {
                name.ifPresent(n -> parts.put(n, part.toString()));
                part.setLength(0);
                name = Optional.of(line.substring(4).strip());
            } else {
                part.append(line);
            }
        }
        name.ifPresent(n -> parts.put(n, part.toString()));
        List<String> source = new ArrayList<>();
        List<Mark> marks = new ArrayList<>();
        for (String line : parts.getOrDefault("/patch.c", parts.getOrDefault("/patched_funcs.csv", ""))
                .split("(?<=\n)")) {
            if (!readMark(line.stripTrailing(), source, marks)) {
                source.add(line);
            }
        }
        return new Fixture(file, String.join("", source), List.copyOf(marks), parts);
    }

    /** Whether the line is a mark; if so it is added to the marks. */
    private static boolean readMark(String line, List<String> source, List<Mark> marks) {
        if (line.startsWith("// kernel: ") || line.startsWith("// related: ")) {
            marks.add(withMore(marks.removeLast(), line));
            return true;
        }
        boolean first = line.startsWith("//<");
        int caret = line.indexOf('^');
        if (!first && (!line.startsWith("//") || caret < 0 || !line.substring(2, caret).isBlank())) {
            return false;
        }
        int start = first ? 2 : caret;
        int carets = first ? 3 : caret;
        while (carets < line.length() && line.charAt(carets) == '^') {
            carets++;
        }
        String told = line.substring(carets).strip();
        int bracket = told.indexOf('[');
        int close = told.indexOf("]: ");
        String above = source.getLast();
        int column = first ? 0 : column(line, start);
        marks.add(new Mark(source.size() - 1, character(above, column), character(above, column + carets - start),
                told.substring(0, bracket), told.substring(bracket + 1, close), told.substring(close + 3),
                Optional.empty(), List.of()));
        return true;
    }

    private static Mark withMore(Mark mark, String line) {
        String value = line.substring(line.indexOf(": ") + 2);
        List<String> related = new ArrayList<>(mark.related());
        Optional<String> kernel = line.startsWith("// kernel: ") ? Optional.of(value) : mark.kernel();
        if (line.startsWith("// related: ")) {
            related.add(value);
        }
        return new Mark(mark.line(), mark.start(), mark.end(), mark.severity(), mark.code(), mark.message(), kernel,
                List.copyOf(related));
    }

    private static int column(String line, int character) {
        int column = 0;
        for (int i = 0; i < character; i++) {
            column = line.charAt(i) == '\t' ? (column / TAB + 1) * TAB : column + 1;
        }
        return column;
    }

    private static int character(String line, int column) {
        int character = 0;
        while (character < line.length() && column(line, character) < column) {
            character++;
        }
        return character;
    }
}
