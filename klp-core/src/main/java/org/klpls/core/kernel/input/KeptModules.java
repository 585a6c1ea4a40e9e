package org.klpls.core.kernel.input;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.klpls.core.kernel.Export;
import org.klpls.core.kernel.KernelModule;
import org.klpls.core.kernel.KernelModules;
import org.klpls.core.kernel.index.IndexedKernel;
import org.klpls.core.kernel.index.KernelFacts;
import org.klpls.core.model.ObjectName;

/** What was known of a folder of modules when it was last read, by file. */
record KeptModules(Map<String, ModuleFacts> byFile) {
    static final KeptModules NONE = new KeptModules(Map.of());

    static KeptModules of(IndexedKernel kernel) {
        KernelFacts facts = kernel.toFacts();
        Map<ObjectName, List<Export>> exports = new HashMap<>();
        facts.exports().forEach(e -> exports.computeIfAbsent(e.owner(), _ -> new ArrayList<>()).add(e));
        Map<ObjectName, KernelFacts.ObjectFacts> objects = new HashMap<>();
        facts.objects().forEach(o -> objects.put(o.object(), o));
        Map<String, ModuleFacts> byFile = new HashMap<>();
        for (KernelModule module : facts.modules().modules()) {
            Optional.ofNullable(objects.get(module.object())).ifPresent(o -> byFile.put(module.file(),
                    new ModuleFacts(module, o.symbols(), exports.getOrDefault(module.object(), List.of()))));
        }
        return new KeptModules(byFile);
    }

    /** Whether what is known of modules is what would be read of this folder now. */
    static boolean describe(KernelModules modules, ModuleFolder folder) {
        Map<String, KernelModule> byFile = new HashMap<>();
        modules.modules().forEach(module -> byFile.put(module.file(), module));
        return byFile.size() == folder.modules().size() && modules.builtIn().equals(folder.builtIn())
                && modules.notes().equals(folder.notes())
                && folder.modules().stream().allMatch(file -> Optional.ofNullable(byFile.get(file.relative()))
                        .filter(file::isAsItWas).isPresent());
    }

    /** What was read of this file; empty where it has changed since. */
    Optional<ModuleFacts> facts(ModulePath file) {
        return Optional.ofNullable(byFile.get(file.relative())).filter(kept -> file.isAsItWas(kept.module()));
    }

    /** Whether these modules are all that were kept, each as it was. */
    boolean areAll(List<ModuleFacts> modules) {
        return byFile.size() == modules.size() && modules.stream().map(ModuleFacts::module)
                .allMatch(m -> Optional.ofNullable(byFile.get(m.file())).filter(k -> k.module().equals(m)).isPresent());
    }
}
