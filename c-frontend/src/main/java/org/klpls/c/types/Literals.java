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
        boolean imaginary = lower.endsWith("i") || lower.endsWith("j");
        String plain = imaginary ? lower.substring(0, lower.length() - 1) : lower;
        Type type = isReal(plain)
                ? real(plain).map(it -> (Type) new Type.Real(it.kind())).orElse(Types.UNKNOWN)
                : integerType(plain, IntegerLiteral.value(plain));
        return imaginary ? new Type.Complex(type) : type;
    }

    private static boolean isReal(String lower) {
        boolean hex = lower.startsWith("0x");
        return hex ? lower.contains("p") : lower.contains(".") || lower.contains("e") && !lower.startsWith("0b");
    }

    /** Empty for imaginary numbers, and what is none. */
    static Optional<RealLiteral> real(String text) {
        return RealLiteral.of(text.replace("'", "").toLowerCase(Locale.ROOT));
    }

    private static Type integerType(String lower, Optional<BigInteger> value) {
        if (value.isEmpty()) {
            return Types.UNKNOWN;
        }
        if (lower.contains("wb")) {
            boolean signed = !lower.contains("u");
            int bits = Math.max(1, value.get().bitLength()) + (signed ? 1 : 0);
            return new Type.BitInt(bits, signed);
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
        List<LiteralElement> elements = elements(text, target);
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
                case 'u' -> !piece.startsWith("u8")
                        ? new Type.Int(IntKind.UNSIGNED_SHORT)
                        : target.isC23() ? new Type.Int(IntKind.UNSIGNED_CHAR) : unit;
                default -> unit;
            };
        }
        List<LiteralElement> elements = pieces.stream().flatMap(it -> elements(it, target).stream()).toList();
        long length = switch (((Type.Int) unit).kind().bits()) {
            case 8 -> bytes(elements).length;
            case 32 -> elements.size();
            default -> elements.stream().mapToInt(it -> Character.charCount(it.codePoint())).sum();
        };
        return new Type.Array(unit, ArrayLength.of(length + 1));
    }

    /** The bytes of adjacent narrow literals, without the NUL at the end. */
    static byte[] bytesOf(List<String> pieces, Target target) {
        return bytes(pieces.stream().flatMap(it -> elements(it, target).stream()).toList());
    }

    private static List<LiteralElement> elements(String literal, Target target) {
        return LiteralElement.of(literal, target.dialect().hasDelimitedEscapes());
    }

    private static byte[] bytes(List<LiteralElement> elements) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        elements.forEach(it -> bytes.writeBytes(it.bytes()));
        return bytes.toByteArray();
    }
}
