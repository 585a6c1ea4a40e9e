package org.klpls.core.rule;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.klpls.core.kernel.KernelFact;
import org.klpls.core.kernel.KernelIdentity;

/** What one check found. Findings are in the order of files, then places. */
public record Report(Optional<KernelUsed> kernel, List<Finding> findings, List<Skipped> skipped) {
    /** The kernel that was judged against, and what was known of it. */
    public record KernelUsed(KernelIdentity identity, Set<KernelFact> facts) {}

    public Report {
        findings = List.copyOf(findings);
        skipped = List.copyOf(skipped);
    }

    public long count(Severity severity) {
        return findings.stream().filter(f -> f.severity() == severity).count();
    }

    public boolean hasAtLeast(Severity threshold) {
        return findings.stream().anyMatch(f -> f.severity().atLeast(threshold));
    }
}
