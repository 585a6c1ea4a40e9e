package org.klpls.core.rules.source;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.klpls.c.ast.Expression;
import org.klpls.c.types.Program;
import org.klpls.core.model.Place;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Related;
import org.klpls.core.rule.Rule;
import org.klpls.core.rule.RuleInfo;
import org.klpls.core.rule.Severity;
import org.klpls.core.source.SourceCode;

/**
 * An object has one shadow variable of an id: who asks again, gets what is there, however large it is. Source:
 * kernel/livepatch/shadow.c __klp_shadow_get_or_alloc(), v6.1.
 */
public final class KlpShadowSizeDiffers implements Rule<SourceContext> {
    private static final RuleInfo INFO = new RuleInfo("klp-shadow-size-differs", Severity.WARNING, Set.of(),
            "shadow variables of one id are made in two sizes");
    private static final int ID = 1;
    private static final int SIZE = 2;

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(SourceContext context, Consumer<Finding> sink) {
        Program program = Program.of(context.source().code().unit());
        List<SourceCode.Call> made = Stream.of("klp_shadow_alloc", "klp_shadow_get_or_alloc")
                .flatMap(name -> context.source().code().calls(name).stream())
                .filter(call -> call.expression().arguments().size() > SIZE
                        && constant(program, call, ID).isPresent() && constant(program, call, SIZE).isPresent())
                .sorted((a, b) -> Integer.compare(a.expression().first(), b.expression().first())).toList();
        for (SourceCode.Call call : made) {
            made.stream().takeWhile(before -> !before.equals(call))
                    .filter(before -> constant(program, before, ID).equals(constant(program, call, ID))
                            && !constant(program, before, SIZE).equals(constant(program, call, SIZE)))
                    .findFirst().ifPresent(before -> sink.accept(finding(context, program, before, call)));
        }
    }

    private static Optional<Long> constant(Program program, SourceCode.Call call, int argument) {
        Expression value = call.expression().arguments().get(argument);
        return program.constant(value).map(Number::longValue);
    }

    private static Finding finding(SourceContext context, Program program, SourceCode.Call before,
            SourceCode.Call call) {
        String id = Words.text(context.source().code().place(call.expression().arguments().get(ID)));
        return Finding.at(new Place.InSource(call.place()), INFO, "the shadow variable " + id + " has "
                + constant(program, call, SIZE).orElseThrow() + " bytes here and "
                + constant(program, before, SIZE).orElseThrow()
                + " elsewhere: an object that has one keeps it, and what does not fit is written behind it. Give this one"
                + " another id")
                .related(List.of(new Related("the other one", Optional.of(before.place()))));
    }
}
