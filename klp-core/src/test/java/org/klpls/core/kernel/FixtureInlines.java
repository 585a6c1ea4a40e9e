package org.klpls.core.kernel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a compiler made of functions, in lines of a {@link FixtureKernel}:
 *
 * <pre>
 * &#64;function NAME FILE:LINE SYMBOL     a function of the source; - without code of its own
 * &#64;copies   NAME HOLDER TIMES         inline copies of it in another one
 * </pre>
 */
final class FixtureInlines implements Inlines {
    private final Map<String, SourceFunction> functions = new LinkedHashMap<>();
    private final Map<String, String> symbols = new LinkedHashMap<>();
    private final Map<String, Map<String, Integer>> copies = new LinkedHashMap<>();
    private Function<String, Optional<KernelSymbol>> lookup = _ -> Optional.empty();

    void addFunction(List<String> columns) {
        String[] place = columns.get(2).split(":");
        functions.put(columns.get(1), new SourceFunction(columns.get(1),
                Optional.of(new SourceFunction.Place(place[0], Integer.parseInt(place[1])))));
        symbols.put(columns.get(1), columns.get(3));
    }

    void addCopies(List<String> columns) {
        copies.computeIfAbsent(columns.get(1), _ -> new LinkedHashMap<>()).put(columns.get(2),
                Integer.valueOf(columns.get(3)));
    }

    boolean isEmpty() {
        return functions.isEmpty();
    }

    FixtureInlines in(Function<String, Optional<KernelSymbol>> symbolsByName) {
        lookup = symbolsByName;
        return this;
    }

    @Override
    public List<SourceFunction> named(String name) {
        return Optional.ofNullable(functions.get(name)).stream().toList();
    }

    @Override
    public Optional<SourceFunction> of(KernelSymbol symbol) {
        return functions.values().stream().filter(f -> symbol.name().equals(symbols.get(f.name()))).findFirst();
    }

    @Override
    public List<KernelSymbol> symbols(SourceFunction function) {
        return Optional.ofNullable(symbols.get(function.name())).flatMap(lookup).stream().toList();
    }

    @Override
    public List<CodeOf> inlinedInto(SourceFunction function) {
        List<CodeOf> holders = new ArrayList<>();
        copies.getOrDefault(function.name(), Map.of()).forEach((holder, times) -> {
            SourceFunction source = Optional.ofNullable(functions.get(holder)).orElseThrow();
            holders.add(new CodeOf(source, symbols(source).stream().findFirst(), times));
        });
        return holders;
    }

    @Override
    public List<CodeOf> calledFrom(SourceFunction function) {
        return List.of();
    }
}
