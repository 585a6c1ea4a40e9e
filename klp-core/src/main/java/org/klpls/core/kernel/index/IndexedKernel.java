package org.klpls.core.kernel.index;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.klpls.core.btf.Btf;
import org.klpls.core.btf.BtfTables;
import org.klpls.core.dwarf.InlineMap;
import org.klpls.core.elf.ElfBytes;
import org.klpls.core.kernel.Export;
import org.klpls.core.kernel.Inlines;
import org.klpls.core.kernel.KernelFact;
import org.klpls.core.kernel.KernelIdentity;
import org.klpls.core.kernel.KernelModules;
import org.klpls.core.kernel.KernelProblem;
import org.klpls.core.kernel.KernelSymbol;
import org.klpls.core.kernel.Memo;
import org.klpls.core.kernel.SimilarNames;
import org.klpls.core.kernel.StructLayout;
import org.klpls.core.kernel.SymbolLookup;
import org.klpls.core.kernel.TargetKernel;
import org.klpls.core.kernel.TextRange;
import org.klpls.core.kernel.Traceability;
import org.klpls.core.model.ObjectName;

/** A kernel whose facts stay in the blocks of its index: opening it reads next to nothing. */
public final class IndexedKernel implements TargetKernel {
    /** More than the callers of any function; who goes through all symbols asks for each once. */
    private static final int MOST_TRACES = 1 << 14;

    private final KernelIdentity identity;
    private final Set<KernelFact> facts;
    private final IndexBlocks blocks;
    private final IndexSymbols symbols;
    private final NamedSymbols named;
    private final ElfBytes sympos;
    private final Map<ObjectName, Integer> objects;
    private final Optional<Btf> btf;
    private final Lazy<Map<String, String>> config;
    private final Lazy<Optional<Inlines>> inlines;
    private final Lazy<IndexedModules> modules;
    private final ModuleDetails details;
    private final Optional<KernelProblem> withoutInlines;
    /** Of symbols that were asked for: a search for callers meets the same ones over and over. */
    private final ConcurrentMap<KernelSymbol, Traceability> traces = new ConcurrentHashMap<>();
    private final Memo<NameQuestion, List<String>> similar = new Memo<>();
    private final Memo<NameQuestion, List<String>> beginning = new Memo<>();

    /** A question that goes through all names. */
    private record NameQuestion(ObjectName object, String name, int limit) {}

    private IndexedKernel(IndexBlocks blocks, IndexSymbols symbols, IdentityBlock identity,
            Optional<KernelProblem> withoutInlines, ModuleDetails details) {
        this.identity = identity.identity();
        this.facts = identity.facts();
        this.blocks = blocks;
        this.symbols = symbols;
        named = new NamedSymbols(blocks);
        sympos = blocks.get(Block.SYMPOS);
        objects = objects(symbols);
        btf = btf(blocks);
        config = new Lazy<>(() -> ConfigLines.byName(IdentityBlock.lines(blocks.get(Block.CONFIG))));
        inlines = new Lazy<>(this::readInlines);
        this.details = details;
        modules = new Lazy<>(() -> new IndexedModules(ModulesBlock.read(blocks.get(Block.MODULES)), btf, details));
        this.withoutInlines = withoutInlines;
    }

    private Optional<Inlines> readInlines() {
        return InlineMap.of(blocks.get(Block.INLINES))
                .map(map -> new IndexedInlines(map, IndexedInlines.SymbolsByAddress.of(symbols,
                        numbers(ObjectName.VMLINUX), i -> symbol(ObjectName.VMLINUX, i))));
    }

    private static Optional<Btf> btf(IndexBlocks blocks) {
        ElfBytes slots = blocks.get(Block.BTF_SLOTS);
        boolean usable = slots.size() >= Integer.BYTES && Long.bitCount(slots.size()) == 1;
        return usable
                ? Btf.of(blocks.get(Block.BTF), new BtfTables(blocks.get(Block.BTF_OFFSETS), slots))
                : Optional.empty();
    }

    private static Map<ObjectName, Integer> objects(IndexSymbols symbols) {
        Map<ObjectName, Integer> objects = new HashMap<>();
        for (int object = 0; object < symbols.objects(); object++) {
            objects.put(symbols.object(object), object);
        }
        return Collections.unmodifiableMap(objects);
    }

