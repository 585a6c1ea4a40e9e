package org.klpls.core.loader;

import java.util.List;

/**
 * A module's memory after its relocations, and before anything else that the kernel does with it.
 *
 * @param sections in the order of the file
 * @param messages what the kernel would log while it does that, at level warning or worse
 */
public record RelocatedModule(List<Section> sections, List<String> messages) {
    public RelocatedModule {
        sections = List.copyOf(sections);
        messages = List.copyOf(messages);
    }

    /**
     * One section in memory.
     *
     * @param relocations how many entries have a place in it
     */
    public record Section(String name, long address, byte[] bytes, long relocations) {}
}
