package org.klpls.c.pp;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

import org.klpls.c.pp.LexedFile.DirectiveLine;
import org.klpls.c.text.Span;

/** Acts on directives. Groups that a condition leaves out are jumped over, not read. */
final class Directives {
    private final Unit unit;
    private final Condition condition;
    final Pragmas pragmas;
    final Assertions assertions;

    Directives(Unit unit) {
        this.unit = unit;
        this.condition = new Condition(unit);
        this.pragmas = new Pragmas(unit);
        this.assertions = new Assertions(unit);
    }

    /**
     * Acts on a directive of the file being read, whose # was just read; the file then stands behind the line. Gives
     * the token that it becomes (a pragma), or 0.
     */
    long handle(int index) {
        FileFrame frame = unit.frame;
        DirectiveLine line = frame.file.directive(index);
        frame.position = line.end();
        noteForPieces(line.kind());
        switch (line.kind()) {
            case DEFINE -> define(frame, index, line);
            case UNDEF -> name(frame, line).ifPresent(unit.macros::undefine);
            case INCLUDE -> include(frame, line, false, false);
            case INCLUDE_NEXT -> include(frame, line, true, false);
            case IMPORT -> include(frame, line, false, true);
            case IF, IFDEF, IFNDEF -> {
                frame.openCondition(index);
                boolean holds = holds(frame, line);
                if (!frame.file.isClosed(index)) {
                    readUnclosed();
                } else if (!holds) {
                    skip(frame, index);
                }
            }
            case ELIF, ELSE -> endGroup(frame, index, line);
            case ELIFDEF, ELIFNDEF -> {
                if (hasElifdef()) {
                    endGroup(frame, index, line);
                } else {
                    problem(frame, line, spelled(line.kind()) + " is no directive before C23");
                }
            }
            case ENDIF -> {
                if (frame.inCondition()) {
                    frame.closeCondition();
                } else {
                    problem(frame, line, "#endif without #if");
                }
            }
            case LINE, LINE_MARKER -> LineDirective.act(unit, frame, line);
            case ERROR -> problem(frame, line, "#error" + rest(frame, line));
            case WARNING -> unit.directiveWarning(at(frame, line), "#warning" + rest(frame, line));
            case PRAGMA -> {
                return pragmas.act(PragmaText.of(frame.file, line, unit.interner).substring("#pragma".length()),
                        at(frame, line));
            }
            case UNKNOWN -> problem(frame, line, "#" + rest(frame, line).strip() + " is no directive");
            case ASSERT, UNASSERT -> {
                frame.position = line.start() + 2;
                unit.expander.duringDirective(line.end(),
                        () -> assertions.act(line.kind() == Directive.ASSERT, at(frame, line)));
            }
            case IDENT, SCCS -> {
                int text = line.start() + 2;
                if (text >= line.end() || RawToken.tokenClass(frame.tokens[text]) != RawToken.STRING) {
                    problem(frame, line, spelled(line.kind()) + " needs a string");
                }
            }
            case NULL -> {
            }
        }
        return 0;
    }

    private void noteForPieces(Directive kind) {
        switch (kind) {
            case DEFINE, UNDEF, INCLUDE, INCLUDE_NEXT, IMPORT -> unit.pieceDependsOn(Pause.READ_EACH_TIME);
            case LINE, LINE_MARKER, ASSERT, UNASSERT -> unit.isReadWhole();
            case IF, IFDEF, IFNDEF, ELIF, ELIFDEF, ELIFNDEF, ELSE, ENDIF, ERROR, WARNING, PRAGMA, UNKNOWN, IDENT, SCCS,
                    NULL ->
                {
                }
        }
    }

    /** An #if of a file that ends before its #endif. */
    void unterminated(FileFrame frame) {
        DirectiveLine line = frame.file.directive(frame.condition());
        problem(frame, line, "this " + spelled(line.kind()) + " has no #endif");
    }

