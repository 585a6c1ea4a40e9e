package org.klpls.core.model;

/**
 * The object that a patch, a symbol or a relocation section names: vmlinux, or a module by its name.
 *
 * <p>In C, {@code klp_object.name == NULL} is vmlinux. In ELF names it is spelt {@code vmlinux}.
 */
public sealed interface ObjectName {
    ObjectName VMLINUX = new Vmlinux();

    /** The kernel proper. */
    record Vmlinux() implements ObjectName {
        @Override
        public String text() {
            return "vmlinux";
        }

        @Override
        public String inKernelMessages() {
            return "(null)";
        }
    }

    /** A module, as {@code /proc/modules} spells it. */
    record Module(String name) implements ObjectName {
        @Override
        public String text() {
            return name;
        }

        @Override
        public String inKernelMessages() {
            return name;
        }
    }

    /** As it stands in {@code .klp.rela.OBJECT.SECTION} and {@code .klp.sym.OBJECT.SYMBOL,POS}. */
    static ObjectName ofElfName(String name) {
        return name.equals("vmlinux") ? VMLINUX : new Module(name);
    }

    String text();

    /** How {@code %s} of a NULL objname prints. Source: kernel/livepatch/core.c klp_find_object_symbol(), v6.1. */
    String inKernelMessages();
}
