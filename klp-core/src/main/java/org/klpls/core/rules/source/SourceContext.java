package org.klpls.core.rules.source;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.klpls.c.text.SourceRange;
import org.klpls.core.kernel.KernelVersion;
import org.klpls.core.kernel.TargetKernel;
import org.klpls.core.model.KlpPatch;
import org.klpls.core.model.Place;
import org.klpls.core.source.LivepatchSource;
import org.klpls.core.source.ModuleSources;
import org.klpls.core.source.SiblingSource;
import org.klpls.core.source.TableVariable;

/**
 * A livepatch's C source, as the author has it.
 *
 * @param module what else its module is made of
 * @param kernel the one that the livepatch is for
 * @param isBuilt whether the built module is there too, and tells what the build made of it
 */
public record SourceContext(LivepatchSource source, ModuleSources module, Optional<TargetKernel> kernel,
        boolean isBuilt) {
    /** Whether the module is made of this file alone; else what is missing may stand in another one. */
    boolean isWholeModule() {
        return module.isOneFile();
    }

    List<SiblingSource> siblings() {
        return module.siblings();
    }

    /** The patches of the whole module, this file's first. */
    List<KlpPatch> patches() {
        return Stream.concat(source.patches().stream(), siblings().stream().flatMap(s -> s.patches().stream()))
                .toList();
    }

    /** Whether another file of the module has the table that this place is in. */
    boolean isInSibling(Place place) {
        return place instanceof Place.InSource(SourceRange range)
                && siblings().stream().anyMatch(s -> s.text().equals(range.source()));
    }

    /** Whether any file of the module says this of it. */
    boolean hasModinfo(String key) {
        return Stream.concat(Stream.of(source.modinfo()), siblings().stream().map(SiblingSource::modinfo))
                .anyMatch(modinfo -> modinfo.first(key).isPresent());
    }

    /** The kernel that the patch is for; where none is known, one of today. */
    KernelVersion version() {
        return kernel.map(KernelVersion::of).orElse(KernelVersion.V6_1);
    }

    /** The table of this name, as it is declared. */
    Optional<TableVariable> table(String name) {
        return source.tables().stream().filter(t -> t.variable().equals(name)).findFirst();
    }
}
