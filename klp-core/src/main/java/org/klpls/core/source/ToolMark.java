package org.klpls.core.source;

import java.util.Optional;
import org.klpls.c.text.SourceRange;

/**
 * What the author tells kpatch-build or klp-build by a macro, which leaves a variable in a section of the tool's own.
 *
 * @param name the function that it is about, or the section; empty where neither is named
 * @param place the name, or where there is none the macro
 */
public record ToolMark(Kind kind, Optional<String> name, SourceRange place) {
    public enum Kind {
        PRE_PATCH, POST_PATCH, PRE_UNPATCH, POST_UNPATCH,
        /** kpatch's callbacks before it used livepatch's: KPATCH_LOAD_HOOK() and KPATCH_UNLOAD_HOOK(). */
        LOAD, UNLOAD,
        /** KPATCH_FORCE_UNSAFE() */
        FORCE,
        /** KPATCH_IGNORE_FUNCTION() and KPATCH_IGNORE_SECTION() */
        IGNORE_FUNCTION, IGNORE_SECTION
    }
}
