package org.klpls.core.report;

import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.klpls.core.check.Checked;

/** The forms a check's outcome can be written in. */
public enum ReportFormat {
    /** For people. */
    TEXT,
    /** The contract of docs/cli.md. */
    JSON,
    /** SARIF 2.1.0, for code scanning services. */
    SARIF,
    /** {@code file:line:col: error: message [code]}, for tools that read gcc's output. */
    GCC;

    public static Optional<ReportFormat> of(String name) {
        return Arrays.stream(values()).filter(f -> f.id().equals(name)).findFirst();
    }

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public void write(Checked checked, ReportOptions options, Appendable out) throws IOException {
        switch (this) {
            case TEXT -> new TextReport(options, out).write(checked);
            case JSON -> out.append(JsonReport.of(checked, options)).append('\n');
            case SARIF -> out.append(SarifReport.of(checked, options)).append('\n');
            case GCC -> GccReport.write(checked, options, out);
        }
    }
}
