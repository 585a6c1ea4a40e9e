package org.klpls.core.loader;

/** A name is for one module at a time. Source: kernel/module/main.c add_unformed_module(), v6.1. */
final class AddUnformedModule {
    private AddUnformedModule() {}

    static void run(Loading loading) {
        String name = loading.name();
        if (loading.running().module(name).isPresent()) {
            loading.happens(new ModinfoEvent.NameTaken(loading.place(), name));
        }
    }
}
