package org.klpls.core.source;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.klpls.c.build.CompileCommand;
import org.klpls.c.build.CompileCommands;
import org.klpls.c.parse.CFrontend;
import org.klpls.c.parse.ParseResult;
import org.klpls.c.pp.DiskFiles;
import org.klpls.c.pp.GccFacts;
import org.klpls.c.pp.HeaderCache;
import org.klpls.c.pp.PreambleFolder;
import org.klpls.c.pp.Preprocessor;
import org.klpls.c.text.Problem;
import org.klpls.c.text.SourceRange;
import org.klpls.c.text.SourceText;
import org.klpls.core.model.KlpPatch;
import org.klpls.core.model.KlpSymbolName;
import org.klpls.core.model.Place;
import org.klpls.core.rule.Skipped;

/** Reads a livepatch out of C. Keeps what it has read of headers, by content; safe for all threads. */
public final class LivepatchSourceReader {
    /** What linux/livepatch.h declares; SUSE's livepatches have structs of their own whose names begin so. */
    private static final Pattern INTERFACE = Pattern
            .compile("\\bstruct klp_(patch|object|func|state|callbacks)\\b|\\bklp_enable_patch\\b");
    /** A reading takes some 16 MB with its headers; to make one without an earlier one takes some tens of milliseconds. */
    private static final int KEPT = 4;
    /** Of a sibling no headers are kept. */
    private static final int KEPT_SIBLINGS = 64;

    private record Key(SourceText text, Optional<CompileCommand> flags) {}

    private record Version(Path path, CompileCommand command) {}

    private final CompileCommands commands;
    private final HeaderCache headers = new HeaderCache(new DiskFiles());
    private final CFrontend real = new CFrontend(
            new Preprocessor(headers, GccFacts.inUserCache(), PreambleFolder.inUserCache()));
    private final CFrontend standIn = new CFrontend(
            new Preprocessor(new HeaderCache(new StandInHeaders()), GccFacts.inUserCache()));
    /** What is the same in the next version of a file, its headers, is taken over from here. */
    private final Map<Version, ParseResult> earlier = recent(KEPT);
    private final Map<Key, SourceReading> last = recent(KEPT);
    private final Map<Key, SiblingSource> siblings = recent(KEPT_SIBLINGS);

    public LivepatchSourceReader() {
        this(new CompileCommands());
    }

    /** @param commands where to look for the flags of a source that none were given for */
    public LivepatchSourceReader(CompileCommands commands) {
        this.commands = commands;
    }

    /**
     * The flags to read a source with: those given, else those found beside it, else those of the installed headers, of the kernel
     * that it is checked against if they are there.
     *
     * @param release of that kernel
     */
    public Optional<CompileCommand> flags(Path source, Optional<CompileCommand> given, Optional<String> release) {
        return given.or(() -> commands.find(source, Optional.empty(), release).command());
    }

    /**
     * The source as it is now, with its headers as they are now.
     *
     * @param flags empty: found by convention beside the file
     */
    public SourceReading read(SourceText text, Optional<CompileCommand> flags) {
        if (PatchedFuncs.isOne(text.path())) {
            return patchedFuncs(text);
        }
        Optional<CompileCommand> command = flags.or(() -> commands.find(text.path(), Optional.empty()).command());
        SourceReading reading = command.map(c -> withHeaders(text, c)).orElseGet(() -> withoutHeaders(text));
        synchronized (last) {
            last.put(new Key(text, flags), reading);
        }
        return reading;
    }

    /** A list of what is patched has no C: it is read as the table that is made of it. */
    private SourceReading patchedFuncs(SourceText text) {
        CompileCommand command = StandInHeaders.command(text.path());
        Tree empty = Tree.of(standIn.parse(SourceText.of(text.path(), ""), command, Optional.empty()));
        PatchedFuncs read = PatchedFuncs.read(text);
        LivepatchSource source = new LivepatchSource(text, "MODULE", List.of(read.patch()), List.of(),
                ModinfoReader.read(empty), List.of(), read.words(), List.of(), List.of(), List.of(),
                read.unread().stream().map(line -> new UnreadEntry(line, Optional.empty())).toList(),
                List.of(),
                List.of(),
                List.of(), LifeCycleReader.read(empty), SourceCode.of(empty));
        return new SourceReading(source, List.of(), List.of());
    }

    /** What a source that has been parsed says of a livepatch. */
    public static LivepatchSource of(ParseResult parsed, CompileCommand command) {
        Tree tree = Tree.of(parsed);
        return source(tree, new MemberOrder(tree), command);
    }

