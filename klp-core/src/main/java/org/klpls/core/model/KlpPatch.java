package org.klpls.core.model;

/**
 * A {@code struct klp_patch}.
 *
 * @param variable the C variable or ELF symbol
 * @param objects its objects; {@code TableEnd.NO_TABLE} where {@code .objs} is NULL
 * @param place the variable's name
 */
public record KlpPatch(String variable, boolean replace, KlpTable<KlpObject> objects, Place place) {}
