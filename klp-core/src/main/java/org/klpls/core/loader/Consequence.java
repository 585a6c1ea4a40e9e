package org.klpls.core.loader;

/** What follows for the module, or for the machine, from an event. */
public sealed interface Consequence {
    /** The kernel refuses the module here. */
    record Refused(Errno errno) implements Consequence {}

    /** The kernel does not notice and crashes or hangs here. */
    record Crashes() implements Consequence {}

    /** The kernel does not notice and goes on; it goes wrong later, or in silence. */
    record GoesWrongLater() implements Consequence {}

    /** The kernel notices, perhaps says so, and goes on: no harm to the patch. */
    record GoesOn() implements Consequence {}
}
