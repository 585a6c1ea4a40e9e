package org.klpls.c.testing;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** Enables what is annotated with {@link NeedsRealThings} where the things are there. */
final class RealThingsCondition implements ExecutionCondition {
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return AnnotationSupport.findAnnotation(context.getElement(), NeedsRealThings.class)
                .map(needs -> evaluate(context.getDisplayName(), List.of(needs.value())))
                .orElse(ConditionEvaluationResult.enabled("needs no real things"));
    }

    /** surefire's console tells how many were skipped and not why, so the reason is printed too. */
    @SuppressWarnings("SystemOut")
    private static ConditionEvaluationResult evaluate(String suite, List<RealThing> things) {
        Optional<String> reason = RealThings.whyMissing(things);
        reason.ifPresent(why -> System.out.println("skipped " + suite + ": " + why));
        return reason.map(ConditionEvaluationResult::disabled)
                .orElse(ConditionEvaluationResult.enabled("the real things are there"));
    }
}
