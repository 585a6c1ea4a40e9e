package org.klpls.server.lsp.convert;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticCodeDescription;
import org.eclipse.lsp4j.DiagnosticRelatedInformation;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.eclipse.lsp4j.Range;
import org.klpls.core.model.ElfPlace;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Related;
import org.klpls.core.rule.Severity;
import org.klpls.core.rule.Skipped;

/** Findings as diagnostics of the file that is open. */
public final class Diagnostics {
    /** Code of the one hint that stands for all checks that need a kernel. */
    public static final String NO_KERNEL = "kernel-unknown";

    private static final String SOURCE = "klpls";

    private Diagnostics() {}

    /** One diagnostic a finding, in the report's order. */
    public static List<Diagnostic> of(List<Finding> findings, Path open, Presentation presentation) {
        return findings.stream().map(finding -> of(finding, open, presentation)).toList();
    }

    /**
     * What a livepatch gets that nothing is known about the kernel of.
     *
     * @param told why not, where a kernel was named or found and cannot be used: then it is more than a hint
     */
    public static Diagnostic noKernel(List<Skipped> told) {
        Diagnostic diagnostic = told.isEmpty()
                ? new Diagnostic(Ranges.top(),
                        "No kernel is known for this livepatch, so its targets are not looked up. Set klpls.kernel to a"
                                + " release, a vmlinuz, a vmlinux or an index file.",
                        DiagnosticSeverity.Hint, SOURCE)
                : new Diagnostic(Ranges.top(),
                        "The kernel of this livepatch cannot be used, so its targets are not looked up. " + told
                                .stream()
                                .map(why -> why.reason() + "; " + why.remedy()).collect(Collectors.joining("\n")),
                        DiagnosticSeverity.Warning, SOURCE);
        diagnostic.setCode(NO_KERNEL);
        return diagnostic;
    }

    static Diagnostic of(Finding finding, Path open, Presentation presentation) {
        Diagnostic diagnostic = new Diagnostic(range(finding, open), message(finding, open, presentation),
                severity(finding.severity()), SOURCE, finding.code());
        if (presentation.relatedInformation()) {
            List<DiagnosticRelatedInformation> related = related(finding, open);
            if (!related.isEmpty()) {
                diagnostic.setRelatedInformation(related);
            }
        }
        presentation.rulePages().map(pages -> pages.resolve(finding.code() + ".md")).filter(Files::isRegularFile)
                .ifPresent(page -> diagnostic.setCodeDescription(new DiagnosticCodeDescription(Uris.uri(page))));
        return diagnostic;
    }

    /** The finding's own place where it is in this file, else the file's first line. */
    static Range range(Finding finding, Path open) {
        return finding.source().filter(where -> where.source().path().equals(open)).map(Ranges::range)
                .orElseGet(Ranges::top);
    }

    private static String message(Finding finding, Path open, Presentation presentation) {
        StringBuilder text = new StringBuilder();
        boolean here = finding.source().filter(where -> where.source().path().equals(open)).isPresent();
        if (!here) {
            finding.module().ifPresent(elf -> text.append(place(elf)).append(": "));
        }
        text.append(finding.message());
        finding.kernelMessage().ifPresent(line -> text.append("\nThe kernel would say: ").append(line));
        for (Related related : finding.related()) {
            if (related.where().isEmpty() || !presentation.relatedInformation()) {
                text.append("\n  ").append(related.message());
            }
        }
        return text.toString();
    }

    private static String place(ElfPlace elf) {
        StringBuilder text = new StringBuilder(String.valueOf(elf.module().getFileName()));
        elf.section().ifPresent(section -> text.append(' ').append(section));
        elf.offset().ifPresent(offset -> text.append("+0x").append(Long.toHexString(offset)));
        return text.toString();
    }

    private static List<DiagnosticRelatedInformation> related(Finding finding, Path open) {
        List<DiagnosticRelatedInformation> places = new ArrayList<>();
        finding.source().filter(where -> !where.source().path().equals(open))
                .ifPresent(where -> places.add(new DiagnosticRelatedInformation(Ranges.location(where), "it is here")));
        for (Related related : finding.related()) {
            Optional.of(related).flatMap(Related::where).map(Ranges::location)
                    .ifPresent(where -> places.add(new DiagnosticRelatedInformation(where, related.message())));
        }
        return places;
    }

    private static DiagnosticSeverity severity(Severity severity) {
        return switch (severity) {
            case ERROR -> DiagnosticSeverity.Error;
            case WARNING -> DiagnosticSeverity.Warning;
            case INFO -> DiagnosticSeverity.Information;
            case HINT -> DiagnosticSeverity.Hint;
        };
    }
}
