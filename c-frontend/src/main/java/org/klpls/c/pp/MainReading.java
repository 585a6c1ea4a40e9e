package org.klpls.c.pp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.klpls.c.text.Problem;

/**
 * How a main file was read behind its preamble, in pieces: each goes from one token at the margin to the next, where no macro
 * is being expanded. A newer text is read on an earlier reading. The pieces before the change are taken over. So are those
 * behind it, as soon as the macros are the same as they were there; but for pieces that depend on the line they stand on, or on
 * __COUNTER__, where that is another, and for those with directives that do something: they are read again.
 */
public final class MainReading {
    /** Below what counts as a bomb: it does not matter which pieces were read. */
    private static final long MOST_PUSHED = 1 << 22;

    private final Unit unit;
    private final FileFrame frame;
    private final int looks;
    private final List<Pause> pauses = new ArrayList<>();
    /** Of {@link LexedFile#margins}: the first that was not passed. */
    private int margin;
    private int piece;
    private int problemsTold;
    /** What was done cannot be taken over in pieces. */
    private boolean whole;
    private List<MacroChange> changes = List.of();
    private List<Problem> problems = List.of();
    private Pause.Files files;

    /** Empty once all pieces are read. */
    private Optional<Earlier> earlier = Optional.empty();

    /** An earlier reading while a newer one is made on it. */
    private static final class Earlier {
        final MainReading reading;
        final TextChange change;
        final MacroDifferences macros;
        /** Its pauses before this one are passed. */
        int next;
        /** Up to here its changes of macros, and the newer reading's, have been compared. */
        int changes;
        int newerChanges;

        Earlier(MainReading reading, TextChange change, MacroDifferences macros) {
            this.reading = reading;
            this.change = change;
            this.macros = macros;
        }
    }

    /** @param looks how often headers behind the preamble were found changed */
    MainReading(Unit unit, FileFrame frame, int looks) {
        this.unit = unit;
        this.frame = frame;
        this.looks = looks;
        this.files = unit.filesSoFar();
    }

    FileFrame frame() {
        return frame;
    }

    LexedFile file() {
        return frame.file;
    }

    /** Whether a newer text can be read on it. */
    boolean canServe(int looksNow) {
        return !whole && looks == looksNow;
    }

    /** Takes over what lies before the change, and what it can behind it. The unit stands behind its preamble. */
    void on(MainReading older, TextChange change) {
        Earlier from = new Earlier(older, change, new MacroDifferences(unit.macros, change, frame.base));
        earlier = Optional.of(from);
        List<Pause> known = older.pauses;
        int last = 0;
        while (last + 1 < known.size() && known.get(last + 1).position() < change.sameTokens()) {
            last++;
        }
        Pause start = known.getFirst();
        Pause end = known.get(last);
        for (int i = 0; i < last; i++) {
            // the first one's tokens, and where its calls stand, are those of the preamble
            pauses.add(moved(known.get(i), 0, unit.map.callCount() - start.calls(), 0));
        }
        takeTokens(older, start, end, change);
        unit.map.repeat(older.unit.map, start.files().inclusions(), end.files().inclusions());
        unit.problems.repeat(older.problems.subList(start.problems(), end.problems()), older.file().source);
        older.changes.subList(0, end.changes()).forEach(unit.macros::repeat);
        unit.restore(end.files(), end.counter());
        files = end.files();
        problemsTold = unit.problems.told();
        frame.position = end.position();
        frame.restoreConditions(end.conditions());
        from.next = last;
        from.changes = end.changes();
        from.newerChanges = end.changes();
    }

    /** The file's own tokens from one pause to another, with the calls that they come from. */
    private void takeTokens(MainReading older, Pause start, Pause end, TextChange change) {
        int from = frame.base + change.restOffset();
        int to = frame.base + older.file().source.text().length();
        unit.map.takeCalls(older.unit.map, start.calls(), end.calls(), unit.tokens.size() - start.tokens(), from, to,
                change.characters());
        unit.tokens.take(older.unit.tokens, start.tokens(), end.tokens(), from, to, change.characters());
        unit.expander.limits.pushed(end.pushed() - start.pushed());
    }

    /** How far the reader may go without {@link #pause}. */
    int nextStop() {
        int next = isAtMargin() ? margin + 1 : margin;
        return next < frame.file.margins.length ? frame.file.margins[next] : frame.limit;
    }

    private boolean isAtMargin() {
        int[] margins = frame.file.margins;
        while (margin < margins.length && margins[margin] < frame.position) {
            margin++;
        }
        return margin < margins.length && margins[margin] == frame.position;
    }

    /** The reader stands between two tokens of the file and outside of macros. It may stand further on afterwards. */
    void pause() {
        boolean isHere = !pauses.isEmpty() && pauses.getLast().position() == frame.position;
        if (isHere || !pauses.isEmpty() && !isAtMargin()) {
            return;
        }
        note();
        if (earlier.isPresent() && takesOver(earlier.get())) {
            note();
        }
    }

