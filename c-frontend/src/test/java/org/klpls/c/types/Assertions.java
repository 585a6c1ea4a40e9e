package org.klpls.c.types;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.klpls.c.build.CompileCommand;
import org.klpls.c.pp.TokenKind;
import org.klpls.c.pp.TokenSequence;

/** The text of a unit with {@code _Static_assert}s among its statements, for gcc to judge. */
final class Assertions {
    private static final Pattern FAILED = Pattern.compile("error: static assertion failed: \"(\\d+)\"");
    private static final Pattern ERROR = Pattern.compile("one\\.i:(\\d+):\\d+: error: (.*)");

    private final TokenSequence tokens;
    private final Map<Integer, List<String>> before = new HashMap<>();
    private final List<String> all = new ArrayList<>();

    Assertions(TokenSequence tokens) {
        this.tokens = tokens;
    }

    int count() {
        return all.size();
    }

    /** @param token the assertion stands before it */
    void add(int token, String condition) {
        before.computeIfAbsent(token, _ -> new ArrayList<>())
                .add("_Static_assert(" + condition + ", \"" + all.size() + "\");");
        all.add(condition);
    }

    private String text(List<String> lines) {
        StringBuilder text = new StringBuilder();
        StringBuilder line = new StringBuilder();
        for (int index = 0; index < tokens.size() - 1; index++) {
            boolean pragma = tokens.kind(index) == TokenKind.PRAGMA;
            if (pragma || before.containsKey(index)) {
                lines.add("");
                text.append(line).append('\n');
                line.setLength(0);
            }
            for (String assertion : before.getOrDefault(index, List.of())) {
                lines.add(assertion);
                text.append(assertion).append('\n');
            }
            line.append(tokens.text(index)).append(' ');
            if (pragma) {
                lines.add("");
                text.append(line).append('\n');
                line.setLength(0);
            }
        }
        return text.append(line).append('\n').toString();
    }

    /** What gcc refuses: assertions that fail, and those that it takes for no constant, or no C. */
    List<String> refused(CompileCommand command, Path folder) throws IOException {
        List<String> lines = new ArrayList<>();
        Path file = folder.resolve("one.i");
        Files.writeString(file, text(lines));
        List<String> arguments = new ArrayList<>(command.arguments());
        for (int at = arguments.indexOf("-include"); at >= 0; at = arguments.indexOf("-include")) {
            arguments.subList(at, at + 2).clear();
        }
        Path said = folder.resolve("said");
        KernelUnits.gcc(new CompileCommand(command.directory(), command.compiler(), arguments, ""), List.of("-w",
                "-fsyntax-only", "-fmax-errors=0", file.toString()), said);
        List<String> refused = new ArrayList<>();
        for (String line : Files.readAllLines(said)) {
            Matcher failed = FAILED.matcher(line);
            Matcher error = ERROR.matcher(line);
            if (failed.find()) {
                refused.add("false for gcc: " + all.get(Integer.parseInt(failed.group(1))));
            } else if (error.find()) {
                int number = Integer.parseInt(error.group(1)) - 1;
                refused.add(error.group(2) + ": " + (number < lines.size() ? lines.get(number) : ""));
            }
        }
        return refused;
    }
}
