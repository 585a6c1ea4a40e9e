package org.klpls.core.source;

import java.util.List;
import java.util.Optional;
import org.klpls.c.text.SourceRange;
import org.klpls.c.text.SourceText;
import org.klpls.core.model.KlpPatch;
import org.klpls.core.model.Modinfo;

/**
 * What one C file says of a livepatch.
 *
 * @param moduleName the name that the kernel will know the module by
 * @param patches every {@code struct klp_patch} variable of the file
 * @param enableCalls the calls of {@code klp_enable_patch()}; empty: the file enables nothing
 * @param modinfo the {@code MODULE_*} macros
 * @param functions functions that the file defines or declares
 * @param words places a hover can explain: names of targets, klp symbols, fields
 * @param members what the patches say beside their objects; not of those that are filled at run time
 * @param tables the variables that are livepatch's structs
 * @param code the functions, with their bodies
 * @param references symbols of the kernel that it names in strings, beside its tables
 * @param toolMarks what it tells a tool that makes the livepatch
 * @param atRunTime what code assigns to tables or to parts of them
 * @param unread entries of tables, and tables, that are there and could not be read for sure, so that they are not judged
 */
public record LivepatchSource(SourceText text, String moduleName, List<KlpPatch> patches, List<SourceRange> enableCalls,
        Modinfo modinfo, List<SourceFunction> functions, List<SourceWord> words, List<SymbolReference> references,
        List<ToolMark> toolMarks, List<RunTimeChange> atRunTime, List<UnreadEntry> unread,
        List<Suppression> suppressions, List<PatchMembers> members, List<TableVariable> tables, LifeCycle lifeCycle,
        SourceCode code) {

    public LivepatchSource {
        patches = List.copyOf(patches);
        enableCalls = List.copyOf(enableCalls);
        functions = List.copyOf(functions);
        words = List.copyOf(words);
        references = List.copyOf(references);
        toolMarks = List.copyOf(toolMarks);
        atRunTime = List.copyOf(atRunTime);
        unread = List.copyOf(unread);
        suppressions = List.copyOf(suppressions);
        members = List.copyOf(members);
        tables = List.copyOf(tables);
    }

    /** A source that has nothing to do with livepatches has no table and enables nothing. */
    public boolean isLivepatch() {
        return !patches.isEmpty() || !enableCalls.isEmpty();
    }

    public Optional<SourceFunction> function(String name) {
        return functions.stream().filter(f -> f.name().equals(name)).findFirst();
    }
}
