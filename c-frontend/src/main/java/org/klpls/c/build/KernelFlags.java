package org.klpls.c.build;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The flags by which Kbuild would compile a module's file for x86-64, as far as they change what the compiler reads.
 * Nothing is run: make would execute the workspace's own Makefile. Source: Makefile, arch/x86/Makefile, scripts/Makefile.lib
 * of v5.10 to v6.12; what came later, from the commits that brought it.
 */
final class KernelFlags {
    /** What the kernel calls CC_FLAGS_FTRACE. */
    static final List<String> FTRACE = List.of("-pg", "-mrecord-mcount", "-mfentry", "-DCC_USING_FENTRY");

    private final KernelFolder kernel;
    private final List<String> flags = new ArrayList<>();

    private KernelFlags(KernelFolder kernel) {
        this.kernel = kernel;
    }

    static CompileCommand forModule(KernelFolder kernel, Path file, ModulePart part) {
        KernelFlags flags = new KernelFlags(kernel);
        flags.headers();
        int removable = flags.flags.size();
        flags.language();
        flags.machine();
        flags.instrumentation();
        flags.flags.addAll(part.kbuild().flags());
        flags.flags.subList(removable, flags.flags.size())
                .removeIf(it -> part.kbuild().removes(it, part.object()));
        flags.flags.addAll(part.kbuild().flags(part.object()));
        flags.module(file, part);
        return new CompileCommand(kernel.build(), kernel.compiler(), flags.flags,
                "derived for the kernel build folder " + kernel.build());
    }

    private void add(String... more) {
        flags.addAll(List.of(more));
    }

    private void addIf(String option, String... more) {
        if (kernel.is(option)) {
            add(more);
        }
    }

    /** LINUXINCLUDE and USERINCLUDE: what lies in the build folder is relative to it. */
    private void headers() {
        String source = kernel.source().equals(kernel.build()) ? "." : kernel.source().toString();
        add("-nostdinc");
        if (!Files.exists(kernel.source().resolve("include/linux/stdarg.h"))) {
            // Before v5.16 <stdarg.h> was the compiler's own.
            String major = kernel.config().getOrDefault("GCC_VERSION", "120000");
            add("-isystem", "/usr/lib/gcc/x86_64-linux-gnu/"
                    + (major.length() > 4 ? major.substring(0, major.length() - 4) : "12") + "/include");
        }
        for (String folder : new String[]{"arch/x86/include", "arch/x86/include/generated", "include",
                "arch/x86/include/uapi", "arch/x86/include/generated/uapi", "include/uapi", "include/generated/uapi"}) {
            boolean generated = folder.contains("generated");
            add("-I" + (generated ? "." : source) + "/" + folder);
            if (folder.equals("include") && !source.equals(".")) {
                add("-I./include");
            }
        }
        for (String header : new String[]{"compiler-version.h", "kconfig.h", "compiler_types.h"}) {
            if (Files.exists(kernel.source().resolve("include/linux").resolve(header))) {
                add("-include", source + "/include/linux/" + header);
            }
        }
        add("-D__KERNEL__", "-fmacro-prefix-map=" + source + "/=");
    }

    private void language() {
        add(kernel.atLeast(5, 18) ? "-std=gnu11" : "-std=gnu89", "-fshort-wchar", "-fno-PIE", "-fno-strict-aliasing",
                "-fno-common");
        if (kernel.atLeast(6, 2)) {
            add("-funsigned-char");
        }
        if (kernel.atLeast(6, 19)) {
            add("-fms-extensions");
        }
        add(kernel.is("CC_OPTIMIZE_FOR_SIZE") ? "-Os" : "-O2");
    }

    private void machine() {
        add("-mno-sse", "-mno-mmx", "-mno-sse2", "-mno-3dnow", "-mno-avx");
        add(kernel.is("X86_KERNEL_IBT") ? "-fcf-protection=branch" : "-fcf-protection=none");
        add("-m64", "-mno-80387", "-mno-fp-ret-in-387", "-mpreferred-stack-boundary=3", "-mskip-rax-setup",
                "-mno-red-zone", "-mcmodel=kernel");
        addIf("MK8", "-march=k8");
        addIf("MCORE2", "-march=core2");
        addIf("MATOM", "-march=atom");
        addIf("GENERIC_CPU", "-mtune=generic");
        addIf("X86_NATIVE_CPU", "-march=native");
    }

    private void instrumentation() {
        if (kernel.is("STACKPROTECTOR_STRONG")) {
            add("-fstack-protector-strong");
        } else {
            addIf("STACKPROTECTOR", "-fstack-protector");
        }
        if (kernel.is("FUNCTION_TRACER") && kernel.is("HAVE_FENTRY")) {
            flags.addAll(FTRACE);
        }
        addIf("KASAN_GENERIC", "-fsanitize=kernel-address");
        addIf("KCSAN", "-fsanitize=thread");
        addIf("RANDSTRUCT", "-DRANDSTRUCT");
    }

    private void module(Path file, ModulePart part) {
        String base = name(file);
        String module = part.module().replace('-', '_');
        add("-DMODULE", "-DKBUILD_BASENAME=\"" + base.replace('-', '_') + "\"", "-DKBUILD_MODNAME=\"" + module + "\"",
                "-D__KBUILD_MODNAME=kmod_" + module);
    }

    /** A file's name without folder and {@code .c}. */
    static String name(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.endsWith(".c") ? name.substring(0, name.length() - 2) : name;
    }
}
