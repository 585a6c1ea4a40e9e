package org.klpls.c.parse;

/** Which functions of the file level are left unparsed until somebody asks for their bodies. */
interface BodyPolicy {
    /** Whether the body that opens at this token is passed over. */
    boolean skips(int open);
}
