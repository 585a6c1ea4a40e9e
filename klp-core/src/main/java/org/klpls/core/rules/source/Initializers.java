package org.klpls.core.rules.source;

import java.util.List;
import java.util.Optional;
import org.klpls.c.ast.Declaration;
import org.klpls.c.ast.InitDeclarator;
import org.klpls.c.ast.Initializer;
import org.klpls.c.ast.InitializerItem;
import org.klpls.c.ast.InitializerList;
import org.klpls.c.ast.Name;
import org.klpls.c.text.SourceRange;
import org.klpls.c.text.Span;
import org.klpls.core.model.KlpPatch;
import org.klpls.core.rule.Fix;

/** Edits of the braces that a variable is initialised with. */
final class Initializers {
    private Initializers() {}

    /** A remedy that puts a member before the first one, in its style; none where the braces are not the author's own. */
    static List<Fix> addMember(SourceContext context, KlpPatch patch, String member) {
        return list(context, patch.variable()).flatMap(list -> firstItem(context, list))
                .map(first -> new Fix("Add " + member,
                        List.of(new Fix.Edit(before(first), member + "," + separator(first)))))
                .map(List::of).orElse(List.of());
    }

    private static Optional<InitializerList> list(SourceContext context, String variable) {
        return context.source().code().unit().mainDeclarations().stream()
                .flatMap(d -> d instanceof Declaration declaration
                        ? declaration.declarators().stream()
                        : java.util.stream.Stream.empty())
                .filter(d -> d.declarator().name().map(Name::text).filter(variable::equals).isPresent())
                .map(InitDeclarator::initializer).flatMap(Optional::stream)
                .<InitializerList>mapMulti((Initializer value, java.util.function.Consumer<InitializerList> sink) -> {
                    if (value instanceof InitializerList list) {
                        sink.accept(list);
                    }
                }).findFirst();
    }

    private static Optional<SourceRange> firstItem(SourceContext context, InitializerList list) {
        return list.items().stream().findFirst().filter(item -> !item.designators().isEmpty())
                .map((InitializerItem item) -> context.source().code().place(item));
    }

    private static SourceRange before(SourceRange first) {
        return new SourceRange(first.source(), new Span(first.span().start(), first.span().start()));
    }

    /** A new line with the same indent where the first member begins a line, else a blank. */
    private static String separator(SourceRange first) {
        String text = first.source().text();
        int line = text.lastIndexOf('\n', first.span().start() - 1) + 1;
        String indent = text.substring(line, first.span().start());
        return indent.isBlank() ? "\n" + indent : " ";
    }
}
