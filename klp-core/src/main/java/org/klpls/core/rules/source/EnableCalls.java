package org.klpls.core.rules.source;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.klpls.core.source.SourceCode;

/** Where a source enables its patches, and whether the kernel comes there. */
final class EnableCalls {
    static final String ENABLE = "klp_enable_patch";

    private EnableCalls() {}

    static List<SourceCode.Call> all(SourceContext context) {
        return context.source().code().calls(ENABLE);
    }

    /** The calls in functions that init can come to. */
    static List<SourceCode.Call> fromInit(SourceContext context) {
        Set<String> reached = reachedByInit(context);
        return all(context).stream().filter(call -> reached.contains(call.in().name())).toList();
    }

    static Set<String> reachedByInit(SourceContext context) {
        return context.source().lifeCycle().init()
                .map(init -> context.source().code().reachableFrom(init.function())).orElse(Set.of());
    }

    /** Functions of the author's that nothing ever calls or takes the address of. */
    static boolean isDead(SourceContext context, SourceCode.Call call) {
        String function = call.in().name();
        boolean isHook = Optional.of(context.source().lifeCycle()).stream()
                .flatMap(l -> java.util.stream.Stream.of(l.init(), l.exit())).flatMap(Optional::stream)
                .anyMatch(hook -> hook.function().equals(function));
        return !isHook && !context.source().code().isNamed(function);
    }
}
