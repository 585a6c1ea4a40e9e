package org.klpls.core.kernel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.klpls.core.model.ObjectName;

/**
 * A small kernel written as text, for fixtures. Columns are separated by blanks or tabs; {@code #} begins a comment line.
 *
 * <pre>
 * # object  address           type  name              traceable  range    [size]
 * vmlinux   ffffffff81000010  T     cmdline_proc_show yes        text     48
 * vmlinux   ffffffff81000040  t     do_syscall_64     no         noinstr
 * vmlinux   ffffffff82000000  T     start_kernel      freed      init
 * hid       0                 t     hid_probe         yes        text
 * &#64;release  6.1.0-fixture
 * &#64;vermagic 6.1.0-fixture SMP preempt mod_unload modversions
 * &#64;buildid  00112233445566778899aabbccddeeff00112233
 * &#64;export   kfree vmlinux all - 12345678        name, owner, all|gpl, namespace or -, CRC in hex or -
 * &#64;layout   klp_func 112 old_name:0:8 new_func:8:8   name, size, members as name:offset:size in bytes
 * &#64;prototype cmdline_proc_show int (struct seq_file *, void *)
 * &#64;config  CONFIG_MODULE_SIG_FORCE y           others are not set; without such a line no option is known
 * &#64;module ext4, &#64;builtin unix                  what the kernel comes with, as module and as part of vmlinux
 * &#64;function, &#64;copies                         see {@link FixtureInlines}
 * &#64;unknown  traceable                           a fact that is not known (symbols, traceable, exports, btf ...)
 * </pre>
 *
 * Symbols of an object are in the kernel's order as they stand. {@code traceable} is {@code yes}, {@code no}, {@code
 * freed}, {@code leftover} (of a weak function) or {@code -} (unknown); {@code range} is a {@link TextRange} in lower case.
 */
public final class FixtureKernel implements TargetKernel {
    private final KernelIdentity identity;
    private final Set<KernelFact> facts;
    private final Map<ObjectName, List<KernelSymbol>> symbols;
    private final Map<KernelSymbol, Traceability> traceability;
    private final Map<KernelSymbol, TextRange> ranges;
    private final Map<String, Export> exports;
    private final Map<String, StructLayout> layouts;
    private final Map<String, String> prototypes;
    private final Optional<Inlines> inlines;
    private final Map<String, String> config;
    private final KernelModules modules;

    private FixtureKernel(Lines lines) {
        identity = new KernelIdentity(Optional.ofNullable(lines.release),
                Optional.ofNullable(lines.release).map(r -> "Linux version " + r), Optional.ofNullable(lines.buildId),
                Optional.ofNullable(lines.vermagic), "a fixture");
        facts = Collections.unmodifiableSet(lines.facts());
        symbols = lines.symbols;
        traceability = lines.traceability;
        ranges = lines.ranges;
        exports = lines.exports;
        layouts = lines.layouts;
        prototypes = lines.prototypes;
        config = lines.config;
        modules = KernelModules.of(Optional.empty(), lines.modules, lines.builtIn, List.of());
        inlines = lines.inlines.isEmpty()
                ? Optional.empty()
                : Optional.of(lines.inlines.in(name -> occurrences(ObjectName.VMLINUX, name).stream().findFirst()));
    }

    /** The kernel that a text in the form above describes; a line that is not in that form fails the test. */
    public static FixtureKernel of(String text) {
        Lines lines = new Lines();
        text.lines().forEach(lines::add);
        return new FixtureKernel(lines);
    }

    public static FixtureKernel read(Path file) {
        try {
            return of(Files.readString(file));
        } catch (IOException e) {
            throw new AssertionError("no fixture kernel " + file, e);
        }
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
        return facts.contains(KernelFact.SYMBOLS) && symbols.containsKey(object);
    }

    @Override
    public List<KernelSymbol> occurrences(ObjectName object, String symname) {
        return symbols(object).filter(s -> s.name().equals(symname)).toList();
    }

    @Override
    public Stream<KernelSymbol> symbols(ObjectName object) {
        return knows(object) ? symbols.getOrDefault(object, List.of()).stream() : Stream.empty();
    }

    @Override
    public List<String> similarNames(ObjectName object, String symname, int limit) {
        return SimilarNames.of(symname, symbols(object).map(KernelSymbol::name), limit);
    }

    @Override
    public Optional<KernelSymbol> neighbourBefore(KernelSymbol symbol) {
        List<KernelSymbol> all = symbols.getOrDefault(symbol.object(), List.of());
        int index = all.indexOf(symbol);
        return index > 0 ? Optional.of(all.get(index - 1)) : Optional.empty();
    }

    @Override
    public Traceability traceability(KernelSymbol symbol) {
        return facts.contains(KernelFact.TRACEABLE)
                ? traceability.getOrDefault(symbol, new Traceability.Unknown())
                : new Traceability.Unknown();
    }

    @Override
    public TextRange range(KernelSymbol symbol) {
        return ranges.getOrDefault(symbol, TextRange.UNKNOWN);
    }

    @Override
    public Optional<Export> export(String name) {
        return Optional.ofNullable(exports.get(name));
    }

    @Override
    public Optional<String> config(String option) {
        return Optional.ofNullable(config.get(option));
    }

    @Override
    public KernelModules modules() {
        return modules;
    }

    @Override
    public Optional<StructLayout> layout(String structName) {
        return Optional.ofNullable(layouts.get(structName));
    }

    @Override
    public Optional<String> prototype(String function) {
        return Optional.ofNullable(prototypes.get(function));
    }

    @Override
    public Optional<Inlines> inlines(ObjectName object) {
        return object.equals(ObjectName.VMLINUX) ? inlines : Optional.empty();
    }

