package org.klpls.core.rules.source;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.klpls.c.text.SourceRange;
import org.klpls.c.text.SourceText;
import org.klpls.c.text.Span;
import org.klpls.core.model.Licence;
import org.klpls.core.model.Modinfo;
import org.klpls.core.model.Place;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Fix;

import org.klpls.core.rule.Rule;
import org.klpls.core.rule.RuleInfo;
import org.klpls.core.rule.Severity;
import org.klpls.core.source.LivepatchSource;

/** klp_enable_patch() is exported to GPL-compatible modules only. */
public final class ModLicenseNotGpl implements Rule<SourceContext> {
    private static final RuleInfo INFO = new RuleInfo("mod-license-not-gpl", Severity.ERROR, Set.of(),
            "the module's licence is not GPL-compatible, and klp_enable_patch() is for GPL modules only");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(SourceContext context, Consumer<Finding> sink) {
        LivepatchSource source = context.source();
        if (source.enableCalls().isEmpty()) {
            return;
        }
        for (Modinfo.Entry entry : source.modinfo().entries()) {
            if (entry.key().equals("license")) {
                if (!Licence.isGplCompatible(entry.value())) {
                    sink.accept(notGpl(source, entry));
                }
                return;
            }
        }
        if (!context.module().isComplete() || context.hasModinfo("license")) {
            return;
        }
        SourceRange call = source.enableCalls().getFirst();
        sink.accept(Finding.at(new Place.InSource(call), INFO, "MODULE_LICENSE() is missing: klp_enable_patch() is for"
                + " modules with a GPL-compatible licence only").fixes(List.of(
                        new Fix("Add MODULE_LICENSE(\"GPL\")",
                                List.of(atEnd(call.source(), "MODULE_LICENSE(\"GPL\");\n"))))));
    }

    private static Fix.Edit atEnd(SourceText text, String line) {
        int end = text.text().length();
        boolean onItsOwn = end == 0 || text.text().charAt(end - 1) == '\n';
        return new Fix.Edit(new SourceRange(text, new Span(end, end)), (onItsOwn ? "" : "\n") + line);
    }

    /** Which licence it is the author must know; how "GPLv2" is spelt the kernel says. */
    private static List<Fix> spelled(Modinfo.Entry entry) {
        return entry.value().toUpperCase(Locale.ROOT).startsWith("GPL") && entry.place() instanceof Place.InSource place
                ? spelled(place.range())
                : List.of();
    }

    private static List<Fix> spelled(SourceRange value) {
        String text = Words.text(value);
        int open = text.indexOf('"');
        int close = text.lastIndexOf('"');
        return open < 0 || close <= open
                ? List.of()
                : List.of(new Fix("Change to \"GPL\"", List.of(new Fix.Edit(new SourceRange(value.source(),
                        new Span(value.span().start() + open, value.span().start() + close + 1)), "\"GPL\""))));
    }

    private static Finding notGpl(LivepatchSource source, Modinfo.Entry entry) {
        return Finding
                .at(entry.place(), INFO,
                        "'" + entry.value() + "' is not GPL-compatible: klp_enable_patch() is for modules"
                                + " with a GPL-compatible licence only")
                .kernelSays(source.moduleName() + ": Unknown symbol klp_enable_patch (err -2)")
                .fixes(spelled(entry));
    }
}