    private void note() {
        endPiece();
        if (files.inclusions() != unit.map.inclusionCount() || files.onceOnly().size() != unit.onceOnlyCount()) {
            files = unit.filesSoFar();
        }
        pauses.add(new Pause(frame.position, unit.tokens.size(), unit.map.callCount(), unit.macros.changes().size(),
                unit.problems.count(), unit.counter, frame.conditions(), unit.expander.limits.pushed(), files, 0));
    }

    private void endPiece() {
        if (!pauses.isEmpty()) {
            boolean told = problemsTold != unit.problems.told();
            int last = pauses.size() - 1;
            Pause begun = pauses.get(last);
            pauses.set(last, begun.withPiece(begun.piece() | piece | (told ? Pause.READ_EACH_TIME : 0)));
        }
        problemsTold = unit.problems.told();
        piece = 0;
    }

    /** Takes over the pieces that begin here and need not be read again. */
    private boolean takesOver(Earlier from) {
        int position = frame.position - from.change.tokens();
        List<Pause> known = from.reading.pauses;
        while (from.next < known.size() && known.get(from.next).position() < position) {
            from.next++;
        }
        if (position < from.change.rest() || from.next == known.size()
                || known.get(from.next).position() != position) {
            return false;
        }
        Pause start = known.get(from.next);
        List<MacroChange> newer = unit.macros.changes();
        from.macros.after(from.reading.changes.subList(from.changes, start.changes()),
                newer.subList(from.newerChanges, newer.size()));
        from.changes = start.changes();
        from.newerChanges = newer.size();
        if (!from.macros.areNone() || !Arrays.equals(moved(start.conditions(), from), frame.conditions())) {
            return false;
        }
        int last = from.next;
        while (last + 1 < known.size() && fits(known.get(last), start, known.get(last + 1), from)) {
            last++;
        }
        if (last == from.next) {
            return false;
        }
        take(from, start, known.get(last), last);
        return true;
    }

    private boolean fits(Pause one, Pause start, Pause after, Earlier from) {
        int depends = one.piece();
        return (depends & Pause.READ_EACH_TIME) == 0
                && ((depends & Pause.LINE) == 0 || from.change.lines() == 0)
                && ((depends & Pause.COUNTER) == 0 || start.counter() == unit.counter)
                && unit.expander.limits.pushed() + after.pushed() - start.pushed() < MOST_PUSHED;
    }

    private void take(Earlier from, Pause start, Pause end, int last) {
        pauses.removeLast();
        int tokens = unit.tokens.size() - start.tokens();
        int calls = unit.map.callCount() - start.calls();
        for (int i = from.next; i < last; i++) {
            pauses.add(behind(moved(from.reading.pauses.get(i), tokens, calls, from.change.tokens()), start, from));
        }
        takeTokens(from.reading, start, end, from.change);
        unit.counter += end.counter() - start.counter();
        frame.position = end.position() + from.change.tokens();
        frame.restoreConditions(moved(end.conditions(), from));
        from.next = last;
    }

    /** As it is in the newer reading. */
    private Pause behind(Pause pause, Pause start, Earlier from) {
        return new Pause(pause.position(), pause.tokens(), pause.calls(), unit.macros.changes().size(),
                unit.problems.count(), unit.counter + pause.counter() - start.counter(),
                moved(pause.conditions(), from), unit.expander.limits.pushed() + pause.pushed() - start.pushed(), files,
                pause.piece());
    }

    private static Pause moved(Pause pause, int tokens, int calls, int positions) {
        return new Pause(pause.position() + positions, pause.tokens() + tokens, pause.calls() + calls, pause.changes(),
                pause.problems(), pause.counter(), pause.conditions(), pause.pushed(), pause.files(), pause.piece());
    }

    /** Directives behind the change have other numbers. */
    private static int[] moved(int[] conditions, Earlier from) {
        if (from.change.directives() == 0 || conditions.length == 0) {
            return conditions;
        }
        LexedFile file = from.reading.file();
        int[] moved = conditions.clone();
        for (int i = 0; i < moved.length; i++) {
            if (file.directive(FileFrame.directive(moved[i])).start() >= from.change.rest()) {
                moved[i] = FileFrame.movedBy(from.change.directives(), moved[i]);
            }
        }
        return moved;
    }

    void dependsOn(int what) {
        piece |= what;
    }

    /** Something was done that pieces do not tell of, #line for example: those that follow are read, too. */
    void isWhole() {
        whole = true;
        earlier = Optional.empty();
    }

    /** The file has been read: what was done is kept, for it is undone. */
    void finish() {
        endPiece();
        earlier = Optional.empty();
        changes = List.copyOf(unit.macros.changes());
        problems = List.copyOf(unit.problems.all());
    }
}
