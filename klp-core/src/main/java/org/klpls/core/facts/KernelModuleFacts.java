package org.klpls.core.facts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.klpls.core.kernel.Export;
import org.klpls.core.kernel.KernelModule;
import org.klpls.core.kernel.KernelModules;
import org.klpls.core.kernel.KernelSymbol;
import org.klpls.core.kernel.TargetKernel;
import org.klpls.core.kernel.Traceability;
import org.klpls.core.model.ObjectName;

/**
 * What is known of one module of a kernel.
 *
 * @param functions its text symbols
 * @param traceable those of them that a livepatch can replace once it is loaded
 * @param before the modules that must be loaded first, in an order that works
 * @param missing names of modules that it needs and that are nowhere
 */
public record KernelModuleFacts(KernelModule module, long symbols, long functions, long traceable,
        List<Export> exports, List<KernelModule> before, List<String> missing) {
    public KernelModuleFacts {
        exports = List.copyOf(exports);
        before = List.copyOf(before);
        missing = List.copyOf(missing);
    }

    /** Of these modules, in their order. */
    public static List<KernelModuleFacts> of(TargetKernel kernel, List<KernelModule> modules) {
        Map<ObjectName, List<Export>> exports = new HashMap<>();
        kernel.exports().forEach(e -> exports.computeIfAbsent(e.owner(), _ -> new ArrayList<>()).add(e));
        return modules.stream().map(m -> of(kernel, m, exports.getOrDefault(m.object(), List.of()))).toList();
    }

    private static KernelModuleFacts of(TargetKernel kernel, KernelModule module, List<Export> exports) {
        KernelModules all = kernel.modules();
        long symbols = kernel.symbols(module.object()).count();
        List<KernelSymbol> functions = kernel.symbols(module.object()).filter(KernelSymbol::isText).toList();
        long traceable = functions.stream().filter(s -> kernel.traceability(s) instanceof Traceability.Yes).count();
        return new KernelModuleFacts(module, symbols, functions.size(), traceable, exports, all.before(module),
                all.missing(module));
    }
}
