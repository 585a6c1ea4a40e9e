package org.klpls.core.rules.source;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.klpls.c.types.PlacedMember;
import org.klpls.c.types.Program;
import org.klpls.c.types.RecordDefinition;
import org.klpls.c.types.RecordLayout;
import org.klpls.core.kernel.StructLayout;
import org.klpls.core.model.KlpObject;
import org.klpls.core.model.ObjectName;
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
        if (!context.source().isLivepatch() && !hasReplacements(code)) {
            return;
        }
        for (RecordDefinition record : Program.of(code.unit()).records(Program.Part.MAIN_FILE)) {
            record.layout().filter(RecordLayout::isComplete).flatMap(own -> differing(context, record, own))
                    .ifPresent(differences -> sink.accept(Finding.at(new Place.InSource(code.place(record.node())),
                            INFO,
                            record.tag().text() + " is not the kernel's: " + String.join(", ", differences)
                                    + ". Code that uses it reads and writes at the wrong places. Copy the definition"
                                    + " that the kernel was built with")));
        }
    }

    /** What differs from the kernel's struct; empty where one of those that can be meant is the same, or none can be. */
    private static Optional<List<String>> differing(SourceContext context, RecordDefinition record,
            RecordLayout own) {
        List<StructLayout> meant = record.tag().name().stream().flatMap(name -> layouts(context, name))
                .filter(kernels -> isMeant(kernels, own)).toList();
        if (meant.stream().anyMatch(kernels -> differences(kernels, own).isEmpty())) {
            return Optional.empty();
        }
        return meant.stream().max(Comparator.comparingLong(kernels -> inPlace(kernels, own)))
                .map(kernels -> differences(kernels, own));
    }

    /** A part of a livepatch whose tables stand in another file: SUSE's replacements begin so. */
    private static boolean hasReplacements(SourceCode code) {
        return code.functions().stream().anyMatch(function -> function.name().startsWith("klpp_"));
    }

    /** Those of modules that the source patches, and the kernel's own. */
    private static Stream<StructLayout> layouts(SourceContext context, String name) {
        Stream<ObjectName> patched = context.patches().stream()
                .flatMap(patch -> patch.objects().entries().stream()).map(KlpObject::objectName);
        return context.kernel().stream().flatMap(kernel -> Stream.concat(patched, Stream.of(ObjectName.VMLINUX))
                .distinct().flatMap(object -> kernel.layouts(object, name).stream()).distinct());
    }

    /** Whether it may be the one that was copied: another driver's struct of the same name has other members. */
    private static boolean isMeant(StructLayout kernels, RecordLayout own) {
        return own.members().stream().filter(m -> isInBoth(kernels, m)).count() * 2 >= own.members().stream()
                .filter(m -> m.member().name().isPresent()).count();
    }

    private static boolean isInBoth(StructLayout kernels, PlacedMember member) {
        return member.member().name().flatMap(kernels::member).isPresent();
    }

    private static long inPlace(StructLayout kernels, RecordLayout own) {
        return own.members().stream().filter(m -> m.member().name().flatMap(kernels::member)
                .filter(other -> other.offsetBits() == m.offsetBits()).isPresent()).count();
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
        if (!differences.isEmpty()) {
            differences.addAll(0, missing(kernels, own));
        }
        return differences;
    }

    /** Named members of the kernel's that the source leaves out: where something differs, most often its cause. */
    private static List<String> missing(StructLayout kernels, RecordLayout own) {
        Set<String> names = own.members().stream().flatMap(m -> m.member().name().stream()).collect(Collectors.toSet());
        return kernels.members().stream().map(StructLayout.Member::name)
                .filter(name -> !name.isEmpty() && !names.contains(name)).limit(2).map(name -> name + " is missing")
                .toList();
    }
}
