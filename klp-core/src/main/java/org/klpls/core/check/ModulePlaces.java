package org.klpls.core.check;

import java.util.List;
import java.util.Optional;
import org.klpls.c.text.SourceRange;
import org.klpls.core.model.KlpFunc;
import org.klpls.core.model.KlpObject;
import org.klpls.core.model.KlpPatch;
import org.klpls.core.model.KlpTable;
import org.klpls.core.model.Located;
import org.klpls.core.model.Place;
import org.klpls.core.rule.Finding;

/** Adds to a finding on an entry of a source's table where the same entry stands in the built module. */
final class ModulePlaces {
    private ModulePlaces() {}

    /** @param twins the same patch in the modules built from the source */
    static Finding attach(Finding finding, KlpPatch patch, List<KlpPatch> twins) {
        if (finding.source().isEmpty() || finding.module().isPresent()) {
            return finding;
        }
        for (KlpObject object : patch.objects().entries()) {
            for (KlpFunc func : funcs(object)) {
                if (holds(func, finding.source().get())) {
                    return twin(object, func, twins).map(place -> finding.alsoIn(place.elf())).orElse(finding);
                }
            }
        }
        return finding;
    }

    private static boolean holds(KlpFunc func, SourceRange range) {
        return func.place() instanceof Place.InSource(SourceRange entry) && entry.source().equals(range.source())
                && entry.span().start() <= range.span().start() && range.span().end() <= entry.span().end();
    }

    private static Optional<Place.InModule> twin(KlpObject object, KlpFunc func, List<KlpPatch> twins) {
        return twins.stream().flatMap(p -> p.objects().entries().stream())
                .filter(o -> o.objectName().equals(object.objectName())).flatMap(o -> funcs(o).stream())
                .filter(f -> f.symposOrZero() == func.symposOrZero() && name(f).equals(name(func)))
                .map(KlpFunc::place).<Place.InModule>mapMulti((place, sink) -> {
                    if (place instanceof Place.InModule inModule) {
                        sink.accept(inModule);
                    }
                }).findFirst();
    }

    private static List<KlpFunc> funcs(KlpObject object) {
        return object.funcs().map(KlpTable::entries).orElse(List.of());
    }

    private static Optional<String> name(KlpFunc func) {
        return func.oldName().map(Located::value);
    }
}
