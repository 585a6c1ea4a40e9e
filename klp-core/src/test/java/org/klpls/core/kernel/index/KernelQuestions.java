package org.klpls.core.kernel.index;

import java.util.List;
import org.klpls.core.kernel.KernelSymbol;
import org.klpls.core.kernel.TargetKernel;
import org.klpls.core.model.ObjectName;

/** Asks a kernel all that it can be asked, of names that it has and of such that it has not. */
public final class KernelQuestions {
    private static final int ASKED = 500;

    private KernelQuestions() {}

    public static void askEverything(TargetKernel kernel) {
        kernel.symbols(ObjectName.VMLINUX).limit(ASKED).forEach(symbol -> ask(kernel, symbol));
        for (String name : List.of("kfree", "show", "klp_func", "list_head", "flags", "no_such_name", "")) {
            kernel.lookup(ObjectName.VMLINUX, name, 0);
            kernel.lookup(ObjectName.VMLINUX, name, 2);
            kernel.export(name);
            kernel.layout(name);
            kernel.prototype(name);
            kernel.declaration(name);
            kernel.config("CONFIG_" + name);
        }
        kernel.similarNames(ObjectName.VMLINUX, "kfre", 3);
        kernel.exports().limit(ASKED).forEach(export -> kernel.export(export.name()));
        kernel.inlines(ObjectName.VMLINUX);
    }

    private static void ask(TargetKernel kernel, KernelSymbol symbol) {
        kernel.occurrences(symbol.object(), symbol.name());
        kernel.traceability(symbol);
        kernel.range(symbol);
        kernel.neighbourBefore(symbol).ifPresent(kernel::traceability);
    }
}
