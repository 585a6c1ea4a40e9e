package org.klpls.core.x86;

import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.klpls.core.x86.Instruction.Memory;
import org.klpls.core.x86.Instruction.OpcodeMap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Lengths as objdump has them; operands as the manual has them. */
class InstructionDecoderTest {
    @ParameterizedTest
    @CsvSource({"90, 1", "0f1f440000, 5", "f30f1efa, 4", "55, 1", "4154, 2", "e800000000, 5", "c3, 1", "c20800, 3",
            "48c7c700000000, 7", "bf01000000, 5", "48b80102030405060708, 10", "488b1500000000, 7", "8b4708, 3",
            "8b042510000000, 7", "498b84c800010000, 8", "66c7000100, 5", "c7042508000000 01000000, 11", "f6c101, 3",
            "f6d1, 2", "f7c100010000, 6", "f7d9, 2", "0f84aabbccdd, 6", "75f0, 2", "0f0b, 2", "f0480fb10f, 5",
            "65488b042500000000, 9", "6a10, 2", "6800010000, 5", "c8100000, 4", "0fa4c203, 4", "0fbae007, 4",
            "660f3a0fc108, 6", "0f38f1c0, 4", "2e2e2e31c0, 5", "48a10102030405060708, 10", "ff2500000000, 6"})
    void lengthsAreThoseOfTheManual(String hex, int length) {
        assertEquals(length, decode(hex).orElseThrow().length());
    }

    @Test
    void anAddressRelativeToTheInstructionIsTold() {
        Instruction load = decode("488b1510000000").orElseThrow();
        Memory memory = load.modRm().orElseThrow().memory().orElseThrow();
        assertEquals(new Memory(Memory.RIP, Memory.NONE, 1, 0x10, 3, 4), memory);
        assertEquals(2, load.modRm().orElseThrow().register());
    }

    @Test
    void baseAndIndexCarryTheirPrefixBits() {
        Memory memory = decode("4b8b44c8f8").orElseThrow().modRm().orElseThrow().memory().orElseThrow();
        assertEquals(new Memory(8, 9, 8, -8, 4, 1), memory);
    }

    @Test
    void immediatesAreSignExtended() {
        Instruction move = decode("b8f0ffffff").orElseThrow();
        assertTrue(move.is(OpcodeMap.ONE, 0xb8));
        assertEquals(-16, move.immediate());
        assertEquals(1, move.immediateOffset());
    }

    @Test
    void whatIsNoneOrCutShortIsNotDecoded() {
        for (String hex : new String[]{"", "48", "e80000", "06", "c5f877", "0f04", "0f",
                "f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f090"}) {
            assertEquals(Optional.empty(), decode(hex), hex);
        }
    }

    private static Optional<Instruction> decode(String hex) {
        byte[] bytes = HexFormat.of().parseHex(hex.replace(" ", ""));
        return InstructionDecoder.decode(
                at -> at < bytes.length ? OptionalLong.of(bytes[(int) at] & 0xff) : OptionalLong.empty(), 0);
    }
}
