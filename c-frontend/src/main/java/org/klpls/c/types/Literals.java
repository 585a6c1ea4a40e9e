package org.klpls.c.types;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.klpls.c.text.LiteralElement;

/** Types and values of literals. */
final class Literals {
    private Literals() {}

    /** C11 6.4.4.1p5, 6.4.4.2p4. */
    static Type type(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (!isReal(lower)) {
            return integerType(lower, IntegerLiteral.value(text));
        }
        boolean imaginary = lower.endsWith("i") || lower.endsWith("j");
        String plain = imaginary ? lower.substring(0, lower.length() - 1) : lower;
        boolean hex = plain.startsWith("0x");
        RealKind kind = plain.endsWith("f128") || plain.endsWith("q")
                ? RealKind.FLOAT128
                : plain.endsWith("f") && (!hex || plain.contains("p"))
                        ? RealKind.FLOAT
                        : plain.endsWith("l") || plain.endsWith("w") ? RealKind.LONG_DOUBLE : RealKind.DOUBLE;
        return imaginary ? new Type.Complex(new Type.Real(kind)) : new Type.Real(kind);
    }

    static boolean isReal(String lower) {
        boolean hex = lower.startsWith("0x");
        return hex ? lower.contains("p") : lower.contains(".") || lower.contains("e") && !lower.startsWith("0b");
    }

    /** Empty for what Java's double cannot read: imaginary numbers. */
    static Optional<Double> real(String text) {
        String lower = text.replace("'", "").toLowerCase(Locale.ROOT);
        String plain = lower.endsWith("f128") ? lower.substring(0, lower.length() - 4) : lower;
        boolean hex = plain.startsWith("0x");
        int end = plain.length();
        while (end > 0 && "flqw".indexOf(plain.charAt(end - 1)) >= 0) {
            end--;
        }
        boolean sane = end < 100 && plain.substring(0, end)
                .matches(hex ? "0x[0-9a-f]*\\.?[0-9a-f]*p[+-]?[0-9]{1,6}" : "[0-9]*\\.?[0-9]*(e[+-]?[0-9]{1,6})?");
        return sane && end > 0 && !plain.startsWith(".e")
                ? Optional.of(Double.valueOf(plain.substring(0, end)))
                : Optional.empty();
    }

    private static Type integerType(String lower, Optional<BigInteger> value) {
        if (value.isEmpty()) {
            return Types.UNKNOWN;
        }
        int end = lower.length();
        while (end > 0 && (lower.charAt(end - 1) == 'u' || lower.charAt(end - 1) == 'l')) {
            end--;
        }
        String suffix = lower.substring(end);
        boolean unsigned = suffix.contains("u");
        boolean decimal = !lower.startsWith("0");
        int longs = suffix.length() - suffix.replace("l", "").length();
        for (IntKind kind : longs == 0
                ? List.of(IntKind.INT, IntKind.LONG)
                : List.of(longs == 1 ? IntKind.LONG : IntKind.LONG_LONG)) {
            if (!unsigned && value.get().bitLength() < kind.bits()) {
                return new Type.Int(kind);
            }
            if ((unsigned || !decimal) && value.get().bitLength() <= kind.bits()) {
                return new Type.Int(kind.unsigned());
            }
        }
        // gcc takes a decimal literal that is too large for a signed type as __int128, or unsigned with a warning
        return decimal && !unsigned && value.get().bitLength() < 128
                ? new Type.Int(IntKind.INT128)
                : new Type.Int(longs == 2 ? IntKind.UNSIGNED_LONG_LONG : IntKind.UNSIGNED_LONG);
    }

    static Type characterType(String text, Target target) {
        return switch (text.charAt(0)) {
            case 'L' -> new Type.Int(target.wideChar());
            case 'U' -> Types.UNSIGNED_INT;
            case 'u' ->
                text.startsWith("u8") ? new Type.Int(IntKind.UNSIGNED_CHAR) : new Type.Int(IntKind.UNSIGNED_SHORT);
            default -> Types.INT;
        };
    }

    /** Value of {@code 'a'}, {@code '\n'}, {@code 'ab'}: as gcc puts several together, the last one lowest. */
    static BigInteger character(String text, Target target) {
        List<LiteralElement> elements = LiteralElement.of(text);
        if (!text.startsWith("'")) {
            return BigInteger.valueOf(elements.isEmpty() ? 0 : elements.getLast().value());
        }
        byte[] bytes = bytes(elements);
        if (bytes.length == 1) {
            return BigInteger.valueOf(target.charIsSigned() ? bytes[0] : bytes[0] & 0xff);
        }
        int value = 0;
        for (byte each : bytes) {
            value = value << 8 | each & 0xff;
        }
        return BigInteger.valueOf(value);
    }

    static Type stringType(List<String> pieces, Target target) {
        Type unit = Types.CHAR;
        for (String piece : pieces) {
            unit = switch (piece.charAt(0)) {
                case 'L' -> new Type.Int(target.wideChar());
                case 'U' -> Types.UNSIGNED_INT;
                case 'u' -> piece.startsWith("u8") ? unit : new Type.Int(IntKind.UNSIGNED_SHORT);
                default -> unit;
            };
        }
        List<LiteralElement> elements = pieces.stream().flatMap(it -> LiteralElement.of(it).stream()).toList();
        long length = unit.equals(Types.CHAR)
                ? bytes(elements).length
                : new Width(((Type.Int) unit).kind().bits(), false).bits() == 32
                        ? elements.size()
                        : elements.stream().mapToInt(it -> Character.charCount(it.codePoint())).sum();
        return new Type.Array(unit, ArrayLength.of(length + 1));
    }

    /** The bytes of adjacent narrow literals, without the NUL at the end. */
    static byte[] bytesOf(List<String> pieces) {
        return bytes(pieces.stream().flatMap(it -> LiteralElement.of(it).stream()).toList());
    }

    private static byte[] bytes(List<LiteralElement> elements) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        elements.forEach(it -> bytes.writeBytes(it.bytes()));
        return bytes.toByteArray();
    }
}
