package org.klpls.core.loader;

/** Takes up the places where functions can be traced. Source: kernel/trace/ftrace.c ftrace_module_init(), v6.1. */
final class FtraceModuleInit {
    static final String SECTION = "__mcount_loc";

    private FtraceModuleInit() {}

    static void run(Loading loading, RelocationContext context) {}
}
