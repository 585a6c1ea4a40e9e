package org.klpls.core.module;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.klpls.core.elf.ElfBytes;

/**
 * Who signed a module, as the PKCS#7 message behind it says. Source: RFC 2315 and RFC 5652 (SignedData), as
 * scripts/sign-file.c writes it, v6.1.
 *
 * @param keyId the key's identifier or else the certificate's serial number, in hex
 * @param hash name of the digest's algorithm, or its object identifier in hex
 */
public record ModuleSigner(String keyId, String hash) {
    private static final int SEQUENCE = 0x30;
    private static final int SET = 0x31;
    private static final int OBJECT_IDENTIFIER = 0x06;
    private static final String SIGNED_DATA = "2a864886f70d010702";
    private static final int INTEGER = 0x02;
    private static final int KEY_ID = 0x80;
    private static final int CONTENT = 0xa0;
    private static final Map<String, String> HASHES = Map.of("2b0e03021a", "sha1", "608648016503040201", "sha256",
            "608648016503040202", "sha384", "608648016503040203", "sha512", "608648016503040204", "sha224",
            "608648016503040208", "sha3-256", "608648016503040209", "sha3-384", "60864801650304020a", "sha3-512");

    /** One value of DER. */
    private record Der(int tag, ElfBytes content) {}

    /** Whether the bytes are a ContentInfo: an object identifier, and what it names. */
    static boolean isMessage(ElfBytes pkcs7) {
        return contentType(pkcs7).isPresent();
    }

    /** Whether that is SignedData, the only one the kernel takes. */
    static boolean isSignedData(ElfBytes pkcs7) {
        return contentType(pkcs7).filter(SIGNED_DATA::equals).isPresent();
    }

    private static Optional<String> contentType(ElfBytes pkcs7) {
        return parts(pkcs7).stream().findFirst().filter(d -> d.tag() == SEQUENCE)
                .flatMap(info -> part(info, 0, OBJECT_IDENTIFIER)).map(oid -> hex(oid.content()));
    }

    /** The first signer; empty where the bytes are no SignedData with a signer. */
    static Optional<ModuleSigner> read(ElfBytes pkcs7) {
        return parts(pkcs7).stream().findFirst()
                .flatMap(info -> part(info, 1, CONTENT)).flatMap(content -> part(content, 0, SEQUENCE))
                .flatMap(signed -> {
                    List<Der> members = parts(signed.content());
                    return members.isEmpty() || members.getLast().tag() != SET
                            ? Optional.empty()
                            : part(members.getLast(), 0, SEQUENCE);
                }).flatMap(ModuleSigner::signer);
    }

    /** SignerInfo: version, who, digest algorithm, and more. */
    private static Optional<ModuleSigner> signer(Der info) {
        List<Der> members = parts(info.content());
        if (members.size() < 3 || members.get(0).tag() != INTEGER) {
            return Optional.empty();
        }
        Der who = members.get(1);
        Optional<String> key = who.tag() == KEY_ID
                ? Optional.of(hex(who.content()))
                : part(who, 1, INTEGER).map(serial -> hex(serial.content()));
        Optional<String> hash = part(members.get(2), 0, OBJECT_IDENTIFIER).map(oid -> hex(oid.content()))
                .map(oid -> HASHES.getOrDefault(oid, oid));
        return key.flatMap(k -> hash.map(h -> new ModuleSigner(k, h)));
    }

    private static Optional<Der> part(Der whole, int number, int tag) {
        List<Der> parts = parts(whole.content());
        return number < parts.size() && parts.get(number).tag() == tag
                ? Optional.of(parts.get(number))
                : Optional.empty();
    }

    /** The values one after the other; none from where a length lies. */
    private static List<Der> parts(ElfBytes bytes) {
        List<Der> parts = new ArrayList<>();
        long at = 0;
        while (bytes.holds(at, 2)) {
            int tag = bytes.u8(at);
            long length = bytes.u8(at + 1);
            at += 2;
            if (length >= 0x80) {
                int digits = (int) length - 0x80;
                if (digits < 1 || digits > 4 || !bytes.holds(at, digits)) {
                    return parts;
                }
                length = 0;
                for (int i = 0; i < digits; i++) {
                    length = length << Byte.SIZE | bytes.u8(at + i);
                }
                at += digits;
            }
            if (!bytes.holds(at, length)) {
                return parts;
            }
            parts.add(new Der(tag, bytes.slice(at, length)));
            at += length;
        }
        return parts;
    }

    private static String hex(ElfBytes bytes) {
        return HexFormat.of().formatHex(bytes.toArray());
    }
}
