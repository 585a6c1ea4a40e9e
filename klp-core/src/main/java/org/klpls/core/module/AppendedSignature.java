package org.klpls.core.module;

import org.klpls.core.elf.ElfBytes;

/**
 * The signature that may stand behind a module. It ends with a magic string; before that stands struct
 * module_signature (12 bytes), and before that as many bytes of PKCS#7 as it says, big-endian, in its last field.
 * Source: kernel/module/signing.c mod_verify_sig(), include/linux/module_signature.h, v6.1.
 *
 * @param module the file without what the kernel strips before it looks at the ELF
 * @param state what the kernel makes of the signature, as far as it can be known without its keys
 */
public record AppendedSignature(ElfBytes module, State state) {
    private static final String MAGIC = "~Module signature appended~\n";
    private static final int HEADER_SIZE = 12;
    private static final int ID_TYPE = 2;
    private static final int PKEY_ID_PKCS7 = 2;

    /** MALFORMED is refused by every kernel; NOT_PKCS7 and ABSENT only where signatures are enforced. */
    public enum State {
        ABSENT, PRESENT, NOT_PKCS7, MALFORMED
    }

    static AppendedSignature strip(ElfBytes file) {
        long signed = file.size() - MAGIC.length();
        if (signed <= 0 || !file.text(signed, MAGIC.length()).equals(MAGIC)) {
            return new AppendedSignature(file, State.ABSENT);
        }
        if (signed <= HEADER_SIZE) {
            return new AppendedSignature(file.slice(0, signed), State.MALFORMED);
        }
        long header = signed - HEADER_SIZE;
        long length = (long) file.u8(signed - 4) << 24 | file.u8(signed - 3) << 16 | file.u8(signed - 2) << 8
                | file.u8(signed - 1);
        if (length >= header) {
            return new AppendedSignature(file.slice(0, signed), State.MALFORMED);
        }
        if (file.u8(header + ID_TYPE) != PKEY_ID_PKCS7) {
            return new AppendedSignature(file.slice(0, header), State.NOT_PKCS7);
        }
        return new AppendedSignature(file.slice(0, header - length), State.PRESENT);
    }
}
