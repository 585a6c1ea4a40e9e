package org.klpls.c.pp;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.klpls.c.build.CompileCommand;
import org.klpls.c.text.SourceText;

/** Preprocesses C as gcc does. Safe for all threads; runs share the headers' tokens. */
public final class Preprocessor {
    private final HeaderCache cache;
    private final CompilerFacts compilers;

    public Preprocessor(HeaderCache cache, CompilerFacts compilers) {
        this.cache = cache;
        this.compilers = compilers;
    }

    /**
     * The tokens of a file and all that it includes. Never throws on what the texts or the flags hold: all that is
     * wrong with them is among the problems.
     */
    public Preprocessed preprocess(SourceText main, CompileCommand command) {
        return preprocess(main, command, Optional.empty());
    }

    /**
     * The same for a newer text of a file: what an earlier run found out about the includes at its beginning is used
     * again where it still holds. The result is the same with and without it.
     */
    public Preprocessed preprocess(SourceText main, CompileCommand command, Optional<Preprocessed> earlier) {
        return earlier.flatMap(Preprocessed::preamble).flatMap(preamble -> preamble.again(main, command))
                .orElseGet(() -> whole(main, command, Optional.empty()));
    }

    /** Through which macros each token of the file comes. Preprocesses all of it once more, and slower. */
    public MacroTrace trace(SourceText main, CompileCommand command) {
        Provenance provenance = new Provenance();
        return new MacroTrace(whole(main, command, Optional.of(provenance)), provenance);
    }

    private Preprocessed whole(SourceText main, CompileCommand command, Optional<Provenance> provenance) {
        PreprocessorFlags flags = PreprocessorFlags.of(command);
        CompilerFacts.Answer compiler = compilers.of(command.compiler(), flags.rest());
        IncludeSearch search = new IncludeSearch(cache, command.directory(), flags, compiler.folders());
        LexedFile file = Lexer.lex(main, cache.interner(), flags.lexing());
        IncludeSearch.Found found = new IncludeSearch.Found(file, main.path().toString(), -1);
        IncludeSearch aheads = new IncludeSearch(cache, command.directory(), flags, compiler.folders());
        try (ReadAhead _ = ReadAhead.begin(cache, aheads, flags, found)) {
            IncludeSearch.Found builtIn = text("<built-in>", compiler.macros());
            Unit unit = new Unit(cache, flags, search, compiler.features(), new FileFrame(builtIn, 0, null),
                    provenance);
            unit.mainName = found.name();
            refused(main, flags).forEach(unit.problems::error);
            unit.read(unit.root(builtIn), false);
            unit.read(unit.root(text("<command-line>", String.join("\n", flags.defines()) + "\n")), false);
            flags.macroFiles().forEach(name -> named(unit, name, false));
            flags.includes().forEach(name -> named(unit, name, true));
            return mainFile(unit, found, command);
        }
    }

    private Preprocessed mainFile(Unit unit, IncludeSearch.Found found, CompileCommand command) {
        FileFrame root = unit.root(found);
        unit.map.mainFileEntered();
        unit.readPreamble(root);
        Preamble preamble = new Preamble(cache, command, unit, root);
        synchronized (preamble) {
            unit.read(root, true);
            Preprocessed result = unit.finished(root, Optional.of(preamble));
            cache.finished(result.tokens().size());
            unit.macros.undoTrial();
            return result;
        }
    }

    private static List<String> refused(SourceText main, PreprocessorFlags flags) {
        List<String> refused = new ArrayList<>(flags.refused());
        String name = String.valueOf(main.path().getFileName());
        if (name.endsWith(".S") || name.endsWith(".s")) {
            refused.add("'" + name + "' is assembler: klpls reads C and nothing else");
        }
        return refused;
    }

    private IncludeSearch.Found text(String name, String text) {
        return new IncludeSearch.Found(cache.lexed(SourceMap.builtIn(name, text), LexerMode.USUAL), name, -1);
    }

    private static void named(Unit unit, String name, boolean keep) {
        Optional<IncludeSearch.Found> found = unit.search.named(name);
        if (found.isPresent()) {
            unit.read(unit.root(found.get()), keep);
        } else {
            unit.problems.error("'" + name + "', which the command line includes, is not there");
        }
    }
}
