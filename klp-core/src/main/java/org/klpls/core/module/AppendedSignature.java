package org.klpls.core.module;

import java.util.Optional;
import org.klpls.core.elf.ElfBytes;

/**
 * The signature that may stand behind a module. It ends with a magic string; before that stands struct
 * module_signature (12 bytes), and before that as many bytes of PKCS#7 as it says, big-endian, in its last field.
 * Source: kernel/module/signing.c mod_verify_sig(), include/linux/module_signature.h, v6.1.
 *
 * @param module the file without what the kernel strips before it looks at the ELF
 * @param signer who signed it, where that can be read
 * @param state what the kernel makes of the signature, as far as it can be known without its keys
 */
public record AppendedSignature(ElfBytes module, State state, Optional<ModuleSigner> signer) {
    private static final String MAGIC = "~Module signature appended~\n";
    private static final int HEADER_SIZE = 12;
    private static final int ID_TYPE = 2;
    private static final int PKEY_ID_PKCS7 = 2;
    /** signer_len, key_id_len and padding, behind id_type. */
    private static final int MUST_BE_ZERO = 5;

    /**
     * MALFORMED, PARAMETERS (fields that must be zero are not) and OTHER_CONTENT (a message, but no SignedData) are refused by
     * every kernel with signatures, before it looks at the ELF file; NOT_PKCS7 and ABSENT only where they are enforced.
     */
    public enum State {
        ABSENT, PRESENT, NOT_PKCS7, PARAMETERS, OTHER_CONTENT, MALFORMED
    }

    static AppendedSignature strip(ElfBytes file) {
        long signed = file.size() - MAGIC.length();
        if (signed <= 0 || !file.text(signed, MAGIC.length()).equals(MAGIC)) {
            return unsigned(file, State.ABSENT);
        }
        if (signed <= HEADER_SIZE) {
            return unsigned(file.slice(0, signed), State.MALFORMED);
        }
        long header = signed - HEADER_SIZE;
        long length = (long) file.u8(signed - 4) << 24 | file.u8(signed - 3) << 16 | file.u8(signed - 2) << 8
                | file.u8(signed - 1);
        if (length >= header) {
            return unsigned(file.slice(0, signed), State.MALFORMED);
        }
        if (file.u8(header + ID_TYPE) != PKEY_ID_PKCS7) {
            return unsigned(file.slice(0, signed), State.NOT_PKCS7);
        }
        boolean zeros = file.isZero(header, ID_TYPE) && file.isZero(header + ID_TYPE + 1, MUST_BE_ZERO);
        if (!zeros) {
            return unsigned(file.slice(0, signed), State.PARAMETERS);
        }
        ElfBytes message = file.slice(header - length, length);
        if (!ModuleSigner.isSignedData(message)) {
            return unsigned(file.slice(0, signed),
                    ModuleSigner.isMessage(message) ? State.OTHER_CONTENT : State.MALFORMED);
        }
        Optional<ModuleSigner> signer = ModuleSigner.read(message);
        return signer.isEmpty()
                ? unsigned(file.slice(0, signed), State.MALFORMED)
                : new AppendedSignature(file.slice(0, header - length), State.PRESENT, signer);
    }

    private static AppendedSignature unsigned(ElfBytes module, State state) {
        return new AppendedSignature(module, state, Optional.empty());
    }
}
