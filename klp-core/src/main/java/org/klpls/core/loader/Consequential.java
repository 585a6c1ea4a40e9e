package org.klpls.core.loader;

/** What has one consequence whatever its details are: an event says which by the interface it bears. */
public interface Consequential {
    Consequence consequence();

    /** The kernel notices nothing, and crashes. */
    interface Crashing extends Consequential {
        @Override
        default Consequence consequence() {
            return new Consequence.Crashes();
        }
    }

    /** The kernel notices nothing; the harm shows later. */
    interface GoingWrongLater extends Consequential {
        @Override
        default Consequence consequence() {
            return new Consequence.GoesWrongLater();
        }
    }

    /** The kernel says something, or nothing, and goes on. */
    interface GoingOn extends Consequential {
        @Override
        default Consequence consequence() {
            return new Consequence.GoesOn();
        }
    }
}