    /** A kernel of facts that were just collected. */
    public static IndexedKernel of(KernelFacts facts) {
        return of(IndexWriter.write(facts)).orElseThrow();
    }

    /** A kernel of these blocks; empty where they do not fit each other. */
    static Optional<IndexedKernel> of(IndexBlocks blocks) {
        IndexSymbols symbols = IndexSymbols.of(blocks);
        if (!symbols.areConsistent() || !namesFit(blocks, symbols.count())) {
            return Optional.empty();
        }
        return Optional.of(new IndexedKernel(blocks, symbols, IdentityBlock.read(blocks.get(Block.IDENTITY)),
                Optional.empty(), ModuleDetails.NONE));
    }

    private static boolean namesFit(IndexBlocks blocks, int count) {
        return new NamedSymbols(blocks).fits(count)
                && blocks.get(Block.SYMPOS).size() == (long) count * Integer.BYTES;
    }

    IndexBlocks blocks() {
        return blocks;
    }

    /** The same kernel, told of by these files. */
    public IndexedKernel withOrigin(String origin) {
        KernelIdentity told = new KernelIdentity(identity.release(), identity.banner(), identity.buildId(),
                identity.vermagic(), origin);
        Map<Block, ElfBytes> all = blocks.all();
        all.put(Block.IDENTITY, IndexWriter.identity(told, facts));
        return new IndexedKernel(IndexBlocks.of(all), symbols, new IdentityBlock(told, facts), withoutInlines,
                details);
    }

    /** The same kernel, with what its debug info tells. */
    public IndexedKernel withInlines(ElfBytes map) {
        Set<KernelFact> told = EnumSet.of(KernelFact.INLINES);
        told.addAll(facts);
        Map<Block, ElfBytes> all = blocks.all();
        all.put(Block.IDENTITY, IndexWriter.identity(identity, told));
        all.put(Block.INLINES, map);
        return new IndexedKernel(IndexBlocks.of(all), symbols, new IdentityBlock(identity, told), Optional.empty(),
                details);
    }

    /** The same kernel, which knows why nothing is known of its debug info. */
    public IndexedKernel withoutInlines(KernelProblem why) {
        return new IndexedKernel(blocks, symbols, new IdentityBlock(identity, facts), Optional.of(why), details);
    }

    /** The same kernel, with what is to be looked at for its modules. */
    public IndexedKernel withModuleDetails(ModuleDetails told) {
        return new IndexedKernel(blocks, symbols, new IdentityBlock(identity, facts), withoutInlines, told);
    }

    /** An {@link InlineMap} of vmlinux, where debug info was given. */
    public Optional<ElfBytes> inlineMap() {
        return Optional.of(blocks.get(Block.INLINES)).filter(map -> map.size() > 0);
    }

    /** All of it, to be put together with facts from elsewhere. */
    public KernelFacts toFacts() {
        List<KernelFacts.ObjectFacts> known = new ArrayList<>();
        for (int object = 0; object < symbols.objects(); object++) {
            known.add(new KernelFacts.ObjectFacts(symbols.object(object), columns(object)));
        }
        ElfBytes types = blocks.get(Block.BTF);
        return new KernelFacts(identity, facts, known, exports().toList(),
                types.size() == 0 ? Optional.empty() : Optional.of(types),
                IdentityBlock.lines(blocks.get(Block.CONFIG)), inlineMap(), modules());
    }

    private SymbolColumns columns(int object) {
        SymbolColumns.Builder builder = new SymbolColumns.Builder();
        ObjectName name = symbols.object(object);
        for (int i = symbols.first(object); i < symbols.first(object) + symbols.count(object); i++) {
            KernelSymbol symbol = symbol(name, i);
            builder.add(symbol.name(), symbol.address(), symbol.type(), symbol.size().orElse(-1),
                    symbols.traceability(i), symbols.range(i));
        }
        return builder.build();
    }

    @Override
    public KernelIdentity identity() {
        return identity;
    }

    @Override
    public Set<KernelFact> facts() {
        return facts;
    }