    private static String spelled(Directive kind) {
        return "#" + kind.name().toLowerCase(Locale.ROOT);
    }

    private int at(FileFrame frame, DirectiveLine line) {
        int token = Math.min(line.start() + 1, line.end() - 1);
        return RawToken.location(frame.tokens[token] + frame.shift);
    }

    private void problem(FileFrame frame, DirectiveLine line, String message) {
        unit.problems.error(at(frame, line), message);
    }

    /** What is written behind the directive's name. */
    private static String rest(FileFrame frame, DirectiveLine line) {
        String text = frame.file.source.text();
        int start = RawToken.location(frame.tokens[line.start() + 1]);
        int first = TokenScanner.endOfToken(text, start);
        int last = line.end() - 1;
        int end = TokenScanner.endOfToken(text, RawToken.location(frame.tokens[last]));
        return line.kind() == Directive.UNKNOWN
                ? text.substring(start, first)
                : frame.file.source.slice(new Span(first, Math.max(first, end)));
    }

    private void define(FileFrame frame, int index, DirectiveLine line) {
        if (unit.macros.hasPoison() && isPoisonedIn(frame, line.start() + 2, line.end())) {
            return;
        }
        Optional<Macro> known = frame.file.knownMacro(index);
        if (known.isPresent()) {
            define(frame, known.get());
            return;
        }
        switch (MacroDefinition.read(frame.file, line, unit.interner)) {
            case MacroDefinition.Good good -> {
                frame.file.remember(index, good.macro());
                define(frame, good.macro());
            }
            case MacroDefinition.Bad bad -> unit.problems.error(
                    RawToken.location(frame.tokens[bad.wrong().token()] + frame.shift), bad.wrong().message());
        }
    }

    private void define(FileFrame frame, Macro macro) {
        Macro earlier = unit.macros.get(macro.name());
        if (earlier != null && earlier != MacroTable.BUILT_IN && !same(earlier, macro)) {
            unit.problems.warning(frame.base + macro.location(),
                    "'" + unit.interner.text(macro.name()) + "' is defined again, and differently");
        }
        unit.macros.define(macro, frame.base);
    }

    private static boolean same(Macro one, Macro other) {
        if (one == other) {
            return true;
        }
        boolean alike = one.parameters() == other.parameters() && one.variadic() == other.variadic();
        return alike && Arrays.equals(withoutPlaces(one.body()), withoutPlaces(other.body()));
    }

    private static long[] withoutPlaces(long[] body) {
        return Arrays.stream(body).map(token -> token & 0xffff_ffffL).toArray();
    }

    /** The symbol of the one name that a directive takes. */
    private Optional<Integer> name(FileFrame frame, DirectiveLine line) {
        int at = line.start() + 2;
        if (at >= line.end() || RawToken.tokenClass(frame.tokens[at]) != RawToken.IDENTIFIER) {
            problem(frame, line, spelled(line.kind()) + " needs a macro's name");
            return Optional.empty();
        }
        int symbol = RawToken.symbol(frame.tokens[at]);
        if (line.kind() == Directive.UNDEF && symbol == Words.DEFINED) {
            problem(frame, line, "'defined' cannot be a macro's name");
            return Optional.empty();
        }
        return isPoisonedIn(frame, at, at + 1) ? Optional.empty() : Optional.of(symbol);
    }

    private boolean isPoisonedIn(FileFrame frame, int start, int end) {
        boolean poisoned = false;
        for (int i = start; i < end; i++) {
            long token = frame.tokens[i];
            if (RawToken.tokenClass(token) == RawToken.IDENTIFIER && unit.macros.isPoisoned(RawToken.symbol(token))) {
                unit.poisoned(token + frame.shift);
                poisoned = true;
            }
        }
        return poisoned;
    }

    // ---- conditions

