package org.klpls.core.real.memory;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.klpls.core.elf.SectionHeader;
import org.klpls.core.module.LivepatchModule;
import org.klpls.core.testing.kernel.Job;

/** A module file, and the module in it. */
record LoadedFile(Path path, LivepatchModule module) {
    static LoadedFile of(Path path) {
        return new LoadedFile(path, LivepatchModule.read(path).module().orElseThrow());
    }

    String name() {
        return module.name();
    }

    /** Asks for its sections. Those of init have addresses, and no memory any more. */
    Job.ReadSections readSections() {
        List<Job.Section> sections = new ArrayList<>();
        for (SectionHeader section : module.image().sections()) {
            if (section.isAlloc() && section.size() > 0) {
                sections.add(new Job.Section(section.name(), section.size()));
            }
        }
        return new Job.ReadSections(name(), sections);
    }

    /** The names of the modules it needs, as depmod would have them loaded before. */
    List<String> depends() {
        return Optional.of(module.modinfo().first("depends").map(entry -> entry.value()).orElse(""))
                .filter(names -> !names.isEmpty()).map(names -> List.of(names.split(","))).orElse(List.of());
    }
}
