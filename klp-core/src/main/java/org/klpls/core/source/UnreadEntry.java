package org.klpls.core.source;

import java.util.Optional;
import org.klpls.c.text.SourceRange;

/**
 * A part of a table that is there and could not be read for sure, so that it is not judged.
 *
 * @param what it is, in words for the author; empty where another finding at this place tells the reason
 */
public record UnreadEntry(SourceRange place, Optional<String> what) {}
