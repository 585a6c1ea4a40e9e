package org.klpls.c.pp;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongFunction;

import org.klpls.c.build.CompileCommand;
import org.klpls.c.text.SourceText;

/**
 * A {@link Preamble} as bytes: its tokens, macros and map, with the states of the files that it came from. Another process goes on
 * from there without reading a header.
 */
final class KeptPreamble {
    private final HeaderCache cache;
    private final CompileCommand command;
    private final PreprocessorFlags flags;
    private final CompilerFacts.Answer compiler;

    KeptPreamble(HeaderCache cache, CompileCommand command, PreprocessorFlags flags, CompilerFacts.Answer compiler) {
        this.cache = cache;
        this.command = command;
        this.flags = flags;
        this.compiler = compiler;
    }

    /** All that the preamble of a file depends on but for the texts of files. */
    List<String> question(Path main) {
        List<String> question = new ArrayList<>(List.of(main.toString(), command.directory().toString(),
                command.compiler(), compiler.features().fingerprint(), compiler.macros()));
        question.addAll(compiler.folders());
        question.add("flags");
        question.addAll(command.arguments());
        return question;
    }

    /**
     * Writes a preamble under a stamp that no other one has. False if it has what is not kept: problems, saved or poisoned macros,
     * assertions, very long tokens, or files that have changed since the cache began to read.
     */
    boolean write(Preamble preamble, long stamp, PieceWriter out) {
        Unit unit = preamble.unit();
        boolean plain = preamble.problems().isEmpty() && preamble.savedMacros().isEmpty()
                && preamble.assertions().areGccsOwn()
                && !preamble.includesNoMore() && !unit.macros.hasPoison() && preamble.spent().isUsual();
        Optional<FileStates> files = plain ? states(preamble) : Optional.empty();
        if (files.isEmpty()) {
            return false;
        }
        LexedFile main = preamble.mainFile();
        Preamble.State state = preamble.state();
        boolean whole = state.position() >= main.tokens.length;
        String text = main.source.text();
        out.number(stamp);
        out.number(whole ? 1 : 0);
        out.text(whole ? text : text.substring(0, RawToken.location(main.tokens[state.position()])));
        files.get().write(out);
        write(state, out);
        out.number(preamble.spent().pushed());
        out.texts(List.copyOf(preamble.onceOnly()));
        KeptSymbols.Writing symbols = new KeptSymbols.Writing(unit.interner);
        PieceWriter rest = new PieceWriter();
        writeTokens(unit.tokens.columns(state.tokenCount()), symbols, rest);
        KeptMacros.write(unit.macros, symbols, rest);
        write(unit.map.columns(state.inclusionCount(), state.tokenCount()), rest);
        out.texts(symbols.texts());
        out.all(rest);
        return true;
    }

    private Optional<FileStates> states(Preamble preamble) {
        List<Path> there = new ArrayList<>();
        List<Path> missing = new ArrayList<>();
        preamble.headers().forEach((name, file) -> (file.isPresent() ? there : missing)
                .add(preamble.unit().search.path(name)));
        return FileStates.of(there, missing, cache.began());
    }

    /** The preamble of this text, which keeps other numbers where its stamp says; empty if it begins otherwise than the one that was kept, or a file is not as it was. */
    Optional<Preamble> read(SourceText main, PieceReader in, LongFunction<KeptBeside> beside) {
        long stamp = in.number();
        boolean whole = in.number() == 1;
        String text = in.text();
        if (whole ? !main.text().equals(text) : !main.text().startsWith(text)) {
            return Optional.empty();
        }
        FileStates files = FileStates.read(in);
        // Some hundred files are looked at meanwhile: what is read here is thrown away where one has changed.
        CompletableFuture<Boolean> hold = CompletableFuture.supplyAsync(files::hold,
                Thread.ofPlatform().daemon().name("headers looked at")::start);
        Preamble.State state = readState(in);
        long pushed = in.number();
        Set<String> onceOnly = Set.copyOf(in.texts());
        KeptSymbols symbols = KeptSymbols.read(in, cache.interner());
        TokenSequence tokens = new TokenSequence(cache.interner(), flags.dialect(), readTokens(in, symbols));
        MacroTable macros = new MacroTable(cache.interner().size(), KeptMacros.read(in, symbols));
        SourceMap.Columns columns = readMap(in, main);
        LexedFile file = Lexer.lexMain(main, cache.interner(), flags.lexing());
        boolean endsThere = whole
                ? state.position() >= file.tokens.length
                : state.position() < file.tokens.length
                        && RawToken.location(file.tokens[state.position()]) == text.length();
        if (!endsThere || tokens.size() != state.tokenCount() || !hold.join()) {
            return Optional.empty();
        }
        FileFrame frame = new FileFrame(new IncludeSearch.Found(file, main.path().toString(), -1),
                columns.inclusions().get(columns.main()).base(), Optional.empty());
        Unit unit = new Unit(cache, flags, new IncludeSearch(cache, command.directory(), flags, compiler.folders()),
                compiler.features(), frame, tokens, new SourceMap(columns), macros);
        unit.expander.limits.pushed(pushed);
        Preamble preamble = new Preamble(cache, command, unit, frame, state, onceOnly, files);
        preamble.isKept(beside.apply(stamp));
        return Optional.of(preamble);
    }

