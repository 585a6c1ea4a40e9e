package org.klpls.server.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.klpls.core.kernel.TargetKernel;
import org.klpls.core.loader.Errno;
import org.klpls.core.loader.LoadEvent;
import org.klpls.core.loader.Outcome;
import org.klpls.core.loader.Stage;
import org.klpls.core.loader.Step;
import org.klpls.core.loader.Verdict;
import org.klpls.core.report.ReportOptions;
import org.klpls.core.rule.Finding;

/** A verdict for people: the stages of loading up to where it stops, what the kernel says there, and the findings. */
final class VerdictText {
    private static final int INDENT = 15;

    private final Verified verified;
    private final TargetKernel kernel;
    private final ReportOptions options;

    VerdictText(Verified verified, TargetKernel kernel, ReportOptions options) {
        this.verified = verified;
        this.kernel = kernel;
        this.options = options;
    }

    void write(PrintWriter out) {
        Verdict verdict = verified.verdict();
        out.println(verified.path() + " on "
                + kernel.identity().release().orElseGet(() -> kernel.identity().origin()));
        stages(out);
        verified.findings().forEach(finding -> out.println("  " + finding(finding)));
        verdict.unsaid().forEach(reason -> out.println("  " + reason));
        out.println("  " + paint(verdict.outcome().id()) + conclusion());
        verdict.skipped()
                .forEach(s -> out.println("  not judged: " + s.check() + ": " + s.reason() + ". To have it judged, "
                        + s.remedy()));
        out.println();
    }

    /** What happens, stage by stage, up to where it stops; stages of which there is nothing to tell on one line. */
    private void stages(PrintWriter out) {
        Verdict verdict = verified.verdict();
        List<String> quiet = new ArrayList<>();
        for (Stage stage : Stage.values()) {
            if (stage.compareTo(verdict.stage()) > 0) {
                break;
            }
            List<String> lines = new ArrayList<>(verdict.steps().stream().filter(step -> step.stage() == stage)
                    .map(Step::what).toList());
            boolean last = stage == verdict.stage() && verdict.outcome() != Outcome.ACCEPTED;
            if (last) {
                lines.add(paint(end()));
            }
            lines.addAll(messages(stage));
            if (lines.isEmpty()) {
                quiet.add(stage.id());
            } else {
                ok(quiet, out);
                line(stage.id(), lines.getFirst(), out);
                lines.stream().skip(1).forEach(line -> out.println(" ".repeat(INDENT) + line));
            }
        }
        ok(quiet, out);
    }

    private String conclusion() {
        return switch (verified.verdict().outcome()) {
            case ACCEPTED -> "";
            case REJECTED -> ": the kernel refuses it";
            case UNSAFE -> ": the kernel does not refuse it; do not load it";
        } + ".";
    }

    private List<String> messages(Stage stage) {
        return verified.verdict().events().stream().filter(event -> event.stage() == stage)
                .map(LoadEvent::kernelMessages).flatMap(List::stream)
                .filter(verified.verdict().kernelMessages()::contains).distinct().toList();
    }

    private String end() {
        return switch (verified.verdict().outcome()) {
            case REJECTED -> "refused: " + verified.verdict().errno().map(Errno::name).orElse("");
            case UNSAFE -> "not refused, and goes wrong";
            case ACCEPTED -> "ok";
        };
    }

    private static String finding(Finding finding) {
        return finding.severity().id() + ": " + finding.message() + "  [" + finding.code() + "]";
    }

    private static void ok(List<String> quiet, PrintWriter out) {
        if (!quiet.isEmpty()) {
            out.println(String.format("  %-" + (INDENT - 4) + "s  ok", String.join(", ", quiet)));
            quiet.clear();
        }
    }

    private static void line(String stage, String text, PrintWriter out) {
        out.println(String.format("  %-" + (INDENT - 2) + "s%s", stage, text));
    }

    private String paint(String text) {
        boolean good = verified.verdict().outcome() == Outcome.ACCEPTED;
        return options.colour() ? "\033[1;" + (good ? "32" : "31") + "m" + text + "\033[0m" : text;
    }
}
