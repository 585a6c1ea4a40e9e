package org.klpls.core.testing.kernel;

import java.nio.file.Path;

import org.klpls.c.testing.RealThings;

/** A kernel that fetch.sh fetched, by the names of its parts. */
public enum StockKernel {
    V6_1("kernel", "headers"), V6_12("kernel-6.12", "headers-6.12");

    private final String kernel;
    private final String headers;

    StockKernel(String kernel, String headers) {
        this.kernel = kernel;
        this.headers = headers;
    }

    public String release() {
        return RealThings.fetched(kernel + ".release");
    }

    /** Of the package: another one of the same release has another. */
    String version() {
        return RealThings.fetched(kernel + ".version");
    }

    public Path vmlinuz() {
        return Path.of(RealThings.fetched(kernel + ".vmlinuz"));
    }

    /** {@code lib/modules/RELEASE}. */
    public Path modules() {
        return Path.of(RealThings.fetched(kernel + ".modules"));
    }

    /** The build folder for modules. */
    public Path headers() {
        return Path.of(RealThings.fetched(headers + ".folder"));
    }

    String headersVersion() {
        return RealThings.fetched(headers + ".version");
    }

    public Path moduleSymvers() {
        return headers().resolve("Module.symvers");
    }
}
