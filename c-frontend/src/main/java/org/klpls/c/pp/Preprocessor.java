package org.klpls.c.pp;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongFunction;

import org.klpls.c.build.CompileCommand;
import org.klpls.c.text.SourceText;

/** Preprocesses C as gcc does. Safe for all threads; runs share the headers' tokens. */
public final class Preprocessor {
    static final String BUILT_IN_NAME = "/<built-in>";
    static final String COMMAND_LINE_NAME = "/<command-line>";

    private final HeaderCache cache;
    private final CompilerFacts compilers;
    private final Optional<PreambleFolder> folder;

    public Preprocessor(HeaderCache cache, CompilerFacts compilers) {
        this(cache, compilers, Optional.empty());
    }

    /** @param folder what the includes of a file bring is kept there, for the next process; of files on the disk only */
    public Preprocessor(HeaderCache cache, CompilerFacts compilers, Optional<PreambleFolder> folder) {
        this.cache = cache;
        this.compilers = compilers;
        this.folder = folder;
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
        Optional<MainReading> reading = earlier.flatMap(Preprocessed::reading);
        return earlier.flatMap(Preprocessed::preamble).flatMap(preamble -> preamble.again(main, command, reading))
                .orElseGet(() -> folder.map(it -> kept(main, command, it))
                        .orElseGet(() -> whole(main, command, Optional.empty())));
    }

    /** On the preamble that an earlier process has kept; else a whole run, which keeps its own. */
    private Preprocessed kept(SourceText main, CompileCommand command, PreambleFolder preambles) {
        CompilerFacts.Answer compiler = compilers.of(command.compiler(), PreprocessorFlags.rest(command));
        PreprocessorFlags flags = PreprocessorFlags.of(command, compiler.features().gccVersion());
        KeptPreamble format = new KeptPreamble(cache, command, flags, compiler);
        List<String> question = format.question(main.path());
        Optional<Preprocessed> known = preambles.read(question)
                .flatMap(in -> read(format, main, in, stamp -> new KeptBeside(preambles, question, stamp)))
                .flatMap(preamble -> preamble.again(main, command, Optional.empty()));
        if (known.isPresent()) {
            return known.get();
        }
        Preprocessed result = whole(main, command, Optional.empty());
        // What an editor holds and the disk does not is no other process' text.
        boolean onDisk = cache.files().read(main.path()).filter(it -> it.text().equals(main.text())).isPresent();
        if (onDisk && result.preamble().isPresent() && result.preamble().get().mainFile().unterminatedComment < 0) {
            PieceWriter answer = preambles.answer(question);
            Preamble preamble = result.preamble().get();
            synchronized (preamble) {
                long stamp = UUID.randomUUID().getMostSignificantBits();
                if (format.write(preamble, stamp, answer) && preambles.write(question, answer)) {
                    preamble.isKept(new KeptBeside(preambles, question, stamp));
                }
            }
        }
        return result;
    }

    private static Optional<Preamble> read(KeptPreamble format, SourceText main, PieceReader in,
            LongFunction<KeptBeside> beside) {
        try {
            return format.read(main, in, beside);
        } catch (PieceReader.Damaged | IndexOutOfBoundsException | NegativeArraySizeException _) {
            return Optional.empty();
        }
    }

    /** Through which macros each token of the file comes. Preprocesses all of it once more, and slower. */
    public MacroTrace trace(SourceText main, CompileCommand command) {
        Provenance provenance = new Provenance();
        return new MacroTrace(whole(main, command, Optional.of(provenance)), provenance);
    }

    private Preprocessed whole(SourceText main, CompileCommand command, Optional<Provenance> provenance) {
        CompilerFacts.Answer compiler = compilers.of(command.compiler(), PreprocessorFlags.rest(command));
        PreprocessorFlags flags = PreprocessorFlags.of(command, compiler.features().gccVersion());
        IncludeSearch search = new IncludeSearch(cache, command.directory(), flags, compiler.folders());
        LexedFile file = Lexer.lexMain(main, cache.interner(), flags.lexing());
        IncludeSearch.Found found = new IncludeSearch.Found(file, main.path().toString(), -1);
        IncludeSearch aheads = new IncludeSearch(cache, command.directory(), flags, compiler.folders());
        try (ReadAhead _ = ReadAhead.begin(cache, aheads, flags, found)) {
            IncludeSearch.Found builtIn = text(builtIns(compiler));
            Unit unit = new Unit(cache, flags, search, compiler.features(), new FileFrame(builtIn, 0, Optional.empty()),
                    provenance);
            unit.mainName = found.name();
            refused(main, flags).forEach(unit.problems::error);
            unit.read(unit.root(builtIn), false);
            unit.read(unit.root(text(commandLine(flags))), false);
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
            if (unit.provenance == null) {
                unit.read(new MainReading(unit, root, 0));
            } else {
                unit.read(root, true);
            }
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

    static SourceText builtIns(CompilerFacts.Answer compiler) {
        return SourceText.of(Path.of(BUILT_IN_NAME), compiler.macros());
    }

    static SourceText commandLine(PreprocessorFlags flags) {
        return SourceText.of(Path.of(COMMAND_LINE_NAME), String.join("\n", flags.defines()) + "\n");
    }

    private IncludeSearch.Found text(SourceText text) {
        return new IncludeSearch.Found(cache.lexed(text, LexerMode.USUAL), String.valueOf(text.path().getFileName()),
                -1);
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
