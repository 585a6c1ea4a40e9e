package org.klpls.c.pp;

import java.util.Optional;

/** A header as an #include names it. */
record HeaderName(String name, boolean angled, int location) {

    /** From its first token and, where macros made it, all up to {@code >}. Empty if it is no header's name. */
    static Optional<HeaderName> read(Unit unit, long first) {
        String text = unit.spelling.text(first);
        int tokenClass = RawToken.tokenClass(first);
        boolean whole = tokenClass == RawToken.HEADER_NAME
                || tokenClass == RawToken.STRING && text.startsWith("\"") && text.length() > 2;
        if (whole) {
            return Optional.of(new HeaderName(text.substring(1, text.length() - 1),
                    tokenClass == RawToken.HEADER_NAME, RawToken.location(first)));
        }
        return RawToken.isWord(first, Words.LESS) ? spelledOut(unit, first) : Optional.empty();
    }

    /** Where a header's name that begins with an angle ends; empty if the offset is not in an #include. */
    static Optional<Integer> angledEnd(String text, int offset) {
        if (offset >= text.length() || text.charAt(offset) != '<') {
            return Optional.empty();
        }
        int end = text.indexOf('>', offset);
        String before = text.substring(text.lastIndexOf('\n', offset) + 1, offset).strip();
        boolean directive = before.startsWith("#") && (before.contains("include") || before.contains("import"));
        boolean sameLine = end > 0 && text.substring(offset, end).indexOf('\n') < 0;
        return directive && sameLine ? Optional.of(end + 1) : Optional.empty();
    }

    private static Optional<HeaderName> spelledOut(Unit unit, long first) {
        StringBuilder name = new StringBuilder();
        for (long token = unit.expander.nextToken(); token != Expander.EOF; token = unit.expander.nextToken()) {
            if (RawToken.isWord(token, Words.GREATER)) {
                return Optional.of(new HeaderName(name.toString(), true, RawToken.location(first)));
            }
            if (RawToken.has(token, RawToken.SPACE) && !name.isEmpty()) {
                name.append(' ');
            }
            name.append(unit.spelling.text(token));
        }
        return Optional.empty();
    }

    Optional<IncludeSearch.Found> find(Unit unit, boolean next) {
        FileFrame frame = unit.frame;
        if (next && frame.includer.isPresent() && !name.startsWith("/")) {
            return unit.search.next(name, frame.folder);
        }
        return angled ? unit.search.angled(name) : unit.search.quoted(name, frame.name);
    }
}
