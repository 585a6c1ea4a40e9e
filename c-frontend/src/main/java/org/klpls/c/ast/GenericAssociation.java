package org.klpls.c.ast;

import java.util.Optional;

/**
 * {@code long: 2} in {@code _Generic(x, long: 2, default: 3)}.
 *
 * @param type empty for default
 */
public record GenericAssociation(int first, int end, Optional<TypeName> type, Expression value) implements Node {}
