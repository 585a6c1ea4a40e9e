package org.klpls.server.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.klpls.c.ast.Attribute;
import org.klpls.c.ast.Node;
import org.klpls.c.text.SourceRange;
import org.klpls.c.types.DeclaredFunction;
import org.klpls.c.types.Program;
import org.klpls.c.types.RecordDefinition;
import org.klpls.c.types.RecordLayout;
import org.klpls.core.model.KlpFunc;
import org.klpls.core.model.KlpObject;
import org.klpls.core.model.KlpPatch;
import org.klpls.core.model.Located;

/** What a C file declares, a line each, for people. */
final class ProgramText {
    private static final int BITS = 8;

    private final Program program;
    private final Program.Part part;

    ProgramText(Program program, Program.Part part) {
        this.program = program;
        this.part = part;
    }

    void print(List<KlpPatch> patches, PrintWriter out) {
        program.functions(part).forEach(it -> out.println(place(it.main().node()) + function(it)));
        program.variables(part).forEach(it -> out.println(place(it.main().node()) + ProgramJson.storage(it.linkage())
                + " variable " + it.name() + ": " + it.type().text() + attributes(it.attributes())));
        program.typedefs(part)
                .forEach(it -> out.println(place(it.node()) + "typedef " + it.name() + ": " + it.type().text()));
        program.records(part).forEach(it -> record(it, out));
        patches.forEach(it -> patch(it, out));
    }

    private static String function(DeclaredFunction function) {
        return ProgramJson.storage(function.linkage()) + (function.isInline() ? " inline" : "") + " function "
                + function.name() + ": " + function.type().text() + attributes(function.attributes())
                + (function.definition().isPresent() ? "" : " (declared only)");
    }

    private static String attributes(List<Attribute> attributes) {
        return attributes.isEmpty()
                ? ""
                : attributes.stream().map(Attribute::plainName).distinct().collect(Collectors.joining(", ", " [", "]"));
    }

    private void record(RecordDefinition record, PrintWriter out) {
        Optional<RecordLayout> layout = record.layout().filter(RecordLayout::isComplete);
        out.println(place(record.node()) + record.tag().text() + layout
                .map(it -> ": " + it.size() + " bytes, aligned to " + it.align()).orElse(": size not known"));
        layout.map(RecordLayout::members).orElse(List.of())
                .forEach(it -> out.println("    " + it.offsetBits() / BITS + bits(it.offsetBits()) + "  "
                        + it.member().name().orElse("(no name)") + ": " + it.member().type().text()
                        + it.member().bits().map(width -> " : " + width).orElse("")));
    }

    private static String bits(long offset) {
        return offset % BITS == 0 ? "" : "." + offset % BITS;
    }

    private static void patch(KlpPatch patch, PrintWriter out) {
        out.println("patch " + patch.variable() + (patch.replace() ? " (replace)" : ""));
        for (KlpObject object : patch.objects().entries()) {
            out.println("    object " + object.name().map(Located::value).orElse("vmlinux"));
            object.funcs().map(it -> it.entries()).orElse(List.of())
                    .forEach(it -> out.println("        " + func(it)));
        }
    }

    private static String func(KlpFunc func) {
        return func.oldName().map(Located::value).orElse("NULL")
                + (func.symposOrZero() == 0 ? "" : "," + func.symposOrZero()) + " -> "
                + func.newFunc().map(Located::value).orElse("NULL");
    }

    private String place(Node node) {
        SourceRange place = program.unit().place(node);
        return place.source().path() + ":" + (place.start().line() + 1) + ": ";
    }
}
