package org.klpls.core.dwarf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The functions of all units, each once: entries of several units that tell of the same name, file and line are one, and
 * entries that complete another are that one's.
 */
final class SourceFunctions {
    /** Longer chains of entries that complete each other do not occur; they may be circles. */
    private static final int LONGEST_CHAIN = 16;

    /** A function as it stands in the source; an empty file is not known. */
    record Function(String name, String file, int line) {}

    private final DwarfSections sections;
    private final List<UnitFunctions> units;
    private final Map<Long, String> names = new HashMap<>();
    private final Map<String, String> files = new HashMap<>();
    private final Map<Function, Integer> numbers = new HashMap<>();
    /** Functions that other units can call. */
    private final Set<Integer> external = new HashSet<>();
    private final List<Function> functions = new ArrayList<>();
    /** Per unit and sub: the function, or -1. */
    private final int[][] ofSubs;

    private SourceFunctions(DwarfSections sections, List<UnitFunctions> units) {
        this.sections = sections;
        this.units = units;
        ofSubs = new int[units.size()][];
    }

    /** @param units in the order of their places */
    static SourceFunctions of(DwarfSections sections, List<UnitFunctions> units) {
        SourceFunctions all = new SourceFunctions(sections, units);
        all.definitions();
        all.completions();
        all.declarations();
        return all;
    }

    private void definitions() {
        for (int u = 0; u < ofSubs.length; u++) {
            UnitFunctions unit = units.get(u);
            int[] numbered = new int[unit.subs.size()];
            Arrays.fill(numbered, -1);
            ofSubs[u] = numbered;
            for (int sub = 0; sub < numbered.length; sub++) {
                boolean isDefinition = !unit.has(sub, UnitFunctions.DECLARATION) && unit.origins.get(sub) == Die.NONE;
                String name = isDefinition ? name(unit, sub) : "";
                if (!name.isEmpty()) {
                    numbered[sub] = number(unit, sub, name);
                }
            }
        }
    }

    private String name(UnitFunctions unit, int sub) {
        return names.computeIfAbsent(unit.names.get(sub), sections::string);
    }

    private int number(UnitFunctions unit, int sub, String name) {
        String file = files.computeIfAbsent(unit.file(sub), f -> f);
        Function function = new Function(name, file, Math.max(0, unit.lines.get(sub)));
        Integer known = numbers.putIfAbsent(function, functions.size());
        if (known == null) {
            functions.add(function);
        }
        int number = known == null ? functions.size() - 1 : known;
        // The assembler calls weak symbols, such as memcpy, not external.
        boolean isAssembler = file.isEmpty() && function.line() == 0;
        if (isAssembler || unit.has(sub, UnitFunctions.EXTERNAL)) {
            external.add(number);
        }
        return number;
    }

    /** Entries with an origin: the code that was made of a function, or a definition apart from its declaration. */
    private void completions() {
        for (int u = 0; u < ofSubs.length; u++) {
            for (int sub = 0; sub < ofSubs[u].length; sub++) {
                if (ofSubs[u][sub] < 0 && units.get(u).origins.get(sub) != Die.NONE) {
                    ofSubs[u][sub] = completed(u, sub);
                }
            }
        }
    }

    /** The function that this entry completes. A declaration at the end of the chain is one without a place of its own. */
    private int completed(int unit, int sub) {
        int u = unit;
        int s = sub;
        int definition = -1;
        for (int i = 0; i < LONGEST_CHAIN && ofSubs[u][s] < 0 && units.get(u).origins.get(s) != Die.NONE; i++) {
            if (definition < 0 && units.get(u).lines.get(s) > 0) {
                definition = s;
            }
            long origin = units.get(u).origins.get(s);
            int next = unitAt(origin);
            int nextSub = next < 0 ? -1 : units.get(next).subs.find(origin);
            if (nextSub < 0) {
                return -1;
            }
            u = next;
            s = nextSub;
        }
        if (ofSubs[u][s] >= 0) {
            return ofSubs[u][s];
        }
        String name = units.get(u).origins.get(s) == Die.NONE ? name(units.get(u), s) : "";
        boolean hasPlace = definition >= 0 && u == unit;
        return name.isEmpty() ? -1 : number(units.get(u), hasPlace ? definition : s, name);
    }

    /** Which unit has subs around this place, or -1. */
    private int unitAt(long place) {
        int low = 0;
        int high = units.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            LongList subs = units.get(middle).subs;
            if (subs.get(0) > place) {
                high = middle - 1;
            } else if (subs.get(subs.size() - 1) < place) {
                low = middle + 1;
            } else {
                return middle;
            }
        }
        return -1;
    }

    /** What a unit only declares is the function of that name that another one defines for all. */
    private void declarations() {
        Map<String, Integer> callable = callable();
        for (int u = 0; u < ofSubs.length; u++) {
            for (int sub = 0; sub < ofSubs[u].length; sub++) {
                UnitFunctions unit = units.get(u);
                if (ofSubs[u][sub] < 0 && unit.has(sub, UnitFunctions.DECLARATION)) {
                    ofSubs[u][sub] = callable.getOrDefault(name(unit, sub), -1);
                }
            }
        }
    }

    /** Only with code: headers define functions of the same name that are there to be copied (include/linux/fortify-string.h). */
    private Map<String, Integer> callable() {
        Map<String, Integer> callable = new HashMap<>();
        for (int u = 0; u < ofSubs.length; u++) {
            IntList subs = units.get(u).codeSubs;
            for (int code = 0; code < subs.size(); code++) {
                int function = ofSubs[u][subs.get(code)];
                if (function >= 0 && external.contains(function)) {
                    callable.putIfAbsent(functions.get(function).name(), function);
                }
            }
        }
        return callable;
    }

    List<Function> functions() {
        return functions;
    }

    /** The function of the sub with this number in a unit, or -1. */
    int ofSub(int unit, int sub) {
        return ofSubs[unit][sub];
    }

    /** The function of the entry at a place, or -1. */
    int at(long place) {
        int unit = unitAt(place);
        int sub = unit < 0 ? -1 : units.get(unit).subs.find(place);
        return sub < 0 ? -1 : ofSubs[unit][sub];
    }

    /** The numbers of the functions in the order of the map: by name, file, line. */
    Integer[] ordered() {
        Optional<String> root = SourcePaths.root(files.keySet());
        root.ifPresent(r -> functions.replaceAll(f -> f.file().startsWith(r)
                ? new Function(f.name(), f.file().substring(r.length()), f.line())
                : f));
        Integer[] order = new Integer[functions.size()];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparing(i -> functions.get(i),
                Comparator.comparing(Function::name).thenComparing(Function::file).thenComparingInt(Function::line)));
        return order;
    }
}
