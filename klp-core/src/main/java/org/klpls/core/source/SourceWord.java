package org.klpls.core.source;

import org.klpls.c.text.SourceRange;
import org.klpls.core.model.KlpFunc;
import org.klpls.core.model.KlpObject;
import org.klpls.core.model.KlpSymbolName;

/** A piece of the author's file that klpls knows something about. */
public sealed interface SourceWord {
    SourceRange range();

    /** The string that names a function to be replaced. */
    record OldName(SourceRange range, KlpObject object, KlpFunc func) implements SourceWord {}

    /** The string that names an object. */
    record Object(SourceRange range, KlpObject object) implements SourceWord {}

    /** A {@code .klp.sym.OBJECT.SYMBOL,SYMPOS} in a string. */
    record Symbol(SourceRange range, KlpSymbolName name) implements SourceWord {}

    /** A field of one of livepatch's structs, e.g. {@code old_sympos} of {@code klp_func}. */
    record Field(SourceRange range, String struct, String field) implements SourceWord {}
}
