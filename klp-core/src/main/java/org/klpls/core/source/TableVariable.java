package org.klpls.core.source;

import java.util.Optional;
import org.klpls.c.text.SourceRange;

/**
 * A variable of the author's file that is one of livepatch's structs, or an array of them.
 *
 * @param struct tag of the struct, e.g. {@code klp_func}
 * @param isAutomatic whether it lies on the stack
 * @param constant the word {@code const}, which puts it into memory that cannot be written
 * @param section where an attribute puts it
 * @param name where its name stands
 */
public record TableVariable(String variable, String struct, boolean isAutomatic, Optional<SourceRange> constant,
        Optional<Section> section, SourceRange name) {
    /** @param attribute as the author wrote it, e.g. {@code __initdata} */
    public record Section(String name, SourceRange attribute) {}
}
