package org.klpls.core.rules.table;

import org.klpls.core.model.KlpFunc;
import org.klpls.core.model.Located;

/**
 * What tells two functions of one object apart: the name of their folder in sysfs, in which sympos 0 and 1 are the same.
 * Source: kernel/livepatch/core.c klp_init_func(), v6.1.
 */
record SysfsName(String name, long sympos) {

    /** Empty names stand for functions without one; they never reach sysfs. */
    static SysfsName of(KlpFunc func) {
        long sympos = func.symposOrZero();
        return new SysfsName(func.oldName().map(Located::value).orElse(""), sympos == 0 ? 1 : sympos);
    }

    @Override
    public String toString() {
        return name + "," + Long.toUnsignedString(sympos);
    }
}
