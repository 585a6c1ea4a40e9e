package org.klpls.server.cli;

import java.io.PrintWriter;
import java.util.List;
import org.klpls.c.text.SourceRange;
import org.klpls.core.facts.SourceFacts;
import org.klpls.core.model.KlpFunc;
import org.klpls.core.model.KlpObject;
import org.klpls.core.model.KlpPatch;
import org.klpls.core.model.Located;

/** What a C file declares, a line each, for people. */
final class SourceFactsText {
    private static final int BITS = 8;

    private SourceFactsText() {}

    static void print(SourceFacts facts, PrintWriter out) {
        facts.functions().forEach(it -> out.println(line(it.place()) + function(it)));
        facts.variables().forEach(it -> out.println(line(it.place()) + storage(it.isStatic()) + " variable " + it.name()
                + ": " + it.type() + attributes(it.attributes())));
        facts.typedefs().forEach(it -> out.println(line(it.place()) + "typedef " + it.name() + ": " + it.type()));
        facts.records().forEach(it -> record(it, out));
        facts.patches().forEach(it -> patch(it, out));
    }

    static String storage(boolean isStatic) {
        return isStatic ? "static" : "extern";
    }

    private static String function(SourceFacts.Function function) {
        return storage(function.isStatic()) + (function.isInline() ? " inline" : "") + " function " + function.name()
                + ": " + function.type() + attributes(function.attributes())
                + (function.isDefinition() ? "" : " (declared only)");
    }

    private static String attributes(List<String> attributes) {
        return attributes.isEmpty() ? "" : " [" + String.join(", ", attributes) + "]";
    }

    private static void record(SourceFacts.Struct record, PrintWriter out) {
        if (record.size().isEmpty()) {
            out.println(line(record.place()) + record.text() + ": size not known");
            return;
        }
        out.println(line(record.place()) + record.text() + ": " + record.size().getAsLong() + " bytes, aligned to "
                + record.align().orElse(1));
        record.members()
                .forEach(it -> out.println("    " + it.offsetBits() / BITS + bits(it.offsetBits()) + "  "
                        + it.name().orElse("(no name)") + ": " + it.type()
                        + it.bits().map(width -> " : " + width).orElse("")));
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

    private static String line(SourceRange place) {
        return place.source().path() + ":" + (place.start().line() + 1) + ": ";
    }
}
