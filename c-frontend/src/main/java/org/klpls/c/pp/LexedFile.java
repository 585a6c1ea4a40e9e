package org.klpls.c.pp;

import java.nio.file.Path;
import java.util.Optional;

import org.klpls.c.text.SourceText;

/**
 * A file's tokens before preprocessing, and where its directives are. Immutable but for macros parsed on demand, shared by all
 * translation units and threads.
 */
final class LexedFile {
    /** One directive: tokens {@code [start, end)}, of which the first is its #. */
    record DirectiveLine(Directive kind, int start, int end) {}

    final SourceText source;
    /** {@link RawToken}s, locations are offsets. */
    final long[] tokens;
    private final DirectiveLine[] directives;
    /**
     * For #if, #elif, #else: index of the directive that ends the group; the number of directives if the file ends
     * first.
     */
    private final int[] groupEnds;
    private final Macro[] macros;
    /** Indexes of the tokens that begin a line at its margin, where lexing and reading can begin; none of a header. */
    final int[] margins;
    /** The macro that guards the whole file, or -1. */
    final int guard;
    /** Whether an #if has no #endif: its meaning may change with any edit behind it. */
    final boolean hasUnclosedGroup;
    /** Offset of a comment that the file's end cuts off, or -1. */
    final int unterminatedComment;

    LexedFile(SourceText source, long[] tokens, DirectiveLine[] directives, int[] margins, int unterminatedComment) {
        this.margins = margins;
        this.source = source;
        this.tokens = tokens;
        this.directives = directives;
        this.groupEnds = GroupIndex.groupEnds(directives);
        this.hasUnclosedGroup = GroupIndex.hasUnclosed(directives);
        this.unterminatedComment = unterminatedComment;
        this.macros = new Macro[directives.length];
        this.guard = GroupIndex.guard(tokens, directives, groupEnds);
    }

    private LexedFile(LexedFile same, SourceText source) {
        this.source = source;
        this.margins = same.margins;
        this.tokens = same.tokens;
        this.directives = same.directives;
        this.groupEnds = same.groupEnds;
        this.hasUnclosedGroup = same.hasUnclosedGroup;
        this.unterminatedComment = same.unterminatedComment;
        this.macros = same.macros;
        this.guard = same.guard;
    }

    /** The same text as another file: all but the name is shared. */
    LexedFile at(Path path) {
        return path.equals(source.path())
                ? this
                : new LexedFile(this, new SourceText(path, source.text(), source.lines()));
    }

    /** About what it takes of memory. */
    long bytes() {
        return source.text().length() + 8L * tokens.length + 64L * directives.length;
    }

    /** Index of the token that stands at the margin at an offset; -1 if none does. */
    int tokenAtMargin(int offset) {
        int low = 0;
        int high = margins.length - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int found = RawToken.location(tokens[margins[middle]]);
            if (found == offset) {
                return margins[middle];
            }
            if (found < offset) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -1;
    }

    int directiveCount() {
        return directives.length;
    }

    DirectiveLine directive(int index) {
        return directives[index];
    }

    int groupEnd(int directive) {
        return groupEnds[directive];
    }

    /** Whether it is an #if that no #endif ends. */
    boolean opensUnclosed(int directive) {
        return directives[directive].kind().opensGroup() && !isClosed(directive);
    }

    /** Whether an #endif ends the groups that go on from this directive. */
    boolean isClosed(int directive) {
        int index = groupEnds[directive];
        while (index < directives.length && directives[index].kind() != Directive.ENDIF) {
            index = groupEnds[index];
        }
        return index < directives.length;
    }

    /** The macro that a #define of this file makes, if it was asked for before. */
    Optional<Macro> knownMacro(int directive) {
        return Optional.ofNullable(macros[directive]);
    }

    void remember(int directive, Macro macro) {
        macros[directive] = macro;
    }
}
