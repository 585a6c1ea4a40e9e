package org.klpls.core.kernel;

/** Whether ftrace, and so livepatch, can take hold of a function. */
public sealed interface Traceability {
    /** There is an ftrace location at its entry. */
    record Yes() implements Traceability {}

    /** No ftrace location. */
    record No(Reason reason) implements Traceability {}

    /** It had one, freed with the init memory after boot. */
    record Freed() implements Traceability {}

    /** Nothing given tells. */
    record Unknown() implements Traceability {}

    /** Why a function has no ftrace location, as far as the image tells. Kept in indexes by number: append only. */
    enum Reason {
        NOINSTR, ENTRY, NOT_TEXT, NOTRACE,
        /**
         * The call to the tracer behind it is that of a weak function which the linker left out, name only: the kernel
         * disables it. Source: kernel/trace/ftrace.c FTRACE_INVALID_FUNCTION, v6.1.
         */
        WEAK_LEFTOVER
    }
}
