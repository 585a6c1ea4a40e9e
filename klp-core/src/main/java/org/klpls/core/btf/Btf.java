package org.klpls.core.btf;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.klpls.core.elf.ElfBytes;
import org.klpls.core.kernel.StructLayout;

/** The types of one kernel, or of one of its modules. Immutable. */
public final class Btf {
    /** The type of functions of which debug info tells no more than the name, and of those that are so. */
    public static final String NO_PROTOTYPE = "void (void)";

    private static final int MAGIC = 0xeb9f;
    private static final int HEADER = 24;
    /** The most members that one layout has, anonymous ones unfolded: lying types could unfold without end. */
    private static final int MOST_MEMBERS = 1 << 16;
    /** Up to so many members, those of anonymous ones are told: structs that hold themselves have no end. */
    private static final int MOST_UNFOLDED = 1 << 12;

    private final BtfTypes types;
    private final BtfNames names;

    private final BtfTables tables;
    private final Optional<Btf> base;

    private Btf(BtfTypes types, BtfNames names, BtfTables tables, Optional<Btf> base) {
        this.types = types;
        this.names = names;
        this.tables = tables;
        this.base = base;
    }

    /** To be kept beside the section, for {@link #of}. */
    public BtfTables tables() {
        return tables;
    }

    /** Reads the content of a {@code .BTF} section that needs no other one. */
    public static BtfReading read(ElfBytes section) {
        return read(section, Optional.empty());
    }

    /** Whether {@link #read} gives types, if not all of them. */
    public static boolean isReadable(ElfBytes section) {
        return bounds(section).isPresent();
    }

    /** What is wrong with a section's header or with where its types end; empty where nothing is. */
    public static Optional<String> damage(ElfBytes section) {
        Optional<Bounds> bounds = bounds(section);
        if (bounds.isEmpty()) {
            return Optional.of("its header is none, or its types or strings lie outside of its " + section.size()
                    + " bytes");
        }
        ElfBytes types = bounds.get().types();
        int[] offsets = BtfTypes.offsets(types);
        long end = BtfTypes.end(types, offsets);
        return end == types.size()
                ? Optional.empty()
                : Optional.of("type " + offsets.length + " of it, at byte " + end + " of its types, is of a kind that"
                        + " klpls does not know or longer than the section; the types from there on are not known");
    }

    /**
     * Reads the content of a module's {@code .BTF}.
     *
     * @param base the types that it goes on from: those of the module's own {@code .BTF.base}, else those of vmlinux
     */
    public static BtfReading readModule(ElfBytes section, Btf base) {
        return read(section, Optional.of(base));
    }

    private static BtfReading read(ElfBytes section, Optional<Btf> base) {
        Optional<Bounds> bounds = bounds(section);
        if (bounds.isEmpty()) {
            return new BtfReading.Failure("not BTF, or its types or strings lie outside of it");
        }
        BtfTypes types = bounds.get().types(BtfTables.column(BtfTypes.offsets(bounds.get().types())), base);
        if (!types.fitsItsBase()) {
            return new BtfReading.Failure("its types go on from those of another build of the kernel");
        }
        BtfTables tables = new BtfTables(types.offsets(), BtfTables.column(BtfNames.slots(types)));
        return new BtfReading.Read(new Btf(types, new BtfNames(types, tables.slots()), tables, base));
    }

    /** The same with tables that were made before; empty where the section is no BTF. */
    public static Optional<Btf> of(ElfBytes section, BtfTables tables) {
        return bounds(section).map(bounds -> {
            BtfTypes types = bounds.types(tables.offsets(), Optional.empty());
            return new Btf(types, new BtfNames(types, tables.slots()), tables, Optional.empty());
        });
    }

    private record Bounds(ElfBytes types, ElfBytes strings) {
        BtfTypes types(ElfBytes offsets, Optional<Btf> base) {
            return new BtfTypes(types, strings, offsets, base.map(b -> b.types));
        }
    }

