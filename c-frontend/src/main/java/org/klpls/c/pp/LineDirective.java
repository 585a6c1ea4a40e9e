package org.klpls.c.pp;

import java.util.Optional;

import org.klpls.c.pp.LexedFile.DirectiveLine;
import org.klpls.c.text.LiteralElement;

/**
 * {@code #line 5 "x.h"}, and the same as a compiler writes it: {@code # 5 "x.h" 1 3}. Source: gcc libcpp/directives.cc do_line(),
 * do_linemarker().
 */
final class LineDirective {
    private static final long MOST_LINES = 0xffff_ffffL;

    private final Unit unit;
    private final FileFrame frame;
    private final int location;

    private LineDirective(Unit unit, FileFrame frame, int location) {
        this.unit = unit;
        this.frame = frame;
        this.location = location;
    }

    static void act(Unit unit, FileFrame frame, DirectiveLine line) {
        boolean marker = line.kind() == Directive.LINE_MARKER;
        frame.position = line.start() + (marker ? 1 : 2);
        int at = RawToken.location(frame.tokens[Math.min(line.start() + 1, line.end() - 1)] + frame.shift);
        LineDirective directive = new LineDirective(unit, frame, at);
        unit.expander.duringDirective(line.end(), () -> directive.read(marker));
    }

    private void read(boolean marker) {
        String number = unit.spelling.text(unit.expander.nextToken());
        if (number.isEmpty() || !number.chars().allMatch(c -> c >= '0' && c <= '9')) {
            unit.problems.error(location, marker
                    ? "#" + number + " is no directive"
                    : "#line needs a line number" + (number.isEmpty() ? "" : ", and '" + number + "' is none"));
            return;
        }
        long file = unit.expander.nextToken();
        if (file != Expander.EOF) {
            Optional<String> name = name(file);
            if (name.isEmpty()) {
                unit.problems.error(location, "'" + unit.spelling.text(file) + "' is no file's name");
                return;
            }
            if (marker && !flagsAreRight()) {
                return;
            }
            frame.presumedName = name.get();
        }
        long next = unit.map.line(location) + 1;
        frame.lineDelta = lineNumber(number) - next;
    }

    /** Of a number of any length. Source: gcc libcpp/directives.cc strtolinenum(), which counts in 32 bits. */
    private static long lineNumber(String digits) {
        long number = 0;
        for (int i = 0; i < digits.length(); i++) {
            number = number * 10 + (digits.charAt(i) - '0') & MOST_LINES;
        }
        return number;
    }

    private Optional<String> name(long token) {
        String text = unit.spelling.text(token);
        if (RawToken.tokenClass(token) != RawToken.STRING || !text.startsWith("\"")) {
            return Optional.empty();
        }
        StringBuilder name = new StringBuilder();
        LiteralElement.of(text).forEach(it -> name.appendCodePoint(it.codePoint()));
        return Optional.of(name.toString());
    }

    /** 1 enters a file, 2 comes back to one; 3 is a system header, 4 one of C only. */
    private boolean flagsAreRight() {
        int last = 0;
        for (long token = unit.expander.nextToken(); token != Expander.EOF; token = unit.expander.nextToken()) {
            String text = unit.spelling.text(token);
            int flag = text.length() == 1 ? text.charAt(0) - '0' : 0;
            boolean right = flag > last && flag <= 4 && (flag != 4 || last == 3) && (flag != 2 || last == 0);
            if (!right) {
                unit.problems.error(location, "'" + text + "' is no flag of a line marker");
                return false;
            }
            last = flag;
        }
        return true;
    }
}
