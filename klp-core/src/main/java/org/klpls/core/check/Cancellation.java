package org.klpls.core.check;

import java.util.concurrent.CancellationException;

/** Asked between the steps of a check. A check whose thread is interrupted ends in the same way. */
@FunctionalInterface
public interface Cancellation {
    Cancellation NEVER = () -> false;

    boolean requested();

    /** @throws CancellationException when the outcome is no longer wanted */
    default void stopIfRequested() {
        if (requested() || Thread.currentThread().isInterrupted()) {
            throw new CancellationException("the check was cancelled");
        }
    }
}
