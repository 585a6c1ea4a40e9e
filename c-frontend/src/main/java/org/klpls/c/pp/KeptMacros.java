package org.klpls.c.pp;

import java.util.Arrays;

/** The macros of a preamble as columns: few of them are ever asked for, and only those become a {@link Macro}. */
final class KeptMacros {
    /** In the place of the number of parameters. */
    private static final int BUILT_IN = -2;
    private static final int VARIADIC = 1 << 30;

    private final int[] names;
    private final int[] locations;
    private final int[] bases;
    private final int[] parameters;
    /** Where each body ends among all. */
    private final int[] ends;
    private final long[] bodies;
    /** Its index by a macro's name. */
    private final int[] indexes;

    private KeptMacros(int[] names, int[] locations, int[] bases, int[] parameters, int[] ends, long[] bodies) {
        this.names = names;
        this.locations = locations;
        this.bases = bases;
        this.parameters = parameters;
        this.ends = ends;
        this.bodies = bodies;
        this.indexes = new int[Arrays.stream(names).max().orElse(0) + 1];
        for (int i = 0; i < names.length; i++) {
            indexes[names[i]] = i;
        }
    }

    int count() {
        return names.length;
    }

    int name(int index) {
        return names[index];
    }

    int base(int index) {
        return bases[index];
    }

    boolean isBuiltIn(int index) {
        return parameters[index] == BUILT_IN;
    }

    Macro macro(int name) {
        int index = indexes[name];
        int start = index == 0 ? 0 : ends[index - 1];
        int count = parameters[index];
        boolean variadic = count >= 0 && (count & VARIADIC) != 0;
        return new Macro(name, locations[index], variadic ? count & ~VARIADIC : count, variadic,
                Arrays.copyOfRange(bodies, start, ends[index]));
    }

    static void write(MacroTable table, KeptSymbols.Writing symbols, PieceWriter out) {
        int[] names = table.names();
        int[] own = new int[names.length];
        int[] locations = new int[names.length];
        int[] bases = new int[names.length];
        int[] parameters = new int[names.length];
        int[] ends = new int[names.length];
        TokenBuffer bodies = new TokenBuffer();
        for (int i = 0; i < names.length; i++) {
            Macro macro = java.util.Objects.requireNonNull(table.get(names[i]));
            boolean builtIn = macro == MacroTable.BUILT_IN;
            own[i] = symbols.number(names[i]);
            locations[i] = macro.location();
            bases[i] = table.base(names[i]);
            parameters[i] = builtIn ? BUILT_IN : macro.variadic() ? macro.parameters() | VARIADIC : macro.parameters();
            for (long token : macro.body()) {
                bodies.add(symbols.token(token));
            }
            ends[i] = bodies.size();
        }
        out.ints(own);
        out.ints(locations);
        out.ints(bases);
        out.ints(parameters);
        out.ints(ends);
        out.longs(Arrays.copyOf(bodies.array(), bodies.size()));
    }

    static KeptMacros read(PieceReader in, KeptSymbols symbols) {
        int[] names = in.ints();
        symbols.own(names);
        KeptMacros macros = new KeptMacros(names, in.ints(), in.ints(), in.ints(), in.ints(), in.longs());
        symbols.ownTokens(macros.bodies);
        return macros;
    }
}
