package org.klpls.c.types;

import java.math.BigInteger;

/** How an integer is kept: so many bits, with or without a sign. */
record Width(int bits, boolean isSigned) {
    BigInteger least() {
        return isSigned ? BigInteger.ONE.shiftLeft(bits - 1).negate() : BigInteger.ZERO;
    }

    BigInteger most() {
        return BigInteger.ONE.shiftLeft(isSigned ? bits - 1 : bits).subtract(BigInteger.ONE);
    }

    /** What a floating value becomes that is too large: gcc takes the last one that fits. */
    BigInteger nearest(BigInteger value) {
        return value.max(least()).min(most());
    }

    /** What is left of a value in so many bits. */
    BigInteger wrapped(BigInteger value) {
        boolean fits = isSigned ? value.bitLength() < bits : value.signum() >= 0 && value.bitLength() <= bits;
        if (fits) {
            return value;
        }
        BigInteger low = value.mod(BigInteger.ONE.shiftLeft(bits));
        return isSigned && low.testBit(bits - 1) ? low.subtract(BigInteger.ONE.shiftLeft(bits)) : low;
    }
}
