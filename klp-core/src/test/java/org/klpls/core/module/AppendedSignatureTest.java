package org.klpls.core.module;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.klpls.core.elf.ElfBytes;
import org.klpls.core.module.AppendedSignature.State;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** What kernel 6.1 makes of the same files: EBADMSG for all that are malformed, whatever it enforces. */
class AppendedSignatureTest {
    private static final byte[] MODULE = "a module".getBytes(StandardCharsets.ISO_8859_1);
    /** SignerInfo: issuer and serial number 0x1234, sha256. */
    private static final String SIGNER = der("30", "020101" + der("30", "3000" + "02021234")
            + der("30", "0609" + "608648016503040201"));

    @Test
    void aFileWithoutOneIsTakenAsItIs() {
        AppendedSignature signature = AppendedSignature.strip(ElfBytes.of(MODULE));
        assertEquals(State.ABSENT, signature.state());
        assertEquals(MODULE.length, signature.module().size());
    }

    @Test
    void signerAndHashAreRead() {
        AppendedSignature signature = strip(pkcs7(SIGNER), 2, "0000", "0000000000");
        assertEquals(State.PRESENT, signature.state());
        assertEquals(Optional.of(new ModuleSigner("1234", "sha256")), signature.signer());
        assertEquals(MODULE.length, signature.module().size());
    }

    @Test
    void bytesThatAreNoMessageAreMalformed() {
        assertEquals(State.MALFORMED, strip(new byte[20], 2, "0000", "0000000000").state());
        assertEquals(State.MALFORMED, strip(pkcs7("3000"), 2, "0000", "0000000000").state());
        assertEquals(State.MALFORMED, strip(new byte[0], 2, "0000", "0000000000").state());
    }

    @Test
    void fieldsThatMustBeZeroAreSeen() {
        assertEquals(State.PARAMETERS, strip(new byte[20], 2, "0100", "0000000000").state());
        assertEquals(State.PARAMETERS, strip(new byte[20], 2, "0000", "0000010000").state());
    }

    @Test
    void anotherTypeIsNoneTheKernelChecksAndStaysPartOfTheFile() {
        AppendedSignature signature = strip(new byte[20], 1, "0000", "0000000000");
        assertEquals(State.NOT_PKCS7, signature.state());
        assertEquals(MODULE.length + 20 + 12, signature.module().size());
    }

    /** SignedData with this SignerInfo. */
    private static byte[] pkcs7(String signerInfo) {
        String signers = der("31", signerInfo);
        String data = der("30", "020101" + "3100" + der("30", "06092a864886f70d010701") + signers);
        return HexFormat.of().parseHex(der("30", "06092a864886f70d010702" + der("a0", data)));
    }

    private static String der(String tag, String content) {
        return tag + String.format("%02x", content.length() / 2) + content;
    }

    private static AppendedSignature strip(byte[] message, int type, String algorithms, String zeros) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(MODULE);
        file.writeBytes(message);
        file.writeBytes(HexFormat.of().parseHex(algorithms));
        file.write(type);
        file.writeBytes(HexFormat.of().parseHex(zeros));
        file.writeBytes(new byte[]{0, 0, 0, (byte) message.length});
        file.writeBytes("~Module signature appended~\n".getBytes(StandardCharsets.ISO_8859_1));
        return AppendedSignature.strip(ElfBytes.of(file.toByteArray()));
    }
}
