package org.klpls.core.testing.kernel;

import java.util.Map;

/** Names of the error numbers that loading a module can return. Source: include/uapi/asm-generic/errno-base.h, errno.h. */
final class ErrnoName {
    private static final Map<Integer, String> NAMES = Map.ofEntries(Map.entry(0, "0"), Map.entry(1, "EPERM"),
            Map.entry(2, "ENOENT"), Map.entry(3, "ESRCH"), Map.entry(5, "EIO"), Map.entry(8, "ENOEXEC"),
            Map.entry(11, "EAGAIN"), Map.entry(12, "ENOMEM"), Map.entry(14, "EFAULT"), Map.entry(16, "EBUSY"),
            Map.entry(17, "EEXIST"), Map.entry(19, "ENODEV"), Map.entry(22, "EINVAL"), Map.entry(38, "ENOSYS"),
            Map.entry(74, "EBADMSG"), Map.entry(129, "EKEYREJECTED"));

    private ErrnoName() {}

    static String of(int number) {
        return NAMES.getOrDefault(number, Integer.toString(number));
    }
}
