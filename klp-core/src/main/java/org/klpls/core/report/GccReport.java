package org.klpls.core.report;

import java.io.IOException;
import org.klpls.c.text.SourceRange;
import org.klpls.core.check.Checked;
import org.klpls.core.model.ElfPlace;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Severity;

/** One line a finding, as gcc prints its own, so that editors and CI find the place. 1-based. */
final class GccReport {
    private GccReport() {}

    static void write(Checked checked, ReportOptions options, Appendable out) throws IOException {
        for (Finding finding : checked.report().findings()) {
            out.append(place(finding, options)).append(": ").append(word(finding.severity())).append(": ")
                    .append(finding.message()).append(" [").append(finding.code()).append("]\n");
        }
    }

    /** {@code file:line:col}, or {@code file.ko:section+0xoffset} for what is only in the module. */
    static String place(Finding finding, ReportOptions options) {
        return finding.source().map(range -> place(range, options))
                .or(() -> finding.module().map(place -> place(place, options))).orElseThrow();
    }

    static String place(SourceRange range, ReportOptions options) {
        return options.show(range.source().path()) + ":" + (range.start().line() + 1) + ":"
                + (range.start().character() + 1);
    }

    static String place(ElfPlace place, ReportOptions options) {
        String section = place.section().map(s -> ":" + s).orElse("");
        String offset = place.offset().isPresent() ? "+0x" + Long.toHexString(place.offset().getAsLong()) : "";
        return options.show(place.module()) + section + offset;
    }

    /** gcc has no info and no hint; it has notes. */
    private static String word(Severity severity) {
        return switch (severity) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case INFO, HINT -> "note";
        };
    }
}
