package org.klpls.core.rule;

import java.util.Optional;
import org.klpls.c.text.SourceRange;

/** A "there" of a finding: a second place, or a fact with no place in the author's files (an occurrence in the kernel). */
public record Related(String message, Optional<SourceRange> where) {}
