package org.klpls.core.source;

import java.util.Optional;
import org.klpls.c.text.SourceRange;
import org.klpls.core.model.ObjectName;

/**
 * A symbol of the kernel that the source names in a string, for a tool or for its own code to find.
 *
 * @param livepatched the object whose relocations it is for; empty for what code looks up
 * @param object that it is looked for in
 * @param sympos 0 where none is given
 * @param place its name
 * @param variable what is declared with it, or is given its address
 */
public record SymbolReference(Optional<ObjectName> livepatched, ObjectName object, String symbol, long sympos,
        SourceRange place, Optional<String> variable) {
    /** A name for klp-convert, {@code .klp.sym.rela.LIVEPATCHED.OBJECT.SYMBOL,SYMPOS}, against an entry of a klp_kallsyms_reloc. */
    public boolean isAsmName() {
        return livepatched.isPresent();
    }
}
