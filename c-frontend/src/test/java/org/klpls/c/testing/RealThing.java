package org.klpls.c.testing;

/** A part that {@code .ci/real-things/fetch.sh} fetches, under the name it has there. */
public enum RealThing {
    /** Newest Debian 6.1 kernel image for amd64. */
    KERNEL("kernel"),
    /** Headers of the same release, with gcc and make. */
    HEADERS("headers"),
    /** Source of the same version, without graphics drivers and other architectures. */
    SOURCE("source"),
    /** qemu-system-x86_64, and gcc. */
    QEMU("qemu"),
    /** neovim, and emacs with eglot. */
    EDITORS("editors"),
    /** chromium. */
    BROWSER("browser"),
    /** llvm-dwarfdump, llc, dwz, and gcc with binutils. */
    DWARF("dwarf"),
    /** The vmlinux of the 6.1 kernel with its debug info: a package of 860 MB, so for no test of mvn verify. */
    KERNEL_DBG("kernel-dbg"),
    /** elfutils' debuginfod server. */
    DEBUGINFOD("debuginfod"),
    /** Newest Debian 6.12 kernel image for amd64. */
    KERNEL_6_12("kernel-6.12"),
    /** Headers of the same release. */
    HEADERS_6_12("headers-6.12"),
    /** Source of the same version. */
    SOURCE_6_12("source-6.12"),
    /** gzip, bzip2, xz, lzop, lz4, zstd. */
    COMPRESSORS("compressors"),
    /** bpftool, pahole. */
    BTF_TOOLS("btf-tools"),
    /** The C compilers proper of gcc 13, 14 and 15. */
    GCCS("gccs");

    private final String part;

    RealThing(String part) {
        this.part = part;
    }

    String part() {
        return part;
    }
}