    /** The same, as it was when this text was last read. */
    public SourceReading lastRead(SourceText text, Optional<CompileCommand> flags) {
        synchronized (last) {
            SourceReading known = last.get(new Key(text, flags));
            if (known != null) {
                return known;
            }
        }
        return read(text, flags);
    }

    /** What a file of the module says beside the one that is looked at: read once for each text of it. */
    public SiblingSource sibling(SourceText text, Optional<CompileCommand> flags) {
        Key key = new Key(text, flags);
        synchronized (siblings) {
            SiblingSource known = siblings.get(key);
            if (known != null) {
                return known;
            }
        }
        SiblingSource sibling = SiblingSource.of(read(text, flags).source());
        synchronized (siblings) {
            siblings.put(key, sibling);
        }
        return sibling;
    }

    /** Headers have changed on the disk: they are looked at again before anything that was read with them is used. */
    public void headersChanged() {
        headers.filesChanged();
        synchronized (last) {
            last.clear();
        }
        synchronized (siblings) {
            siblings.clear();
        }
    }

    private SourceReading withHeaders(SourceText text, CompileCommand command) {
        ParseResult parsed = parse(real, text, command);
        Tree tree = Tree.of(parsed);
        MemberOrder order = new MemberOrder(tree);
        List<Problem> own = parsed.problems().stream()
                .filter(p -> p.where().filter(w -> w.source().equals(text)).isPresent()).toList();
        if (order.isKnown() || !usesLivepatch(text)) {
            return new SourceReading(source(tree, order, command), own, List.of());
        }
        // without the structs all that follows is noise: the first problem, a missing header as a rule, is the cause
        LivepatchSource source = readWithStandIns(text);
        return new SourceReading(source, own.isEmpty() ? undeclared(source) : own.subList(0, 1), List.of());
    }

    private ParseResult parse(CFrontend frontend, SourceText text, CompileCommand command) {
        Version version = new Version(text.path(), command);
        Optional<ParseResult> known;
        synchronized (earlier) {
            known = Optional.ofNullable(earlier.get(version));
        }
        ParseResult parsed = frontend.parse(text, command, known);
        synchronized (earlier) {
            earlier.put(version, parsed);
        }
        return parsed;
    }

    private static <K, V> Map<K, V> recent(int kept) {
        return new LinkedHashMap<>(kept, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > kept;
            }
        };
    }

    private static boolean usesLivepatch(SourceText text) {
        return INTERFACE.matcher(text.text()).find();
    }

    private SourceReading withoutHeaders(SourceText text) {
        LivepatchSource source = readWithStandIns(text);
        List<Skipped> skipped = source.isLivepatch()
                ? List.of(new Skipped("headers",
                        "no compile flags were found for " + text.path().getFileName()
                                + ", so the kernel's headers are not read and only its tables are checked",
                        "build the module once, or install the kernel's headers, or give --flags-from"))
                : List.of();
        return new SourceReading(source, List.of(), skipped);
    }

    private LivepatchSource readWithStandIns(SourceText text) {
        CompileCommand command = StandInHeaders.command(text.path());
        Tree tree = Tree.of(parse(standIn, text, command));
        return source(tree, new MemberOrder(tree), command);
    }

    /** The file uses livepatch's structs, includes what it includes without a problem, and they are declared nowhere. */
    private static List<Problem> undeclared(LivepatchSource source) {
        return source.patches().stream().map(KlpPatch::place)
                .flatMap(
                        place -> place instanceof Place.InSource(SourceRange range) ? Stream.of(range) : Stream.empty())
                .map(range -> Problem.error(range, "struct klp_patch is not declared: include <linux/livepatch.h>"))
                .limit(1).toList();
    }

    private static LivepatchSource source(Tree tree, MemberOrder order, CompileCommand command) {
        TableReader tables = new TableReader(tree, order);
        PatchReader reader = new PatchReader(tree, tables);
        List<KlpPatch> patches = reader.patches();
        List<SymbolReference> references = SymbolReferenceReader.read(tree, tables);
        List<SourceWord> words = new ArrayList<>(tables.words());
        references.forEach(r -> words.add(new SourceWord.Symbol(r.place(),
                new KlpSymbolName(r.object(), r.symbol(), r.sympos(), ""))));
        words.addAll(SymbolWordReader.read(tree));
        return new LivepatchSource(tree.text(), ModuleNames.of(tree.text().path(), command), patches,
                CodeReader.callsOf("klp_enable_patch", tree), ModinfoReader.read(tree), CodeReader.functions(tree),
                words, references, ToolMarkReader.read(tree), tables.atRunTime(), tables.unread(),
                SuppressionReader.read(tree.unit().comments()),
                reader.members(),
                TableVariableReader.read(tree, tables.objects()), LifeCycleReader.read(tree), SourceCode.of(tree));
    }
}
