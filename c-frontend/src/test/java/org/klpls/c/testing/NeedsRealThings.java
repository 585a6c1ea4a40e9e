package org.klpls.c.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Runs a test class or test only where these real things can be had; they are fetched when they are not there yet.
 * Elsewhere it is reported as skipped, with the reason and the command that would enable it. See docs/testing.md.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ExtendWith(RealThingsCondition.class)
public @interface NeedsRealThings {
    RealThing[] value();
}
