package org.klpls.core.btf;

/** What came of reading a {@code .BTF} section. */
public sealed interface BtfReading {
    /** Readable, if only up to some type. */
    record Read(Btf btf) implements BtfReading {}

    /** Not BTF, or BTF that lies about its own bounds. */
    record Failure(String reason) implements BtfReading {}
}