    /** The text, line by line. */
    private static final class Lines {
        private final Map<ObjectName, List<KernelSymbol>> symbols = new LinkedHashMap<>();
        private final Map<KernelSymbol, Traceability> traceability = new HashMap<>();
        private final Map<KernelSymbol, TextRange> ranges = new HashMap<>();
        private final Map<String, Export> exports = new HashMap<>();
        private final Map<String, StructLayout> layouts = new HashMap<>();
        private final Map<String, String> prototypes = new HashMap<>();
        private final FixtureInlines inlines = new FixtureInlines();
        private final Map<String, String> config = new HashMap<>();
        private final List<KernelModule> modules = new ArrayList<>();
        private final Set<String> builtIn = new HashSet<>();
        private final Set<KernelFact> unknown = EnumSet.of(KernelFact.INLINES, KernelFact.CONFIG);
        private @Nullable String release;
        private @Nullable String vermagic;
        private @Nullable String buildId;

        void add(String line) {
            String trimmed = line.strip();
            if (trimmed.isEmpty() || trimmed.startsWith("#")) {
                return;
            }
            List<String> columns = List.of(trimmed.split("\\s+"));
            if (trimmed.startsWith("@")) {
                directive(columns, trimmed);
            } else {
                symbol(columns);
            }
        }

        private void directive(List<String> columns, String line) {
            String word = columns.getFirst();
            String rest = line.substring(word.length()).strip();
            switch (word) {
                case "@release" -> release = rest;
                // VERMAGIC_STRING ends with a blank
                case "@vermagic" -> vermagic = rest + " ";
                case "@buildid" -> buildId = rest;
                case "@export" -> export(columns);
                case "@layout" -> layout(columns);
                case "@prototype" -> prototypes.put(columns.get(1), rest.substring(columns.get(1).length()).strip());
                case "@config" -> config.put(columns.get(1), columns.get(2));
                case "@module" -> modules.add(new KernelModule(new ObjectName.Module(columns.get(1)),
                        columns.get(1) + ".ko", 0, 0, Optional.empty(), OptionalInt.empty(), List.of()));
                case "@builtin" -> builtIn.add(columns.get(1));
                case "@function" -> inlines.addFunction(columns);
                case "@copies" -> inlines.addCopies(columns);
                case "@unknown" -> unknown.add(fact(columns.get(1)));
                default -> throw new AssertionError("not a line of a fixture kernel: " + line);
            }
        }

        private void symbol(List<String> columns) {
            ObjectName object = ObjectName.ofElfName(columns.get(0));
            List<KernelSymbol> all = symbols.computeIfAbsent(object, _ -> new ArrayList<>());
            String name = columns.get(3);
            int sympos = 1 + (int) all.stream().filter(s -> s.name().equals(name)).count();
            OptionalLong size = columns.size() > 6
                    ? OptionalLong.of(Long.parseLong(columns.get(6)))
                    : OptionalLong.empty();
            KernelSymbol symbol = new KernelSymbol(object, name, Long.parseUnsignedLong(columns.get(1), 16),
                    columns.get(2).charAt(0), sympos, size);
            all.add(symbol);
            TextRange range = TextRange.valueOf(columns.get(5).toUpperCase(Locale.ROOT));
            ranges.put(symbol, range);
            traceability.put(symbol, traceability(columns.get(4), symbol, range));
        }

        private static Traceability traceability(String word, KernelSymbol symbol, TextRange range) {
            return switch (word) {
                case "yes" -> new Traceability.Yes();
                case "freed" -> new Traceability.Freed();
                case "leftover" -> new Traceability.No(Traceability.Reason.WEAK_LEFTOVER);
                case "-" -> new Traceability.Unknown();
                case "no" -> new Traceability.No(!symbol.isText()
                        ? Traceability.Reason.NOT_TEXT
                        : range == TextRange.NOINSTR
                                ? Traceability.Reason.NOINSTR
                                : range == TextRange.ENTRY
                                        ? Traceability.Reason.ENTRY
                                        : Traceability.Reason.NOTRACE);
                default -> throw new AssertionError("traceable is yes, no, freed or -, not " + word);
            };
        }

        private void export(List<String> columns) {
            OptionalInt crc = columns.get(5).equals("-")
                    ? OptionalInt.empty()
                    : OptionalInt.of(Integer.parseUnsignedInt(columns.get(5), 16));
            exports.put(columns.get(1), new Export(columns.get(1), ObjectName.ofElfName(columns.get(2)),
                    columns.get(3).equals("gpl"), Optional.of(columns.get(4)).filter(n -> !n.equals("-")), crc));
        }

        private void layout(List<String> columns) {
            List<StructLayout.Member> members = columns.stream().skip(3).map(text -> {
                String[] parts = text.split(":");
                return new StructLayout.Member(parts[0], Long.parseLong(parts[1]) * 8, Long.parseLong(parts[2]));
            }).toList();
            layouts.put(columns.get(1), new StructLayout(columns.get(1), Long.parseLong(columns.get(2)), members));
        }

        private static KernelFact fact(String id) {
            return Stream.of(KernelFact.values())
                    .filter(f -> f.id().equals(id))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no kernel fact is called " + id));
        }

        private Set<KernelFact> facts() {
            Set<KernelFact> known = EnumSet.complementOf(EnumSet.copyOf(unknown));
            if (!inlines.isEmpty()) {
                known.add(KernelFact.INLINES);
            }
            if (symbols.keySet().stream().allMatch(o -> o instanceof ObjectName.Vmlinux)) {
                known.remove(KernelFact.MODULES);
            }
            return known;
        }
    }
}
