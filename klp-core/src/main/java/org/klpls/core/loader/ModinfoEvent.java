package org.klpls.core.loader;

import java.util.List;
import org.klpls.core.model.ElfPlace;

/**
 * Events of the stage modinfo: what the module says of itself.
 * Source: kernel/module/main.c check_modinfo(), kernel/module/version.c check_modstruct_version(), v6.1.
 */
public sealed interface ModinfoEvent extends LoadEvent {
    @Override
    default Stage stage() {
        return Stage.MODINFO;
    }

    /** It was built for a kernel of another vermagic. */
    record VermagicDiffers(ElfPlace place, String module, String vermagic, String wanted) implements ModinfoEvent {
        @Override
        public Consequence consequence() {
            return new Consequence.Refused(Errno.ENOEXEC);
        }

        @Override
        public List<String> kernelMessages() {
            return List.of(module + ": version magic '" + vermagic + "' should be '" + wanted + "'");
        }
    }

    /** It has no vermagic; kernels without CONFIG_MODULE_FORCE_LOAD refuse it. */
    record NoVermagic(ElfPlace place, Consequence consequence, List<String> kernelMessages) implements ModinfoEvent {}

    /** It has no {@code __versions} although the kernel has CRCs; kernels without CONFIG_MODULE_FORCE_LOAD refuse it. */
    record NoVersions(ElfPlace place, Consequence consequence, List<String> kernelMessages) implements ModinfoEvent {}

    /** It exports symbols without CRCs although the kernel has CRCs; kernels without CONFIG_MODULE_FORCE_LOAD refuse it. */
    record ExportsWithoutVersions(ElfPlace place, Consequence consequence, List<String> kernelMessages)
            implements
                ModinfoEvent {}

    /** A module of that name is loaded. Source: kernel/module/main.c add_unformed_module(), v6.1. */
    record NameTaken(ElfPlace place, String module) implements ModinfoEvent {
        @Override
        public Consequence consequence() {
            return new Consequence.Refused(Errno.EEXIST);
        }
    }

    /** The kernel was built without livepatching. Source: kernel/module/main.c check_modinfo_livepatch(), v6.1. */
    record LivepatchNotSupported(ElfPlace place, String module) implements ModinfoEvent {
        @Override
        public Consequence consequence() {
            return new Consequence.Refused(Errno.ENOEXEC);
        }

        @Override
        public List<String> kernelMessages() {
            return List.of(module + ": module is marked as livepatch module, but livepatch support is disabled");
        }
    }

    /** Its CRC of module_layout, the layout of struct module itself, is missing or another. */
    record ModuleLayoutDiffers(ElfPlace place, String kernelMessage) implements ModinfoEvent {
        @Override
        public Consequence consequence() {
            return new Consequence.Refused(Errno.ENOEXEC);
        }

        @Override
        public List<String> kernelMessages() {
            return List.of(kernelMessage);
        }
    }

    /** It was not built with retpolines. */
    record NoRetpoline(ElfPlace place, String module) implements ModinfoEvent, Consequential.GoingOn {
        @Override
        public List<String> kernelMessages() {
            return List.of("Spectre V2 : System may be vulnerable to spectre v2",
                    module + ": loading module not compiled with retpoline compiler.");
        }
    }

    /** It says that it is of staging quality. */
    record Taints(ElfPlace place, List<String> kernelMessages) implements ModinfoEvent, Consequential.GoingOn {
        public Taints {
            kernelMessages = List.copyOf(kernelMessages);
        }
    }

    /** Its licence is not one the kernel takes for GPL-compatible, so it gets no GPL-only symbols. */
    record LicenseNotGpl(ElfPlace place, String license,
            List<String> kernelMessages) implements ModinfoEvent, Consequential.GoingOn {}
}
