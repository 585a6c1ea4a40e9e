package org.klpls.core.rules.source;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.klpls.c.ast.FunctionDefinition;
import org.klpls.core.model.KlpFunc;
import org.klpls.core.model.KlpObject;
import org.klpls.core.model.KlpPatch;
import org.klpls.core.model.KlpTable;
import org.klpls.core.model.ObjectName;

/** The functions of the author's file that replace others. */
final class Replacements {
    /** @param object that the replaced function is in */
    record Replacement(KlpFunc func, ObjectName object, FunctionDefinition function) {}

    private Replacements() {}

    /** Each function once, at its first entry. */
    static List<Replacement> of(SourceContext context) {
        Map<String, Replacement> found = new LinkedHashMap<>();
        for (KlpPatch patch : context.patches()) {
            for (KlpObject object : patch.objects().entries()) {
                for (KlpFunc func : object.funcs().map(KlpTable::entries).orElse(List.of())) {
                    func.newFunc().flatMap(name -> context.source().code().function(name.value()))
                            .ifPresent(function -> found.putIfAbsent(function.name(),
                                    new Replacement(func, object.objectName(), function)));
                }
            }
        }
        return List.copyOf(found.values());
    }
}