    @Override
    public boolean knows(ObjectName object) {
        return objects.containsKey(object);
    }

    @Override
    public List<KernelSymbol> occurrences(ObjectName object, String symname) {
        int group = group(object, symname);
        return group < 0 ? List.of() : occurrences(object, symname, group);
    }

    private List<KernelSymbol> occurrences(ObjectName object, String symname, int group) {
        int count = named.count(group);
        if (count == 1) {
            return List.of(occurrence(object, symname, group, 1));
        }
        return IntStream.rangeClosed(1, count).mapToObj(i -> occurrence(object, symname, group, i)).toList();
    }

    private KernelSymbol occurrence(ObjectName object, String symname, int group, int position) {
        int symbol = named.symbol(group, position - 1);
        return new KernelSymbol(object, symname, named.address(symbol), named.type(symbol), position,
                SymbolColumns.known(named.size(symbol)));
    }

    /** The number of a symbol of a group; that of the first one where a damaged index tells none. */
    private int number(int symbol) {
        int number = named.number(symbol);
        return number >= 0 && number < symbols.count() ? number : 0;
    }

    private int group(ObjectName object, String symname) {
        Integer number = objects.get(object);
        return number == null ? -1 : named.group(number, symname);
    }

    /** As the default does, without the other occurrences where one is asked for. Small, so that the JVM makes it part of its callers. */
    @Override
    public SymbolLookup lookup(ObjectName object, String symname, long sympos) {
        int group = group(object, symname);
        if (group >= 0) {
            int count = named.count(group);
            if (sympos >= 1 && sympos <= count || sympos == 0 && count == 1) {
                return new SymbolLookup.Found(occurrence(object, symname, group, Math.max(1, (int) sympos)));
            }
        }
        return missed(object, symname, sympos, group);
    }

    private SymbolLookup missed(ObjectName object, String symname, long sympos, int group) {
        if (group < 0) {
            return knows(object) ? new SymbolLookup.NotFound(symname) : new SymbolLookup.ObjectUnknown(object);
        }
        List<KernelSymbol> all = occurrences(object, symname, group);
        return sympos == 0
                ? new SymbolLookup.Ambiguous(symname, object, all)
                : new SymbolLookup.PositionNotFound(symname, object, sympos, all);
    }

    @Override
    public Stream<KernelSymbol> symbols(ObjectName object) {
        return numbers(object).mapToObj(i -> symbol(object, i));
    }

    private IntStream numbers(ObjectName object) {
        Integer number = objects.get(object);
        return number == null
                ? IntStream.empty()
                : IntStream.range(symbols.first(number), symbols.first(number) + symbols.count(number));
    }

    private KernelSymbol symbol(ObjectName object, int i) {
        return symbols.symbol(object, symbols.name(i), i, sympos.s32((long) i * Integer.BYTES));
    }

    @Override
    public List<String> similarNames(ObjectName object, String symname, int limit) {
        return similar.get(new NameQuestion(object, symname, limit),
                q -> SimilarNames.of(q.name(), numbers(q.object()).mapToObj(symbols::name), q.limit()));
    }

    @Override
    public List<String> namesBeginningWith(ObjectName object, String prefix) {
        return beginning.get(new NameQuestion(object, prefix, 0), q -> numbers(q.object()).mapToObj(symbols::name)
                .filter(name -> name.startsWith(q.name())).distinct().sorted().toList());
    }

    @Override
    public Optional<KernelSymbol> neighbourBefore(KernelSymbol symbol) {
        OptionalInt number = number(symbol);
        Integer object = objects.get(symbol.object());
        boolean hasNeighbour = object != null && number.isPresent() && number.getAsInt() > symbols.first(object);
        return hasNeighbour ? Optional.of(symbol(symbol.object(), number.getAsInt() - 1)) : Optional.empty();
    }

    @Override
    public Traceability traceability(KernelSymbol symbol) {
        Traceability asked = traces.get(symbol);
        if (asked != null) {
            return asked;
        }
        Traceability read = readTraceability(symbol);
        if (traces.size() < MOST_TRACES) {
            traces.put(symbol, read);
        }
        return read;
    }

