package org.klpls.core.rules.source;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.klpls.c.ast.FunctionDefinition;
import org.klpls.c.ast.Statement;
import org.klpls.core.source.SourceCode;

/** What comes of enabling, on the ways through the module's init function. */
final class EnablePaths {
    /** What goes wrong on a way. */
    sealed interface Mishap {
        /** A patch is enabled after another one was. */
        record Again(SourceCode.Call first, SourceCode.Call second) implements Mishap {}

        /** Init may return an error after a patch was enabled. */
        record FailsAfter(SourceCode.Call enabled, Statement failure) implements Mishap {}

        /** A patch is enabled that was not registered, which kernels before 5.1 ask for. */
        record Unregistered(SourceCode.Call enabled) implements Mishap {}

        /** Init may return an error and leave a patch registered. */
        record LeftRegistered(SourceCode.Call registered, Statement failure) implements Mishap {}

        /** A patch is registered that is registered already. */
        record RegisteredAgain(SourceCode.Call first, SourceCode.Call second) implements Mishap {}

        /** A patch is unregistered while it is enabled, which is refused. */
        record UnregisteredEnabled(SourceCode.Call enabled, SourceCode.Call unregistered) implements Mishap {}

        /** A patch is disabled that is not enabled, or unregistered that is not registered. */
        record Needless(SourceCode.Call call) implements Mishap {}

        /** The exit function leaves a patch registered. */
        record ExitLeavesRegistered(SourceCode.Call registered) implements Mishap {}
    }

    private EnablePaths() {}

    /** Each once. What cannot be decided is taken both ways; a condition that comes again is taken as before. */
    static Set<Mishap> of(SourceContext context) {
        Set<Mishap> mishaps = new LinkedHashSet<>();
        for (FunctionDefinition root : roots(context)) {
            PathWalk walk = new PathWalk(context.source().code(), mishaps);
            for (PathWalk.Way way : walk.through(root, PathState.START, 0)) {
                if (way.end() instanceof PathWalk.End.Returns(Statement at, PathState.Known value)
                        && isInit(context, root) && !value.isNegative().equals(Optional.of(false))) {
                    way.state().enabled().ifPresent(call -> mishaps.add(new Mishap.FailsAfter(call, at)));
                    way.state().registered().ifPresent(call -> mishaps.add(new Mishap.LeftRegistered(call, at)));
                }
            }
        }
        ofExit(context).ifPresent(mishaps::add);
        return mishaps;
    }

    /** When exit runs, a patch that init registered is registered still, and disabled. */
    private static Optional<Mishap> ofExit(SourceContext context) {
        Optional<FunctionDefinition> exit = context.source().lifeCycle().exit()
                .flatMap(hook -> context.source().code().function(hook.function()));
        Optional<SourceCode.Call> registered = context.source().code().calls("klp_register_patch").stream().findFirst();
        if (exit.isEmpty() || registered.isEmpty()) {
            return Optional.empty();
        }
        PathWalk walk = new PathWalk(context.source().code(), new LinkedHashSet<>());
        return walk.through(exit.get(), PathState.START.registeredBy(registered.get()), 0).stream()
                .anyMatch(way -> way.state().registered().isPresent())
                        ? Optional.of(new Mishap.ExitLeavesRegistered(registered.get()))
                        : Optional.empty();
    }

    private static boolean isInit(SourceContext context, FunctionDefinition function) {
        return context.source().lifeCycle().init().filter(init -> init.function().equals(function.name())).isPresent();
    }

    /** The init function; where another file has it, each function that enables. */
    private static List<FunctionDefinition> roots(SourceContext context) {
        List<FunctionDefinition> roots = new ArrayList<>();
        context.source().lifeCycle().init().flatMap(init -> context.source().code().function(init.function()))
                .ifPresentOrElse(roots::add, () -> EnableCalls.all(context).stream().map(SourceCode.Call::in).distinct()
                        .forEach(roots::add));
        return roots;
    }
}
