package org.klpls.core.model;

/**
 * A {@code struct klp_patch}.
 *
 * @param variable the C variable, {@code fix.patch} or {@code patches[1]} for a part of one; or the ELF symbol
 * @param objects its objects; {@code TableEnd.NO_TABLE} where {@code .objs} is NULL
 * @param place the variable's name
 */
public record KlpPatch(String variable, boolean replace, KlpTable<KlpObject> objects, Place place) {
    /** The C variable that it is a part of: {@code fix} of {@code fix.patch}; most often itself. */
    public String wholeVariable() {
        int part = variable.indexOf('.');
        int element = variable.indexOf('[');
        int end = Math.min(part < 0 ? variable.length() : part, element < 0 ? variable.length() : element);
        return variable.substring(0, end);
    }
}
