package org.klpls.core.btf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.klpls.core.elf.ElfBytes;
import org.klpls.core.kernel.StructLayout;

/** The types of one kernel. Immutable; names are indexed once, at {@link #read}. */
public final class Btf {
    private static final int MAGIC = 0xeb9f;
    private static final int HEADER = 24;
    /** The most members that one layout has, anonymous ones unfolded: lying types could unfold without end. */
    private static final int MOST_MEMBERS = 1 << 16;

    private final BtfTypes types;
    private final Map<String, List<Integer>> functions;
    private final Map<String, Integer> records;

    private Btf(BtfTypes types, Map<String, List<Integer>> functions, Map<String, Integer> records) {
        this.types = types;
        this.functions = functions;
        this.records = records;
    }

    /** Reads the content of a {@code .BTF} section that needs no other one. */
    public static BtfReading read(ElfBytes section) {
        if (section.size() < HEADER || section.u16(0) != MAGIC) {
            return new BtfReading.Failure("not BTF: it does not begin with its magic");
        }
        long header = section.u32(4);
        long typeStart = header + section.u32(8);
        long typeLength = section.u32(12);
        long stringStart = header + section.u32(16);
        long stringLength = section.u32(20);
        if (!section.holds(typeStart, typeLength) || !section.holds(stringStart, stringLength)) {
            return new BtfReading.Failure("BTF whose types or strings lie outside of it");
        }
        BtfTypes types = BtfTypes.read(section.slice(typeStart, typeLength), section.slice(stringStart, stringLength));
        return new BtfReading.Read(indexed(types), types.isTruncated());
    }

    private static Btf indexed(BtfTypes types) {
        Map<String, List<Integer>> functions = new HashMap<>();
        Map<String, Integer> records = new HashMap<>();
        for (int id = 1; id < types.count(); id++) {
            Kind kind = types.kind(id);
            if (kind == Kind.FUNC) {
                functions.computeIfAbsent(types.name(id), _ -> new ArrayList<>(1)).add(id);
            } else if (kind == Kind.STRUCT || kind == Kind.UNION) {
                records.putIfAbsent(types.name(id), id);
            }
        }
        return new Btf(types, functions, records);
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
        Set<String> types = new HashSet<>();
        String last = "";
        for (int id : functions.getOrDefault(function, List.of())) {
            types.add(new Declaration(this.types, false).of(this.types.target(id), ""));
            last = new Declaration(this.types, parameterNames).of(this.types.target(id), declarator);
        }
        return types.size() == 1 ? Optional.of(last) : Optional.empty();
    }

    /**
     * Size and members of a struct or union. An anonymous member stands in the list under an empty name, followed by
     * its own members at their places in the whole.
     */
    public Optional<StructLayout> layout(String name) {
        Integer id = name.isEmpty() ? null : records.get(name);
        if (id == null) {
            return Optional.empty();
        }
        List<StructLayout.Member> members = new ArrayList<>();
        addMembers(id, 0, members, 0);
        return Optional.of(new StructLayout(name, types.size(id), members));
    }

    private void addMembers(int record, long baseBits, List<StructLayout.Member> members, int depth) {
        for (int i = 0; i < types.vlen(record) && members.size() < MOST_MEMBERS; i++) {
            String name = types.string(types.word(record, 3 * i));
            int type = types.wordAsId(record, 3 * i + 1);
            long offset = types.word(record, 3 * i + 2);
            // With kind_flag the upper 8 bits are the size of a bit-field.
            long bits = baseBits + (types.flag(record) ? offset & 0xffffff : offset);
            members.add(new StructLayout.Member(name, bits, types.sizeOf(type)));
            Kind kind = types.kind(type);
            if (name.isEmpty() && (kind == Kind.STRUCT || kind == Kind.UNION) && depth < BtfTypes.DEEPEST) {
                addMembers(type, bits, members, depth + 1);
            }
        }
    }
}
