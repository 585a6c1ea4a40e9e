package org.klpls.core.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.klpls.c.text.LineMap;
import org.klpls.c.text.Position;
import org.klpls.c.text.SourceRange;
import org.klpls.core.check.Checked;
import org.klpls.core.check.InputProblem;
import org.klpls.core.kernel.KernelFact;
import org.klpls.core.model.ElfPlace;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Fix;
import org.klpls.core.rule.Related;
import org.klpls.core.rule.Report;
import org.klpls.core.rule.Severity;
import org.klpls.core.rule.Skipped;

/** A check's outcome for people: the place, the source line, what the kernel would say, and what to do. 1-based. */
final class TextReport {
    /** More places than this make two columns of a list that nobody reads; the formats for machines have all. */
    private static final int RELATED_SHOWN = 12;
    private static final String BOLD = "1";
    private static final String DIM = "2";

    private final ReportOptions options;
    private final Appendable out;

    TextReport(ReportOptions options, Appendable out) {
        this.options = options;
        this.out = out;
    }

    void write(Checked checked) throws IOException {
        Report report = checked.report();
        header(checked);
        for (Finding finding : report.findings()) {
            finding(finding);
        }
        for (InputProblem problem : checked.problems()) {
            line(paint(BOLD, options.show(problem.path())) + ": " + problem.message());
        }
        summary(report);
    }

    private void header(Checked checked) throws IOException {
        Optional<Report.KernelUsed> kernel = checked.report().kernel();
        if (kernel.isPresent()) {
            String facts = kernel.get().facts().stream().sorted().map(KernelFact::id).collect(Collectors.joining(", "));
            line("kernel  " + kernel.get().identity().release().orElse("of unknown release") + "  from "
                    + kernel.get().identity().origin() + " (" + facts + ")");
        }
        for (Checked.ModuleUsed module : checked.modules()) {
            line("module  " + options.show(module.module())
                    + module.source().map(source -> ", built from " + options.show(source)).orElse(""));
        }
        if (kernel.isPresent() || !checked.modules().isEmpty()) {
            line("");
        }
    }

    private void finding(Finding finding) throws IOException {
        Severity severity = finding.severity();
        line(paint(BOLD, GccReport.place(finding, options) + ":") + " " + paint(colour(severity), severity.id() + ":")
                + " "
                + finding.message() + "  " + paint(DIM, "[" + finding.code() + "]"));
        if (finding.source().isPresent()) {
            excerpt(finding.source().get(), severity);
            if (finding.module().isPresent()) {
                line("  in the module:  " + GccReport.place(finding.module().get(), options));
            }
        } else {
            Optional<String> symbol = finding.module().flatMap(ElfPlace::symbol);
            if (symbol.isPresent()) {
                line("  in " + symbol.get());
            }
        }
        if (finding.kernelMessage().isPresent()) {
            line("  the kernel would say:  " + finding.kernelMessage().get());
        }
        related(finding.related());
        fixes(finding.fixes());
        line("");
    }

    /** The source line and a caret under the place, of one line's length at most. Tabs stay tabs, so that they align. */
    private void excerpt(SourceRange range, Severity severity) throws IOException {
        Position start = range.start();
        Position end = range.end();
        String text = lineText(range, start.line());
        int from = Math.min(start.character(), text.length());
        int to = end.line() == start.line() ? Math.min(end.character(), text.length()) : text.stripTrailing().length();
        String number = Integer.toString(start.line() + 1);
        String pad = text.substring(0, from).chars().mapToObj(c -> c == '\t' ? "\t" : " ")
                .collect(Collectors.joining());
        line("  " + " ".repeat(Math.max(0, 4 - number.length())) + number + " | " + text);
        line("       | " + pad + paint(colour(severity), "^" + "~".repeat(Math.max(0, to - from - 1))));
    }

    private static String lineText(SourceRange range, int line) {
        LineMap lines = range.source().lines();
        String text = range.source().text();
        int end = line + 1 < lines.lines() ? lines.start(line + 1) : text.length();
        return text.substring(lines.start(line), end).stripTrailing();
    }

    private void related(List<Related> related) throws IOException {
        for (Related item : related.subList(0, Math.min(RELATED_SHOWN, related.size()))) {
            line("    " + item.message() + item.where().map(r -> "  (" + GccReport.place(r, options) + ")").orElse(""));
        }
        if (related.size() > RELATED_SHOWN) {
            line("    and " + (related.size() - RELATED_SHOWN) + " more (all of them with --format json)");
        }
    }

    private void fixes(List<Fix> fixes) throws IOException {
        if (fixes.size() == 1) {
            line("  fix: " + fixes.getFirst().title());
        } else if (!fixes.isEmpty()) {
            line("  fix, one of:");
            for (Fix fix : fixes.subList(0, Math.min(RELATED_SHOWN, fixes.size()))) {
                line("    " + fix.title());
            }
        }
    }

    private void summary(Report report) throws IOException {
        List<String> counts = new ArrayList<>();
        for (Severity severity : Severity.values()) {
            long count = report.count(severity);
            if (count > 0) {
                counts.add(count + " " + severity.id() + (count > 1 && severity != Severity.INFO ? "s" : ""));
            }
        }
        line(counts.isEmpty() ? "no findings." : String.join(", ", counts) + ".");
        for (Skipped skipped : report.skipped()) {
            line("skipped: " + skipped.check() + ": " + skipped.reason() + ". To have it: " + skipped.remedy());
        }
    }

    private static String colour(Severity severity) {
        return switch (severity) {
            case ERROR -> "1;31";
            case WARNING -> "1;35";
            case INFO -> "1;36";
            case HINT -> "1;32";
        };
    }

    private String paint(String code, String text) {
        return options.colour() ? "\033[" + code + "m" + text + "\033[0m" : text;
    }

    private void line(String text) throws IOException {
        out.append(text).append('\n');
    }
}