    private Traceability readTraceability(KernelSymbol symbol) {
        OptionalInt number = number(symbol);
        return number.isPresent() ? symbols.traceability(number.getAsInt()) : new Traceability.Unknown();
    }

    @Override
    public TextRange range(KernelSymbol symbol) {
        OptionalInt number = number(symbol);
        return number.isPresent() ? symbols.range(number.getAsInt()) : TextRange.UNKNOWN;
    }

    /** Which of this kernel's symbols that is; empty where it is of another one. */
    private OptionalInt number(KernelSymbol symbol) {
        int group = group(symbol.object(), symbol.name());
        if (group < 0 || symbol.sympos() < 1 || symbol.sympos() > named.count(group)) {
            return OptionalInt.empty();
        }
        int place = named.symbol(group, symbol.sympos() - 1);
        return named.address(place) == symbol.address() ? OptionalInt.of(number(place)) : OptionalInt.empty();
    }

    @Override
    public Optional<Export> export(String name) {
        return IndexExports.find(blocks.get(Block.EXPORTS), symbols, name);
    }

    @Override
    public Stream<Export> exports() {
        return IndexExports.all(blocks.get(Block.EXPORTS), symbols);
    }

    @Override
    public Optional<String> config(String option) {
        return Optional.ofNullable(config.get().get(option));
    }

    @Override
    public Optional<Inlines> inlines(ObjectName object) {
        return switch (object) {
            case ObjectName.Vmlinux _ -> inlines.get();
            case ObjectName.Module(String name) -> modules.get().inlines(name, numbers(object), i -> symbol(object, i));
        };
    }

    @Override
    public Optional<KernelProblem> missing(KernelFact fact) {
        return fact == KernelFact.INLINES ? withoutInlines : Optional.empty();
    }

    @Override
    public KernelModules modules() {
        return modules.get().all();
    }

    @Override
    public Optional<KernelProblem> missing(ObjectName object, KernelFact fact) {
        if (!(object instanceof ObjectName.Module(String name))) {
            return missing(fact);
        }
        return switch (fact) {
            case TYPES -> modules.get().withoutTypes(name);
            case INLINES -> modules.get().withoutInlines(name, numbers(object), i -> symbol(object, i));
            case SYMBOLS, TRACEABLE, EXPORTS, CONFIG, MODULES -> Optional.empty();
        };
    }

    @Override
    public Optional<StructLayout> layout(String structName) {
        return layouts(ObjectName.VMLINUX, structName).stream().findFirst();
    }

    @Override
    public List<StructLayout> layouts(ObjectName object, String structName) {
        return types(object).map(b -> b.layouts(structName)).orElse(List.of());
    }

    @Override
    public Optional<String> typeDefinition(ObjectName object, String name) {
        return types(object).flatMap(b -> b.definition(name));
    }

    @Override
    public Optional<String> prototype(String function) {
        return prototype(ObjectName.VMLINUX, function);
    }

    @Override
    public Optional<String> prototype(ObjectName object, String function) {
        return typed(object, function).flatMap(b -> b.prototype(function));
    }

    @Override
    public Optional<String> declaration(String function) {
        return declaration(ObjectName.VMLINUX, function);
    }

    @Override
    public Optional<String> declaration(ObjectName object, String function) {
        return typed(object, function).flatMap(b -> b.declaration(function));
    }

    private Optional<Btf> types(ObjectName object) {
        return switch (object) {
            case ObjectName.Vmlinux _ -> btf;
            case ObjectName.Module(String name) -> modules.get().types(name);
        };
    }

    /**
     * The types of an object, where they tell of this function. Of assembler, debug info knows names only, and so BTF says {@code
     * void f(void)} of each function: that is told of those only that a compiler instrumented.
     */
    private Optional<Btf> typed(ObjectName object, String function) {
        List<KernelSymbol> named = occurrences(object, function);
        if (named.size() > 1) {
            return Optional.empty();
        }
        boolean mayBeAssembler = named.stream().anyMatch(s -> traceability(s) instanceof Traceability.No);
        return types(object)
                .filter(b -> !mayBeAssembler || !b.prototype(function).equals(Optional.of(Btf.NO_PROTOTYPE)));
    }
}
