package org.klpls.core.kernel.image;

/** The outcome of taking an image or a module out of its compression. */
public sealed interface Inflated {
    /** The bytes within. */
    record Bytes(byte[] content) implements Inflated {}

    /** No bytes, and why: a clause that follows the name of the file. */
    record Failure(String reason, String remedy) implements Inflated {}
}
