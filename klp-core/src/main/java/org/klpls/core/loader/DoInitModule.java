package org.klpls.core.loader;

/**
 * Runs the module's init function, of which we know that it calls klp_enable_patch(), and with which patches, and
 * nothing more. Source: kernel/module/main.c do_init_module(), v6.1.
 */
final class DoInitModule {
    private DoInitModule() {}

    static void run(Loading loading, RelocationContext context) {
        loading.patches().skipped().forEach(loading::skip);
        KlpEnablePatch enable = new KlpEnablePatch(loading, context);
        loading.patches().patches().forEach(enable::run);
    }
}
