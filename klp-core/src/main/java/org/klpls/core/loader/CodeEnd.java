package org.klpls.core.loader;

import java.util.OptionalLong;

/** How following code came to an end. Addresses are those of the last instruction. */
sealed interface CodeEnd {
    /** It returns; empty where the value is not known. */
    record Returns(OptionalLong value) implements CodeEnd {}

    /** It runs into something that crashes the kernel. */
    record Crashes(long address, String why) implements CodeEnd {}

    /** What it does next depends on what is not known. */
    record NotKnown(long address, String why) implements CodeEnd {}
}
