package org.klpls.core.loader;

/**
 * The appended signature, as far as it can be judged without the kernel's keys: whether it is valid decides only where
 * signatures are enforced. Source: kernel/module/signing.c module_sig_check(), v6.1.
 */
final class ModuleSigCheck {
    private ModuleSigCheck() {}

    static void run(Loading loading) {
        switch (loading.module().signature()) {
            case ABSENT, PRESENT -> {
            }
            case NOT_PKCS7 -> loading.happens(new ElfEvent.SignatureNotPkcs7(loading.place()));
            case MALFORMED -> loading.happens(new ElfEvent.SignatureMalformed(loading.place()));
        }
    }
}
