package org.klpls.core.rules.pair;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.klpls.c.text.SourceRange;
import org.klpls.core.model.ElfPlace;
import org.klpls.core.model.KlpFunc;
import org.klpls.core.model.KlpObject;
import org.klpls.core.model.KlpPatch;
import org.klpls.core.model.KlpTable;
import org.klpls.core.model.Located;
import org.klpls.core.model.Place;
import org.klpls.core.model.TableEnd;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Need;
import org.klpls.core.rule.Related;
import org.klpls.core.rule.Rule;
import org.klpls.core.rule.RuleInfo;
import org.klpls.core.rule.Severity;

/** The module's tables are not the source's: it was built from another version of it, and patches something else. */
public final class KlpModuleStale implements Rule<PairContext> {
    private static final RuleInfo INFO = new RuleInfo("klp-module-stale", Severity.WARNING,
            Set.of(Need.SOURCE, Need.MODULE, Need.KERNEL_TYPES), "the module's tables are not those of its source");

    /** One line of a table, as the kernel sees it. */
    private record Line(String object, String oldName, long sympos, String newFunc) {
        @Override
        public String toString() {
            return object + ": " + oldName + (sympos == 0 ? "" : ", sympos " + Long.toUnsignedString(sympos)) + " -> "
                    + newFunc;
        }
    }

    private record Difference(String message, Optional<Place> inSource, Optional<ElfPlace> inModule) {}

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(PairContext context, Consumer<Finding> sink) {
        if (!context.source().unread().isEmpty() || !context.source().atRunTime().isEmpty()) {
            return;
        }
        for (KlpPatch patch : context.source().patches()) {
            context.modulePatches().stream().filter(p -> p.variable().equals(patch.variable())).findFirst()
                    .filter(built -> isComplete(patch) && isComplete(built)).ifPresent(built -> {
                        List<Difference> differences = differences(lines(patch), lines(built));
                        if (!differences.isEmpty()) {
                            sink.accept(finding(context, patch, differences));
                        }
                    });
        }
    }

    /** Tables that are filled at run time, or could not be read, are not compared. */
    private static boolean isComplete(KlpPatch patch) {
        return isRead(patch.objects()) && patch.objects().entries().stream().map(KlpObject::funcs)
                .flatMap(Optional::stream).allMatch(KlpModuleStale::isRead);
    }

    private static boolean isRead(KlpTable<?> table) {
        return table.end() != TableEnd.UNKNOWN;
    }

    private static Map<Line, Place> lines(KlpPatch patch) {
        Map<Line, Place> lines = new LinkedHashMap<>();
        for (KlpObject object : patch.objects().entries()) {
            for (KlpFunc func : object.funcs().map(KlpTable::entries).orElse(List.of())) {
                Line line = new Line(object.objectName().text(), text(func.oldName()), func.symposOrZero(),
                        text(func.newFunc()));
                lines.putIfAbsent(line, func.oldName().<Place>map(Located::place).orElse(func.place()));
            }
        }
        return lines;
    }

    private static String text(Optional<Located<String>> value) {
        return value.map(Located::value).orElse("NULL");
    }

    private static List<Difference> differences(Map<Line, Place> source, Map<Line, Place> module) {
        List<Difference> differences = new ArrayList<>();
        source.forEach((line, place) -> {
            if (!module.containsKey(line)) {
                differences.add(new Difference("only in the source: " + line, Optional.of(place), Optional.empty()));
            }
        });
        module.forEach((line, place) -> {
            if (!source.containsKey(line)) {
                Optional<ElfPlace> elf = place instanceof Place.InModule(ElfPlace e)
                        ? Optional.of(e)
                        : Optional.empty();
                differences.add(new Difference("only in the module: " + line, Optional.empty(), elf));
            }
        });
        return differences;
    }

    private static Finding finding(PairContext context, KlpPatch patch, List<Difference> differences) {
        Place place = differences.stream().flatMap(d -> d.inSource().stream()).findFirst().orElse(patch.place());
        ElfPlace module = differences.stream().flatMap(d -> d.inModule().stream()).findFirst()
                .orElse(ElfPlace.of(context.module()));
        List<Related> related = differences.stream()
                .map(d -> new Related(d.message(), d.inSource().flatMap(KlpModuleStale::range))).toList();
        String first = differences.getFirst().message()
                + (differences.size() == 1 ? "" : ", and " + (differences.size() - 1) + " more");
        String name = context.module().getFileName().toString();
        Finding finding = Finding.at(place, INFO, !context.isSaved()
                ? name + " has another table than what is edited here: " + first
                        + ". What is told of the module is told of what was built"
                : name + " was built from another version of this file: " + first + ". Build it again").related(related)
                .alsoIn(module);
        return context.isSaved() ? finding : finding.severity(Severity.INFO);
    }

    private static Optional<SourceRange> range(Place place) {
        return place instanceof Place.InSource(SourceRange range) ? Optional.of(range) : Optional.empty();
    }
}