    private static Optional<Bounds> bounds(ElfBytes section) {
        if (section.size() < HEADER || section.u16(0) != MAGIC) {
            return Optional.empty();
        }
        long header = section.u32(4);
        long typeStart = header + section.u32(8);
        long typeLength = section.u32(12);
        long stringStart = header + section.u32(16);
        long stringLength = section.u32(20);
        return section.holds(typeStart, typeLength) && section.holds(stringStart, stringLength)
                ? Optional.of(new Bounds(section.slice(typeStart, typeLength),
                        section.slice(stringStart, stringLength)))
                : Optional.empty();
    }

    /** Type of a function, as in {@code int (struct seq_file *, void *)}. Empty also where namesakes differ. */
    public Optional<String> prototype(String function) {
        return rendered(function, "", false);
    }

    /** The function as C declares it, as in {@code int show(struct seq_file *m, void *v)}. Empty as above. */
    public Optional<String> declaration(String function) {
        return rendered(function, function, true);
    }

    private Optional<String> rendered(String function, String declarator, boolean parameterNames) {
        Set<String> prototypes = new HashSet<>();
        String last = "";
        for (int id : names.named(function)) {
            if (types.kind(id) == Kind.FUNC) {
                prototypes.add(new Declaration(types, false).of(types.target(id), ""));
                last = new Declaration(types, parameterNames).of(types.target(id), declarator);
            }
        }
        return prototypes.size() == 1 ? Optional.of(last) : Optional.empty();
    }

    /** The first of {@link #layouts}. */
    public Optional<StructLayout> layout(String name) {
        return layouts(name, 1).stream().findFirst();
    }

    /**
     * Size and members of each struct or union of this name: files of one kernel may have different ones. An anonymous
     * member stands in the list under an empty name, followed by its own members at their places in the whole. Of a
     * module: its own ones, then those of the base.
     */
    public List<StructLayout> layouts(String name) {
        return layouts(name, Integer.MAX_VALUE);
    }

    /** The first ones; of more members than any kernel has under one name those that come first. */
    private List<StructLayout> layouts(String name, int most) {
        List<StructLayout> layouts = new ArrayList<>();
        int total = 0;
        for (int id : names.named(name)) {
            boolean isRecord = types.kind(id) == Kind.STRUCT || types.kind(id) == Kind.UNION;
            if (isRecord && layouts.size() < most && total < MOST_MEMBERS) {
                List<StructLayout.Member> members = new ArrayList<>();
                addMembers(id, 0, members, 0);
                total += members.size();
                layouts.add(new StructLayout(name, types.size(id), members));
            }
        }
        if (layouts.size() < most) {
            base.ifPresent(b -> layouts.addAll(b.layouts(name, most - layouts.size())));
        }
        return layouts;
    }

    /** A struct, union, enum or typedef as C defines it, with the places of its members in comments. Source: as pahole's. */
    public Optional<String> definition(String name) {
        for (int id : names.named(name)) {
            if (types.kind(id) != Kind.FUNC) {
                return Optional.of(TypeText.of(types, id));
            }
        }
        return base.flatMap(b -> b.definition(name));
    }

    private void addMembers(int record, long baseBits, List<StructLayout.Member> members, int depth) {
        for (int i = 0; i < types.vlen(record) && members.size() < (depth == 0 ? MOST_MEMBERS : MOST_UNFOLDED); i++) {
            String name = types.string(types.word(record, 3 * i));
            int type = types.wordAsId(record, 3 * i + 1);
            long offset = types.word(record, 3 * i + 2);
            // With kind_flag the upper 8 bits are the size of a bit-field.
            long bits = baseBits + (types.flag(record) ? offset & 0xffffff : offset);
            members.add(new StructLayout.Member(name, bits, types.sizeOf(type)));
            // Of a typedef's type or qualified: with -fms-extensions.
            int unnamed = name.isEmpty() ? types.withoutNames(type) : BtfTypes.VOID;
            if ((types.kind(unnamed) == Kind.STRUCT || types.kind(unnamed) == Kind.UNION)
                    && depth < BtfTypes.DEEPEST) {
                addMembers(unnamed, bits, members, depth + 1);
            }
        }
    }
}
