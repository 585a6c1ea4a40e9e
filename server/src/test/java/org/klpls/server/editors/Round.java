package org.klpls.server.editors;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What an editor saw in one round: it opened a file, waited for diagnostics, hovered over a place, applied a quick fix
 * there and waited until the place was clean. The editors' scripts write it as JSON.
 *
 * @param before the diagnostics of the file as it is
 * @param hover the text of the hover
 * @param titles the quick fixes that were offered
 * @param text the file's text after the quick fix
 * @param after the diagnostics of that text
 * @param failure what went wrong, in the editor's words; then all else is null
 */
record Round(List<Seen> before, String hover, List<String> titles, String text, List<Seen> after,
        @Nullable String failure) {

    /** A diagnostic, as the editor shows it. Line and character count from 0. */
    record Seen(String code, int line, int character, String message, String source) {}
}
