package org.klpls.core.check;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.klpls.c.text.SourceRange;
import org.klpls.core.model.ElfPlace;
import org.klpls.core.model.KlpFunc;
import org.klpls.core.model.KlpObject;
import org.klpls.core.model.KlpPatch;
import org.klpls.core.model.KlpTable;
import org.klpls.core.model.Place;

/** Entries of a source's tables and of the module's that was built from it, one for one. */
final class TableTwins {
    /** No member of klp_func, klp_object or klp_patch that an author sets lies further in. */
    private static final long FURTHEST_MEMBER = 96;

    private Optional<Place> nearest = Optional.empty();
    private long distance = FURTHEST_MEMBER;
    private final String section;
    private final long offset;

    private TableTwins(String section, long offset) {
        this.section = section;
        this.offset = offset;
    }

    /** Where the source has the entry of which the module's twin holds this place. */
    static Optional<SourceRange> entryAt(KlpPatch source, KlpPatch built, String section, long offset) {
        TableTwins twins = new TableTwins(section, offset);
        twins.meet(source.place(), built.place());
        List<KlpObject> objects = source.objects().entries();
        List<KlpObject> builtObjects = built.objects().entries();
        for (int o = 0; o < Math.min(objects.size(), builtObjects.size()); o++) {
            twins.meet(objects.get(o).place(), builtObjects.get(o).place());
            List<KlpFunc> funcs = funcs(objects.get(o));
            List<KlpFunc> builtFuncs = funcs(builtObjects.get(o));
            for (int f = 0; f < Math.min(funcs.size(), builtFuncs.size()); f++) {
                twins.meet(funcs.get(f).place(), builtFuncs.get(f).place());
            }
        }
        return twins.nearest.flatMap(place -> place instanceof Place.InSource(SourceRange range)
                ? Optional.of(range)
                : Optional.empty());
    }

    private void meet(Place written, Place built) {
        if (built instanceof Place.InModule(ElfPlace elf) && elf.section().filter(section::equals).isPresent()) {
            OptionalLong start = elf.offset();
            long from = offset - start.orElse(Long.MAX_VALUE);
            if (from >= 0 && from < distance) {
                distance = from;
                nearest = Optional.of(written);
            }
        }
    }

    private static List<KlpFunc> funcs(KlpObject object) {
        return object.funcs().map(KlpTable::entries).orElse(List.of());
    }
}
