package org.klpls.core.rules.source;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.klpls.core.model.Place;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Related;
import org.klpls.core.rule.Rule;
import org.klpls.core.rule.RuleInfo;
import org.klpls.core.rule.Severity;
import org.klpls.core.source.ToolMark;

/** An object has one callback of each kind: a second macro of that kind gives its variable twice. */
public final class KlpCallbackDuplicate implements Rule<SourceContext> {
    private static final RuleInfo INFO = new RuleInfo("klp-callback-duplicate", Severity.ERROR, Set.of(),
            "an object has two callbacks of one kind");
    private static final Set<ToolMark.Kind> CALLBACKS = Set.of(ToolMark.Kind.PRE_PATCH, ToolMark.Kind.POST_PATCH,
            ToolMark.Kind.PRE_UNPATCH, ToolMark.Kind.POST_UNPATCH, ToolMark.Kind.LOAD, ToolMark.Kind.UNLOAD);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(SourceContext context, Consumer<Finding> sink) {
        Map<ToolMark.Kind, ToolMark> first = new EnumMap<>(ToolMark.Kind.class);
        for (ToolMark mark : context.source().toolMarks()) {
            if (CALLBACKS.contains(mark.kind())) {
                Optional.ofNullable(first.putIfAbsent(mark.kind(), mark))
                        .ifPresent(before -> sink.accept(finding(mark, before)));
            }
        }
    }

    private static Finding finding(ToolMark mark, ToolMark before) {
        return Finding.at(new Place.InSource(mark.place()), INFO,
                "the file has a callback of this kind already, and an object can have one: call both from one function, and"
                        + " name that")
                .related(List.of(new Related("the first one", Optional.of(before.place()))));
    }
}
