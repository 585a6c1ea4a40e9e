package org.klpls.core.source;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.klpls.c.ast.FunctionDefinition;
import org.klpls.c.text.SourceText;
import org.klpls.core.model.KlpPatch;
import org.klpls.core.model.Modinfo;

/**
 * What another file of the same module says of the livepatch.
 *
 * @param functions that it defines
 * @param named variables and functions that its code or its data name
 */
public record SiblingSource(SourceText text, List<KlpPatch> patches, Modinfo modinfo, LifeCycle lifeCycle,
        Set<String> functions, Set<String> named) {
    public SiblingSource {
        patches = List.copyOf(patches);
        functions = Set.copyOf(functions);
        named = Set.copyOf(named);
    }

    public static SiblingSource of(LivepatchSource source) {
        return new SiblingSource(source.text(), source.patches(), source.modinfo(), source.lifeCycle(),
                source.code().functions().stream().map(FunctionDefinition::name).collect(Collectors.toSet()),
                source.code().names());
    }
}
