package org.klpls.core.rules.source;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.klpls.c.ast.FunctionDefinition;
import org.klpls.c.ast.Storage;
import org.klpls.core.model.KlpFunc;
import org.klpls.core.model.KlpObject;
import org.klpls.core.model.KlpPatch;
import org.klpls.core.model.KlpTable;
import org.klpls.core.model.Located;
import org.klpls.core.model.Place;
import org.klpls.core.model.TableEnd;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Rule;
import org.klpls.core.rule.RuleInfo;
import org.klpls.core.rule.Severity;

/** A function that is named as a replacement and that no table of the module has: the kernel goes on calling the old one. */
public final class KlpNewFuncUnlisted implements Rule<SourceContext> {
    private static final RuleInfo INFO = new RuleInfo("klp-new-func-unlisted", Severity.WARNING, Set.of(),
            "a function is named as a replacement, and nothing uses it");
    private static final String PREFIX = "klpp_";

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(SourceContext context, Consumer<Finding> sink) {
        List<KlpPatch> patches = context.patches();
        if (patches.isEmpty() || !context.module().isComplete()
                || !patches.stream().allMatch(KlpNewFuncUnlisted::isRead)
                || !context.source().unread().isEmpty() || !context.source().atRunTime().isEmpty()) {
            return;
        }
        Set<String> listed = patches.stream().flatMap(patch -> patch.objects().entries().stream())
                .flatMap(object -> object.funcs().map(KlpTable::entries).orElse(List.of()).stream())
                .map(KlpFunc::newFunc).flatMap(Optional::stream).map(Located::value)
                .collect(Collectors.toSet());
        for (FunctionDefinition function : context.source().code().functions()) {
            String name = function.name();
            if (name.startsWith(PREFIX) && isGlobal(function)
                    && !listed.contains(name) && !context.source().code().isNamed(name)
                    && context.siblings().stream().noneMatch(s -> s.named().contains(name))) {
                context.source().function(name).ifPresent(f -> sink.accept(Finding.at(new Place.InSource(f.nameRange()),
                        INFO, "no table has '" + name + "', and nothing calls it: '" + name.substring(PREFIX.length())
                                + "' stays as it is. Add an entry that replaces it")));
            }
        }
    }

    /** Of a static function that nothing uses gcc warns. */
    private static boolean isGlobal(FunctionDefinition function) {
        return !function.specifiers().storage().contains(Storage.INLINE)
                && !function.specifiers().storage().contains(Storage.STATIC);
    }

    private static boolean isRead(KlpPatch patch) {
        return patch.objects().end() != TableEnd.UNKNOWN && patch.objects().entries().stream().map(KlpObject::funcs)
                .flatMap(Optional::stream).allMatch(funcs -> funcs.end() != TableEnd.UNKNOWN);
    }
}
