package org.klpls.core.rules.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.klpls.c.types.PlacedMember;
import org.klpls.c.types.Program;
import org.klpls.c.types.RecordDefinition;
import org.klpls.c.types.RecordLayout;
import org.klpls.core.kernel.StructLayout;
import org.klpls.core.model.Place;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Need;
import org.klpls.core.rule.Rule;
import org.klpls.core.rule.RuleInfo;
import org.klpls.core.rule.Severity;
import org.klpls.core.source.SourceCode;

/** A copied struct has to have its members where the kernel has them. Layouts from the kernel's BTF. */
public final class KlpStructLayoutDiffers implements Rule<SourceContext> {
    private static final RuleInfo INFO = new RuleInfo("klp-struct-layout-differs", Severity.WARNING,
            Set.of(Need.KERNEL_TYPES),
            "a struct that the source defines is not the kernel's");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(SourceContext context, Consumer<Finding> sink) {
        SourceCode code = context.source().code();
        if (!context.source().isLivepatch()) {
            return;
        }
        for (RecordDefinition record : Program.of(code.unit()).records(Program.Part.MAIN_FILE)) {
            Optional<StructLayout> kernels = record.tag().name()
                    .flatMap(name -> context.kernel().flatMap(kernel -> kernel.layout(name)));
            Optional<RecordLayout> own = record.layout().filter(RecordLayout::isComplete);
            if (kernels.isPresent() && own.isPresent()) {
                List<String> differences = differences(kernels.get(), own.get());
                if (!differences.isEmpty()) {
                    sink.accept(Finding.at(new Place.InSource(code.place(record.node())), INFO, record.tag().text()
                            + " is not the kernel's: " + String.join(", ", differences)
                            + ". Code that uses it reads and writes at the wrong places. Copy the definition that the"
                            + " kernel was built with"));
                }
            }
        }
    }

    /** At most three: they follow from the first one. Bit-fields share bytes, and are not compared. */
    private static List<String> differences(StructLayout kernels, RecordLayout own) {
        List<String> differences = new ArrayList<>();
        for (PlacedMember member : own.members()) {
            String name = member.member().name().orElse("");
            if (!name.isEmpty() && member.member().bits().isEmpty() && differences.size() < 3) {
                Optional<StructLayout.Member> other = kernels.member(name);
                if (other.isEmpty()) {
                    differences.add(name + " is not in it");
                } else if (other.get().offsetBits() != member.offsetBits()) {
                    differences.add(name + " is at " + member.offsetBits() / 8 + ", not at "
                            + other.get().offsetBits() / 8);
                }
            }
        }
        if (own.size() != kernels.size()) {
            differences.add("it has " + own.size() + " bytes, not " + kernels.size());
        }
        return differences;
    }
}
