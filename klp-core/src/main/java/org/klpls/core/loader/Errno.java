package org.klpls.core.loader;

/** The error numbers that loading a module may end with. Source: include/uapi/asm-generic/errno.h, v6.1. */
public enum Errno {
    ENOENT(2), ENOEXEC(8), ENOMEM(12), EEXIST(17), EINVAL(22), EBADMSG(74);

    private final int number;

    Errno(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }
}
