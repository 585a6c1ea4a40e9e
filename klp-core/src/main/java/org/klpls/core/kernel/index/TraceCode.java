package org.klpls.core.kernel.index;

import org.klpls.core.kernel.Traceability;

/** {@link Traceability} as one byte: 0 unknown, 1 yes, 2 freed, then each reason of a no. */
final class TraceCode {
    private static final byte UNKNOWN = 0;
    private static final byte YES = 1;
    private static final byte FREED = 2;
    private static final int FIRST_REASON = 3;
    private static final Traceability.Reason[] REASONS = Traceability.Reason.values();

    private TraceCode() {}

    static byte of(Traceability traceability) {
        return switch (traceability) {
            case Traceability.Unknown _ -> UNKNOWN;
            case Traceability.Yes _ -> YES;
            case Traceability.Freed _ -> FREED;
            case Traceability.No no -> (byte) (FIRST_REASON + no.reason().ordinal());
        };
    }

    /** A code that no version knows is unknown. */
    static Traceability read(byte code) {
        return switch (code) {
            case YES -> new Traceability.Yes();
            case FREED -> new Traceability.Freed();
            default -> code >= FIRST_REASON && code < FIRST_REASON + REASONS.length
                    ? new Traceability.No(REASONS[code - FIRST_REASON])
                    : new Traceability.Unknown();
        };
    }
}
