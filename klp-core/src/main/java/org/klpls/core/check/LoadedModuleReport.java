package org.klpls.core.check;

import java.util.List;
import org.klpls.core.loader.RunningKernel;
import org.klpls.core.model.KlpPatch;
import org.klpls.core.rule.Report;

/**
 * What comes of loading a module, and what the rules say of it.
 *
 * @param load the kernel's verdict, and the kernel afterwards
 * @param patches those in the module's data
 */
public record LoadedModuleReport(RunningKernel.Load load, List<KlpPatch> patches, Report report) {
    public LoadedModuleReport {
        patches = List.copyOf(patches);
    }
}
