package org.klpls.core.kernel.index;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.IntFunction;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import org.klpls.core.dwarf.InlineMap;
import org.klpls.core.kernel.CodeOf;
import org.klpls.core.kernel.Inlines;
import org.klpls.core.kernel.KernelSymbol;
import org.klpls.core.kernel.SourceFunction;

/** What debug info tells of an object, joined with its symbols by address. */
final class IndexedInlines implements Inlines {
    private final InlineMap map;
    private final SymbolsByAddress symbols;
    /** Those that were asked for: a search for callers meets the same ones over and over. */
    private final ConcurrentMap<Integer, CodeOf> known = new ConcurrentHashMap<>();
    private final ConcurrentMap<SourceFunction, Integer> numbers = new ConcurrentHashMap<>();

    IndexedInlines(InlineMap map, SymbolsByAddress symbols) {
        this.map = map;
        this.symbols = symbols;
    }

    @Override
    public List<SourceFunction> named(String name) {
        return map.named(name).mapToObj(this::function).toList();
    }

    private SourceFunction function(int number) {
        return new SourceFunction(map.name(number),
                map.file(number).map(file -> new SourceFunction.Place(file, map.line(number))));
    }

    private OptionalInt number(SourceFunction function) {
        Integer asked = numbers.get(function);
        if (asked != null) {
            return OptionalInt.of(asked);
        }
        OptionalInt found = map.named(function.name()).filter(number -> function(number).equals(function)).findFirst();
        found.ifPresent(number -> numbers.put(function, number));
        return found;
    }

    @Override
    public Optional<SourceFunction> of(KernelSymbol symbol) {
        OptionalLong address = symbol.isText() ? symbols.address(symbol) : OptionalLong.empty();
        int code = address.isPresent() ? map.codeAt(address.getAsLong()) : -1;
        return code < 0 ? Optional.empty() : Optional.of(function(map.function(code)));
    }

    @Override
    public List<KernelSymbol> symbols(SourceFunction function) {
        Set<KernelSymbol> found = new LinkedHashSet<>();
        number(function).ifPresent(number -> map.codes(number).flatMap(map::codeRanges)
                .forEach(range -> found.addAll(symbols.at(map.codeRangeStart(range)))));
        return List.copyOf(found);
    }

    @Override
    public List<CodeOf> inlinedInto(SourceFunction function) {
        OptionalInt number = number(function);
        if (number.isEmpty()) {
            return List.of();
        }
        int[] codes = map.copies(number.getAsInt()).map(map::copyCode).sorted().toArray();
        long[] keys = new long[codes.length];
        int count = 0;
        for (int i = 0, end; i < codes.length; i = end) {
            end = i + 1;
            while (end < codes.length && codes[end] == codes[i]) {
                end++;
            }
            keys[count++] = key(codes[i], end - i);
        }
        return sorted(Arrays.copyOf(keys, count));
    }

    @Override
    public List<CodeOf> calledFrom(SourceFunction function) {
        OptionalInt number = number(function);
        return number.isEmpty()
                ? List.of()
                : sorted(map.calls(number.getAsInt())
                        .mapToLong(call -> key(map.callCode(call), Math.max(1, map.callTimes(call)))).toArray());
    }

    /** Sorts by how often, then by name: codes are numbered in the order of their functions' names. */
    private static long key(int code, int times) {
        return (long) (Integer.MAX_VALUE - times) << Integer.SIZE | code & 0xffff_ffffL;
    }

    private List<CodeOf> sorted(long[] keys) {
        Arrays.sort(keys);
        List<CodeOf> codes = new ArrayList<>(keys.length);
        for (long key : keys) {
            codes.add(code((int) key, Integer.MAX_VALUE - (int) (key >>> Integer.SIZE)));
        }
        return codes;
    }

    private CodeOf code(int code, int times) {
        CodeOf asked = known.get(code);
        CodeOf once = asked != null ? asked : known.computeIfAbsent(code, this::code);
        return times == 1 ? once : new CodeOf(once.function(), once.symbol(), times);
    }

    private CodeOf code(int code) {
        SourceFunction function = function(map.function(code));
        return new CodeOf(function, symbol(code, function.name()), 1);
    }

    /** Of several symbols at its entry the one with the function's name, else a clone's. */
    private Optional<KernelSymbol> symbol(int code, String name) {
        OptionalInt entry = map.codeRanges(code).findFirst();
        if (entry.isEmpty()) {
            return Optional.empty();
        }
        List<KernelSymbol> here = symbols.at(map.codeRangeStart(entry.getAsInt()));
        return here.stream().filter(s -> s.name().equals(name)).findFirst()
                .or(() -> here.stream().filter(s -> s.name().startsWith(name + ".")).findFirst())
                .or(() -> here.stream().findFirst());
    }

    /**
     * The symbols of an object, to be found by address.
     *
     * @param addresses ascending: of vmlinux where they are when it runs; of a module where {@link
     *        org.klpls.core.dwarf.SectionLayout} puts them
     * @param numbers those symbols by number
     */
    record SymbolsByAddress(long[] addresses, int[] numbers, IntFunction<KernelSymbol> symbol,
            Map<KernelSymbol, Long> moved) {
        /** Of symbols that know their addresses themselves. */
        static SymbolsByAddress of(IndexSymbols symbols, IntStream numbers, IntFunction<KernelSymbol> symbol) {
            return sorted(numbers, symbols::address, symbol, Map.of());
        }

        /** Of symbols that lie elsewhere here. */
        static SymbolsByAddress of(IntStream numbers, IntToLongFunction address, IntFunction<KernelSymbol> symbol) {
            int[] all = numbers.toArray();
            Map<KernelSymbol, Long> moved = new HashMap<>();
            for (int number : all) {
                moved.put(symbol.apply(number), address.applyAsLong(number));
            }
            return sorted(Arrays.stream(all), address, symbol, moved);
        }

        private static SymbolsByAddress sorted(IntStream numbers, IntToLongFunction address,
                IntFunction<KernelSymbol> symbol, Map<KernelSymbol, Long> moved) {
            // Kallsyms is sorted by address; a symbol list of another origin need not be.
            int[] sorted = numbers.boxed()
                    .sorted((a, b) -> Long.compare(address.applyAsLong(a), address.applyAsLong(b)))
                    .mapToInt(i -> i)
                    .toArray();
            return new SymbolsByAddress(Arrays.stream(sorted).mapToLong(address).toArray(), sorted, symbol, moved);
        }

        OptionalLong address(KernelSymbol of) {
            Long elsewhere = moved.get(of);
            return moved.isEmpty()
                    ? OptionalLong.of(of.address())
                    : elsewhere == null ? OptionalLong.empty() : OptionalLong.of(elsewhere);
        }

        /** Those of text that begin at an address. */
        List<KernelSymbol> at(long address) {
            int found = Arrays.binarySearch(addresses, address);
            if (found < 0) {
                return List.of();
            }
            int first = found;
            while (first > 0 && addresses[first - 1] == address) {
                first--;
            }
            return IntStream.range(first, addresses.length).takeWhile(i -> addresses[i] == address)
                    .mapToObj(i -> symbol.apply(numbers[i])).filter(KernelSymbol::isText).toList();
        }
    }
}
