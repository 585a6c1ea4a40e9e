package org.klpls.core.loader;

/** What a {@code char *} leads to. */
sealed interface CString {
    /** NULL. */
    record Null() implements CString {}

    /** A string that ends. One char a byte. */
    record Text(String value) implements CString {}

    /** It leads to no memory, or no NUL ends it: reading it crashes. */
    record None(long address) implements CString {}

    /** Memory of which nothing is known, such as the kernel's own. */
    record Unknown() implements CString {}
}
