package org.klpls.core.loader;

/**
 * The appended signature, as far as it can be judged without the kernel's keys: whether it is valid decides only where
 * signatures are enforced. Source: kernel/module/signing.c module_sig_check(), v6.1.
 */
final class ModuleSigCheck {
    private ModuleSigCheck() {}

    static void run(Loading loading) {
        switch (loading.module().signature()) {
            case ABSENT -> {
                loading.did(Stage.SIGNATURE, "none");
                enforce(loading);
            }
            case PRESENT -> loading.module().signer().ifPresent(signer -> loading.did(Stage.SIGNATURE, "by key "
                    + signer.keyId() + ", " + signer.hash() + "; whether the kernel has this key is not known"));
            case NOT_PKCS7 -> {
                loading.happens(new ElfEvent.SignatureNotPkcs7(loading.place()));
                enforce(loading);
            }
            case PARAMETERS -> loading.happens(new ElfEvent.SignatureParameters(loading.place()));
            case OTHER_CONTENT -> loading.happens(new ElfEvent.SignatureOfOtherContent(loading.place()));
            case MALFORMED -> loading.happens(new ElfEvent.SignatureMalformed(loading.place()));
        }
    }

    /** CONFIG_MODULE_SIG_FORCE; the same may be asked for at boot, or by lockdown, which no file tells. */
    private static void enforce(Loading loading) {
        if (loading.isConfigured("CONFIG_MODULE_SIG_FORCE")) {
            loading.happens(new ElfEvent.SignatureRequired(loading.place()));
        }
    }
}
