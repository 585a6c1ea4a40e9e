package org.klpls.core.btf;

/** What came of reading a {@code .BTF} section. */
public sealed interface BtfReading {
    /** Readable; {@code truncated} where types from some id on could not be read. */
    record Read(Btf btf, boolean truncated) implements BtfReading {}

    /** Not BTF, or BTF that lies about its own bounds. */
    record Failure(String reason) implements BtfReading {}
}
