package org.klpls.c.testing;

import java.util.List;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** Enables what is annotated with {@link NeedsRealThings} where the things are there. */
final class RealThingsCondition implements ExecutionCondition {
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return AnnotationSupport.findAnnotation(context.getElement(), NeedsRealThings.class)
                .map(needs -> evaluate(List.of(needs.value())))
                .orElse(ConditionEvaluationResult.enabled("needs no real things"));
    }

    private static ConditionEvaluationResult evaluate(List<RealThing> things) {
        return RealThings.whyMissing(things)
                .map(ConditionEvaluationResult::disabled)
                .orElse(ConditionEvaluationResult.enabled("the real things are there"));
    }
}