    private static void write(Preamble.State state, PieceWriter out) {
        out.number(state.position());
        out.ints(state.conditions());
        out.text(state.presumedName());
        out.number(state.lineDelta());
        out.number(state.inclusionCount());
        out.number(state.tokenCount());
        out.number(state.counter());
    }

    private static Preamble.State readState(PieceReader in) {
        return new Preamble.State(in.smallNumber(), in.ints(), in.text(), in.number(), false, in.smallNumber(),
                in.smallNumber(), in.smallNumber());
    }

    private static void writeTokens(TokenSequence.Columns tokens, KeptSymbols.Writing symbols, PieceWriter out) {
        int[] numbers = new int[tokens.symbols().length];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = symbols.number(tokens.symbols()[i]);
        }
        out.bytes(tokens.kinds());
        out.ints(numbers);
        out.ints(tokens.spellings());
        out.ints(tokens.expansions());
    }

    private static TokenSequence.Columns readTokens(PieceReader in, KeptSymbols symbols) {
        byte[] kinds = in.bytes();
        int[] texts = in.ints();
        symbols.own(texts);
        return new TokenSequence.Columns(kinds, texts, in.ints(), in.ints());
    }

    /** A file that was read often is written once. */
    private static void write(SourceMap.Columns map, PieceWriter out) {
        List<SourceMap.Inclusion> all = map.inclusions();
        Map<Path, Integer> paths = new LinkedHashMap<>();
        int[] columns = new int[all.size() * 4];
        for (int i = 0; i < all.size(); i++) {
            SourceMap.Inclusion each = all.get(i);
            Integer next = paths.size();
            Integer known = paths.putIfAbsent(each.held().path(), next);
            columns[4 * i] = known == null ? next : known;
            columns[4 * i + 1] = each.held().length();
            columns[4 * i + 2] = each.base();
            columns[4 * i + 3] = each.includedAt();
        }
        out.texts(paths.keySet().stream().map(Path::toString).toList());
        out.ints(columns);
        out.number(map.next());
        out.number(map.main());
        out.number(map.mainRoom());
        out.ints(map.firstTokens());
        out.ints(map.callStarts());
        out.ints(map.callEnds());
    }

    private SourceMap.Columns readMap(PieceReader in, SourceText main) {
        List<String> paths = in.texts();
        int[] columns = in.ints();
        int next = in.smallNumber();
        int mainIndex = in.smallNumber();
        HeldText[] texts = new HeldText[paths.size()];
        List<SourceMap.Inclusion> inclusions = new ArrayList<>(columns.length / 4);
        for (int i = 0; i < columns.length / 4; i++) {
            int text = columns[4 * i];
            if (i == mainIndex) {
                texts[text] = HeldText.of(main);
            } else if (texts[text] == null) {
                texts[text] = held(paths.get(text), columns[4 * i + 1]);
            }
            inclusions.add(new SourceMap.Inclusion(texts[text], columns[4 * i + 2], columns[4 * i + 3]));
        }
        return new SourceMap.Columns(inclusions, next, mainIndex, in.smallNumber(), in.ints(), in.ints(), in.ints());
    }

    private HeldText held(String path, int length) {
        return switch (path) {
            case Preprocessor.BUILT_IN_NAME -> HeldText.of(Preprocessor.builtIns(compiler));
            case Preprocessor.COMMAND_LINE_NAME -> HeldText.of(Preprocessor.commandLine(flags));
            default -> HeldText.later(cache.files(), Path.of(path), length);
        };
    }
}
