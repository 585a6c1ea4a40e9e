package org.klpls.core.module;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.klpls.core.elf.ElfImage;
import org.klpls.core.elf.ElfSymbol;
import org.klpls.core.elf.SectionHeader;
import org.klpls.core.elf.ShIndex;
import org.klpls.core.model.ElfPlace;

/**
 * A callback as kpatch-build leaves it, of which the module's own code makes one of livepatch's: a pointer to the function, and one
 * to the object's name, in {@code .kpatch.callbacks.KIND}. Source: dynup/kpatch kmod/patch/kpatch-macros.h.
 *
 * @param kind {@code pre_patch}, {@code post_patch}, {@code pre_unpatch}, {@code post_unpatch}
 * @param function its name; empty where the pointer leads to none
 * @param object {@code vmlinux} or a module; empty where the pointer leads to no string
 */
public record ToolCallback(String kind, Optional<String> function, Optional<String> object, ElfPlace place) {
    private static final String PREFIX = ".kpatch.callbacks.";
    private static final int SIZE = 16;
    private static final int OBJNAME = 8;

    static List<ToolCallback> read(ElfImage image) {
        RelocatedData data = RelocatedData.of(image);
        ModuleSymbols names = ModuleSymbols.of(image);
        List<ToolCallback> callbacks = new ArrayList<>();
        for (SectionHeader section : image.sections()) {
            if (section.isAlloc() && section.name().startsWith(PREFIX)) {
                ShIndex index = section.index();
                long size = image.content(section).size();
                for (long at = 0; at <= size - SIZE; at += SIZE) {
                    Optional<String> function = data.pointer(index, at) instanceof Pointer.Inside inside
                            ? names.at(inside.section(), inside.offset()).map(ElfSymbol::name)
                            : Optional.empty();
                    callbacks.add(new ToolCallback(section.name().substring(PREFIX.length()), function,
                            data.string(data.pointer(index, at + OBJNAME)),
                            ElfPlace.of(image.path(), section.name(), at)));
                }
            }
        }
        return callbacks;
    }
}
