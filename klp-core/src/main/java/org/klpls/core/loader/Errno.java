package org.klpls.core.loader;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * The error numbers that loading a module may end with; an init function of its own may give any.
 * Source: include/uapi/asm-generic/errno-base.h and errno.h, v6.1.
 */
public enum Errno {
    EPERM(1), ENOENT(2), ESRCH(3), EINTR(4), EIO(5), ENXIO(6), E2BIG(7), ENOEXEC(8), EBADF(9), ECHILD(10), EAGAIN(11),
    ENOMEM(12), EACCES(13), EFAULT(14), ENOTBLK(15), EBUSY(16), EEXIST(17), EXDEV(18), ENODEV(19), ENOTDIR(20),
    EISDIR(21), EINVAL(22), ENFILE(23), EMFILE(24), ENOTTY(25), ETXTBSY(26), EFBIG(27), ENOSPC(28), ESPIPE(29),
    EROFS(30), EMLINK(31), EPIPE(32), EDOM(33), ERANGE(34), EDEADLK(35), ENAMETOOLONG(36), ENOLCK(37), ENOSYS(38),
    ENOTEMPTY(39), ELOOP(40), ENODATA(61), ETIME(62), ENOPKG(65), EPROTO(71), EBADMSG(74), EOVERFLOW(75), EILSEQ(84),
    EOPNOTSUPP(95), EADDRINUSE(98), EADDRNOTAVAIL(99), ETIMEDOUT(110), EALREADY(114), ENOKEY(126), EKEYEXPIRED(127),
    EKEYREVOKED(128), EKEYREJECTED(129);

    private final int number;

    Errno(int number) {
        this.number = number;
    }

    /** The one that a negative return value stands for. */
    static Optional<Errno> ofReturned(long value) {
        return Stream.of(values()).filter(errno -> errno.number == -value).findFirst();
    }

    public int number() {
        return number;
    }
}
