package org.klpls.core.real;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import org.klpls.core.elf.ElfDraft;
import org.klpls.core.real.Defect.Spot;
import org.klpls.core.testing.kernel.BuiltModule;
import org.klpls.core.testing.kernel.BuiltModules;
import org.klpls.core.testing.kernel.KernelModuleBuild;

/** A defect as files: source and module in a folder of their own, with the flags that Kbuild left. */
record Specimen(Defect defect, Path source, Path module, Spot place) {
    /** Builds what the defects are built from, all in one make, and writes each one's files under the folder. */
    static List<Specimen> of(List<Defect> defects, Path folder) throws IOException {
        SortedMap<String, String> sources = new TreeMap<>();
        defects.forEach(defect -> sources.put(moduleName(defect), defect.builtFrom().text()));
        BuiltModules built = KernelModuleBuild.build("defects", sources);
        List<Specimen> specimens = new ArrayList<>();
        for (Defect defect : defects) {
            specimens.add(write(defect, built.named(moduleName(defect)),
                    Files.createDirectory(folder.resolve(defect.name()))));
        }
        return specimens;
    }

    /** Defects that are built from the same text share a module, and its name. */
    private static String moduleName(Defect defect) {
        return "klp_" + Integer.toHexString(defect.builtFrom().text().hashCode());
    }

    private static Specimen write(Defect defect, BuiltModule built, Path folder) throws IOException {
        ElfDraft draft = ElfDraft.of(Files.readAllBytes(built.ko()));
        defect.change().accept(draft);
        Path module = Files.write(folder.resolve(built.name() + ".ko"), draft.build());
        Path source = Files.writeString(folder.resolve(built.name() + ".c"), defect.text().text());
        String flags = "." + built.name() + ".o.cmd";
        Files.copy(built.source().resolveSibling(flags), folder.resolve(flags));
        return new Specimen(defect, source, module, defect.place().apply(draft));
    }

    @Override
    public String toString() {
        return defect.name();
    }
}
