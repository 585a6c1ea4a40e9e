package org.klpls.server.lsp.convert;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextDocumentEdit;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.klpls.c.text.SourceText;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Fix;

/** A finding's fixes as code actions: one an action, the best first. */
public final class QuickFixes {
    private QuickFixes() {}

    /**
     * What can be done about the findings that touch the asked range.
     *
     * @param version of the text that the findings are about
     */
    public static List<Either<Command, CodeAction>> actions(CodeActionParams params, int version, SourceText text,
            List<Finding> findings, Presentation presentation) {
        List<Either<Command, CodeAction>> actions = new ArrayList<>();
        if (!wantsQuickFixes(params)) {
            return actions;
        }
        for (Finding finding : findings) {
            if (touches(Diagnostics.range(finding, text.path()), params.getRange())) {
                Diagnostic diagnostic = Diagnostics.of(finding, text.path(), presentation);
                for (Fix fix : finding.fixes()) {
                    CodeAction action = action(fix, diagnostic);
                    action.setIsPreferred(fix == finding.fixes().getFirst());
                    action.setEdit(edit(fix, params.getTextDocument().getUri(), version, text, presentation));
                    actions.add(Either.forRight(action));
                }
            }
        }
        chooseKernel(params, presentation).ifPresent(action -> actions.add(Either.forRight(action)));
        return actions;
    }

    private static boolean wantsQuickFixes(CodeActionParams params) {
        List<String> only = params.getContext().getOnly();
        return only == null || only.stream().anyMatch(kind -> kind.isEmpty() || kind.equals(CodeActionKind.QuickFix));
    }

    private static CodeAction action(Fix fix, Diagnostic diagnostic) {
        CodeAction action = new CodeAction(fix.title());
        action.setKind(CodeActionKind.QuickFix);
        action.setDiagnostics(List.of(diagnostic));
        return action;
    }

    private static Optional<CodeAction> chooseKernel(CodeActionParams params, Presentation presentation) {
        return params.getContext().getDiagnostics().stream().filter(d -> isNoKernel(d)).findFirst()
                .flatMap(hint -> presentation.chooseKernel().map(command -> {
                    CodeAction action = new CodeAction("Choose a kernel");
                    action.setKind(CodeActionKind.QuickFix);
                    action.setDiagnostics(List.of(hint));
                    action.setCommand(new Command(action.getTitle(), command));
                    return action;
                }));
    }

    private static boolean isNoKernel(Diagnostic diagnostic) {
        return diagnostic.getCode() != null && diagnostic.getCode().isLeft()
                && diagnostic.getCode().getLeft().equals(Diagnostics.NO_KERNEL);
    }

    private static WorkspaceEdit edit(Fix fix, String uri, int version, SourceText text, Presentation presentation) {
        Map<String, List<TextEdit>> byUri = new LinkedHashMap<>();
        for (Fix.Edit edit : fix.edits()) {
            boolean here = edit.range().source().path().equals(text.path());
            byUri.computeIfAbsent(here ? uri : Uris.uri(edit.range().source().path()), _ -> new ArrayList<>())
                    .add(new TextEdit(Ranges.range(edit.range()), edit.newText()));
        }
        if (!presentation.versionedEdits()) {
            return new WorkspaceEdit(byUri);
        }
        return new WorkspaceEdit(byUri.entrySet().stream()
                .map(e -> new TextDocumentEdit(
                        new VersionedTextDocumentIdentifier(e.getKey(), e.getKey().equals(uri) ? version : null),
                        e.getValue().stream().map(Either::<TextEdit, org.eclipse.lsp4j.SnippetTextEdit>forLeft)
                                .toList()))
                .map(Either::<TextDocumentEdit, org.eclipse.lsp4j.ResourceOperation>forLeft).toList());
    }

    private static boolean touches(Range one, Range other) {
        return !before(one.getEnd(), other.getStart()) && !before(other.getEnd(), one.getStart());
    }

    private static boolean before(Position one, Position other) {
        return one.getLine() != other.getLine()
                ? one.getLine() < other.getLine()
                : one.getCharacter() < other.getCharacter();
    }
}
