package org.klpls.core.module;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.klpls.core.elf.ElfImage;
import org.klpls.core.elf.ElfSymbol;
import org.klpls.core.elf.SectionHeader;
import org.klpls.core.elf.ShIndex;
import org.klpls.core.model.ElfPlace;
import org.klpls.core.model.KlpFunc;
import org.klpls.core.model.KlpObject;
import org.klpls.core.model.KlpPatch;
import org.klpls.core.model.KlpTable;
import org.klpls.core.model.Located;
import org.klpls.core.model.Place;
import org.klpls.core.model.TableEnd;

/**
 * What a tool left in a module, of which the module's own code makes a struct klp_patch when it is loaded: kpatch-build's
 * {@code .kpatch.funcs}, and objtool's {@code .init.klp_objects} with {@code .init.klp_funcs}. The layouts are the tools',
 * so no kernel is needed. Source: dynup/kpatch kmod/patch/kpatch-patch.h; include/linux/livepatch_external.h, v6.19.
 */
final class ToolPatches {
    private static final String KPATCH = ".kpatch.funcs";
    /** The second name is that of objtool's first postings. */
    private static final List<String> OBJTOOL = List.of(".init.klp_objects", "__klp_objects");

    /** struct kpatch_patch_func: new_addr, new_size, old_addr, old_size, sympos, name, objname. */
    private static final class Kpatch {
        static final long SIZE = 56;
        static final long SYMPOS = 32;
        static final long NAME = 40;
        static final long OBJNAME = 48;
    }

    /** struct klp_object_ext: name, funcs, callbacks (four pointers and a bool), nr_funcs of 32 bits. */
    private static final class ObjectExt {
        static final long SIZE = 64;
        static final long FUNCS = 8;
        static final long NR_FUNCS = 56;
    }

    /** struct klp_func_ext: old_name, new_func, sympos. */
    private static final class FuncExt {
        static final long SIZE = 24;
        static final long NEW_FUNC = 8;
        static final long SYMPOS = 16;
    }

    private final ElfImage image;
    private final RelocatedData data;
    private final ModuleSymbols names;

    private ToolPatches(ElfImage image) {
        this.image = image;
        this.data = RelocatedData.of(image);
        this.names = ModuleSymbols.of(image);
    }

    static List<KlpPatch> read(ElfImage image) {
        ToolPatches tools = new ToolPatches(image);
        return image.sections().stream().filter(SectionHeader::isAlloc).flatMap(tools::patch).toList();
    }

    private Stream<KlpPatch> patch(SectionHeader section) {
        if (section.name().equals(KPATCH)) {
            return Stream.of(patch(section, kpatchObjects(section)));
        }
        return OBJTOOL.contains(section.name()) ? Stream.of(patch(section, objtoolObjects(section))) : Stream.empty();
    }

    private KlpPatch patch(SectionHeader section, List<KlpObject> objects) {
        Place place = place(section.index(), 0);
        return new KlpPatch(section.name(), false, table(objects, place), place);
    }

    /** The module's code makes the table, and ends it. */
    private static <T> KlpTable<T> table(List<T> entries, Place place) {
        return new KlpTable<>(Optional.empty(), entries, List.of(), TableEnd.TERMINATED, place, place);
    }

    private List<KlpObject> kpatchObjects(SectionHeader section) {
        Map<String, List<KlpFunc>> byObject = new LinkedHashMap<>();
        Map<String, Located<String>> objnames = new LinkedHashMap<>();
        ShIndex index = section.index();
        long size = image.content(section).size();
        for (long at = 0; at <= size - Kpatch.SIZE; at += Kpatch.SIZE) {
            Optional<Located<String>> objname = string(index, at + Kpatch.OBJNAME);
            if (objname.isPresent()) {
                objnames.putIfAbsent(objname.get().value(), objname.get());
                byObject.computeIfAbsent(objname.get().value(), _ -> new ArrayList<>())
                        .add(func(index, at, at + Kpatch.NAME, at, at + Kpatch.SYMPOS));
            }
        }
        List<KlpObject> objects = new ArrayList<>();
        objnames.forEach((name, located) -> {
            List<KlpFunc> funcs = byObject.getOrDefault(name, List.of());
            Optional<Located<String>> module = name.equals("vmlinux") ? Optional.empty() : Optional.of(located);
            objects.add(new KlpObject(module, Optional.of(table(funcs, located.place())), located.place()));
        });
        return objects;
    }

    private List<KlpObject> objtoolObjects(SectionHeader section) {
        List<KlpObject> objects = new ArrayList<>();
        ShIndex index = section.index();
        long size = image.content(section).size();
        for (long at = 0; at <= size - ObjectExt.SIZE; at += ObjectExt.SIZE) {
            Place place = place(index, at);
            objects.add(new KlpObject(string(index, at), Optional.of(table(objtoolFuncs(index, at), place)), place));
        }
        return objects;
    }

    private List<KlpFunc> objtoolFuncs(ShIndex section, long object) {
        List<KlpFunc> funcs = new ArrayList<>();
        long count = data.number(section, object + ObjectExt.NR_FUNCS, Integer.BYTES).orElse(0L);
        if (data.pointer(section, object + ObjectExt.FUNCS) instanceof Pointer.Inside first && first.offset() >= 0) {
            long end = image.section(first.section()).map(s -> image.content(s).size()).orElse(0L);
            for (long at = first.offset(); funcs.size() < count && at <= end - FuncExt.SIZE; at += FuncExt.SIZE) {
                funcs.add(func(first.section(), at, at, at + FuncExt.NEW_FUNC, at + FuncExt.SYMPOS));
            }
        }
        return funcs;
    }

    private KlpFunc func(ShIndex section, long entry, long oldName, long newFunc, long sympos) {
        return new KlpFunc(string(section, oldName),
                data.number(section, sympos, Long.BYTES).filter(n -> n != 0)
                        .map(n -> new Located<>(n, place(section, sympos))),
                function(section, newFunc), place(section, entry));
    }

    private Optional<Located<String>> string(ShIndex section, long offset) {
        return data.string(data.pointer(section, offset)).map(text -> new Located<>(text, place(section, offset)));
    }

    private Optional<Located<String>> function(ShIndex section, long offset) {
        return data.pointer(section, offset) instanceof Pointer.Inside inside
                ? names.at(inside.section(), inside.offset()).map(ElfSymbol::name)
                        .map(name -> new Located<>(name, place(section, offset)))
                : Optional.empty();
    }

    private Place place(ShIndex section, long offset) {
        String name = image.section(section).map(SectionHeader::name).orElse("");
        return new Place.InModule(ElfPlace.of(image.path(), name, offset));
    }
}