    private boolean holds(FileFrame frame, DirectiveLine line) {
        return switch (line.kind()) {
            case IFDEF, ELIFDEF -> name(frame, line).map(unit.macros::isDefined).orElse(false);
            case IFNDEF, ELIFNDEF -> !name(frame, line).map(unit.macros::isDefined).orElse(true);
            case ELSE -> true;
            default -> {
                frame.position = line.start() + 2;
                boolean[] value = new boolean[1];
                unit.expander.duringDirective(line.end(),
                        () -> value[0] = condition.holds(line.kind(), at(frame, line)));
                yield value[0];
            }
        };
    }

    /** Goes to the first group after a condition that holds, or behind the #endif. */
    private void skip(FileFrame frame, int from) {
        int index = frame.file.groupEnd(from);
        while (index < frame.file.directiveCount()) {
            DirectiveLine line = frame.file.directive(index);
            frame.position = line.end();
            if (line.kind() == Directive.ENDIF) {
                frame.closeCondition();
                return;
            }
            boolean unknown = !hasElifdef() && (line.kind() == Directive.ELIFDEF || line.kind() == Directive.ELIFNDEF);
            if (!unknown) {
                noteElse(frame, line);
                if (holds(frame, line)) {
                    return;
                }
            }
            index = frame.file.groupEnd(index);
        }
    }

    /** GNU C takes them in every standard. Source: gcc libcpp/init.cc lang_defaults. */
    private boolean hasElifdef() {
        return !unit.strict || unit.c23;
    }

    private void noteElse(FileFrame frame, DirectiveLine line) {
        if (frame.afterElse()) {
            problem(frame, line, spelled(line.kind()) + " after #else");
        }
        if (line.kind() == Directive.ELSE) {
            frame.markElse();
        }
    }

    /** Without its #endif a group is read, whatever its condition says: else nothing that follows would be seen while one types. */
    private void readUnclosed() {
        unit.isReadWhole();
    }

    /** A group that was read has ended: all others up to the #endif are left out. */
    private void endGroup(FileFrame frame, int from, DirectiveLine first) {
        if (!frame.inCondition()) {
            problem(frame, first, spelled(first.kind()) + " without #if");
            return;
        }
        if (!frame.file.isClosed(from)) {
            noteElse(frame, first);
            readUnclosed();
            return;
        }
        int index = from;
        while (index < frame.file.directiveCount()) {
            DirectiveLine line = frame.file.directive(index);
            frame.position = line.end();
            if (line.kind() == Directive.ENDIF) {
                frame.closeCondition();
                return;
            }
            noteElse(frame, line);
            index = frame.file.groupEnd(index);
        }
    }

    // ---- files and lines

    private void include(FileFrame frame, DirectiveLine line, boolean next, boolean once) {
        int at = line.start() + 2;
        Optional<HeaderName> header = Optional.empty();
        if (at < line.end()) {
            int tokenClass = RawToken.tokenClass(frame.tokens[at]);
            if (tokenClass == RawToken.HEADER_NAME || tokenClass == RawToken.STRING) {
                header = HeaderName.read(unit, frame.tokens[at] + frame.shift);
            } else {
                header = computed(frame, line);
            }
        }
        if (header.isEmpty() || header.get().name().isEmpty()) {
            problem(frame, line, spelled(line.kind()) + " needs \"FILE\" or <FILE>");
            return;
        }
        HeaderName name = header.get();
        int location = RawToken.location(frame.tokens[at] + frame.shift);
        Optional<IncludeSearch.Found> found = name.find(unit, next);
        if (found.isPresent()) {
            unit.include(found.get(), location, once);
        } else {
            unit.problems.error(location, "'" + name.name() + "' is in none of the include folders");
        }
    }

    private Optional<HeaderName> computed(FileFrame frame, DirectiveLine line) {
        frame.position = line.start() + 2;
        HeaderName[] name = new HeaderName[1];
        unit.expander.duringInclude(line.end(),
                () -> HeaderName.read(unit, unit.expander.nextToken()).ifPresent(n -> name[0] = n));
        return Optional.ofNullable(name[0]);
    }
}
