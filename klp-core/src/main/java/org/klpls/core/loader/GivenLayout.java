package org.klpls.core.loader;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.klpls.core.elf.SectionHeader;
import org.klpls.core.module.LivepatchModule;

/** A layout that somebody saw, such as that of a module in a running kernel: addresses of sections, and no more. */
final class GivenLayout {
    private static final long PAGE = ModuleLayout.PAGE;

    private GivenLayout() {}

    /**
     * The memory is made of the pages that the sections lie on.
     *
     * @param addresses by section name; of sections with one name the first is meant
     */
    static ModuleLayout of(LivepatchModule module, Map<String, Long> addresses) {
        long[] byNumber = new long[module.image().sections().size()];
        TreeMap<Long, Long> pages = new TreeMap<>(Long::compareUnsigned);
        addresses.forEach((name, address) -> first(module, name).ifPresent(section -> {
            byNumber[section.index().value()] = address;
            pages.merge(address & -PAGE, end(address, section), GivenLayout::later);
        }));
        return new ModuleLayout(merged(pages), byNumber);
    }

    private static java.util.Optional<SectionHeader> first(LivepatchModule module, String name) {
        return module.image().sections().stream().filter(s -> s.isAlloc() && s.name().equals(name)).findFirst();
    }

    private static long end(long address, SectionHeader section) {
        return address + Math.max(1, section.size()) + PAGE - 1 & -PAGE;
    }

    private static long later(long one, long other) {
        return Long.compareUnsigned(one, other) > 0 ? one : other;
    }

    /** Of page ranges in the order of their addresses. */
    private static List<ModuleLayout.Region> merged(Map<Long, Long> pages) {
        List<ModuleLayout.Region> regions = new ArrayList<>();
        for (Map.Entry<Long, Long> range : pages.entrySet()) {
            ModuleLayout.Region last = regions.isEmpty() ? null : regions.getLast();
            if (last != null && Long.compareUnsigned(range.getKey(), last.base() + last.size()) <= 0) {
                long end = later(last.base() + last.size(), range.getValue());
                regions.set(regions.size() - 1, new ModuleLayout.Region(last.base(), end - last.base(), false));
            } else {
                regions.add(new ModuleLayout.Region(range.getKey(), range.getValue() - range.getKey(), false));
            }
        }
        return regions;
    }
}
