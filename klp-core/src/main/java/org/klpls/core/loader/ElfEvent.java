package org.klpls.core.loader;

import java.util.List;
import org.klpls.core.model.ElfPlace;

/** Events of the stages signature, elf and layout: the file as such. */
public sealed interface ElfEvent extends LoadEvent {
    @Override
    default Stage stage() {
        return Stage.ELF;
    }

    /** The appended signature. */
    sealed interface OfSignature extends ElfEvent {
        @Override
        default Stage stage() {
            return Stage.SIGNATURE;
        }
    }

    /** The memory that the module is to have. */
    sealed interface OfLayout extends ElfEvent {
        @Override
        default Stage stage() {
            return Stage.LAYOUT;
        }
    }

    /** The appended signature cannot be read. Source: kernel/module/signing.c mod_verify_sig(), v6.1. */
    record SignatureMalformed(ElfPlace place) implements OfSignature {
        @Override
        public Consequence consequence() {
            return new Consequence.Refused(Errno.EBADMSG);
        }
    }

    /** Fields of the signature that must be zero are not. Source: kernel/module_signature.c mod_check_sig(), v6.1. */
    record SignatureParameters(ElfPlace place) implements OfSignature {
        @Override
        public Consequence consequence() {
            return new Consequence.Refused(Errno.EBADMSG);
        }

        @Override
        public List<String> kernelMessages() {
            return List.of("module: PKCS#7 signature info has unexpected non-zero params");
        }
    }

    /** The message behind the module is no SignedData. Source: crypto/asymmetric_keys/pkcs7_parser.c pkcs7_check_content_type(), v6.1. */
    record SignatureOfOtherContent(ElfPlace place) implements OfSignature {
        @Override
        public Consequence consequence() {
            return new Consequence.Refused(Errno.EINVAL);
        }

        @Override
        public List<String> kernelMessages() {
            return List.of("PKCS7: Only support pkcs7_signedData type");
        }
    }

    /** The kernel takes only signed modules. Source: kernel/module/signing.c module_sig_check(), v6.1. */
    record SignatureRequired(ElfPlace place) implements OfSignature {
        @Override
        public Consequence consequence() {
            return new Consequence.Refused(Errno.EKEYREJECTED);
        }
    }

    /** The signature is none the kernel can check. Source: kernel/module_signature.c mod_check_sig(), v6.1. */
    record SignatureNotPkcs7(ElfPlace place) implements OfSignature, Consequential.GoingOn {
        @Override
        public List<String> kernelMessages() {
            return List.of("module: not signed with expected PKCS#7 message");
        }
    }

    /**
     * The kernel does not take the file for a module of its own.
     * Source: kernel/module/main.c elf_validity_check() and setup_load_info(), v6.1.
     *
     * @param code the rule code of this check
     */
    record Invalid(String code, ElfPlace place, List<String> kernelMessages) implements ElfEvent {
        public Invalid {
            kernelMessages = List.copyOf(kernelMessages);
        }

        @Override
        public Consequence consequence() {
            return new Consequence.Refused(Errno.ENOEXEC);
        }
    }

    /** A file of no bytes. Source: fs/kernel_read_file.c kernel_read_file(), v6.1. */
    record Empty(ElfPlace place) implements ElfEvent {
        @Override
        public Consequence consequence() {
            return new Consequence.Refused(Errno.EINVAL);
        }
    }

    /**
     * The name of a section lies past the end of the file: the kernel compares it with others all the same.
     * Source: kernel/module/main.c find_sec() and find_any_sec(), arch/x86/kernel/module.c module_finalize(), v6.1.
     */
    record SectionNameOutside(ElfPlace place, int section) implements OfLayout, Consequential.Crashing {}

    /**
     * There is no room for the per-cpu variables. Source: kernel/module/main.c percpu_modalloc(), mm/percpu.c pcpu_alloc(),
     * v6.1.
     */
    record PercpuTooLarge(ElfPlace place, long size, List<String> kernelMessages) implements OfLayout {
        public PercpuTooLarge {
            kernelMessages = List.copyOf(kernelMessages);
        }

        @Override
        public Consequence consequence() {
            return new Consequence.Refused(Errno.ENOMEM);
        }
    }

    /** Per-cpu variables are aligned to a page at most. Source: kernel/module/main.c percpu_modalloc(), v6.1. */
    record PercpuAlignment(ElfPlace place, String module, long align) implements OfLayout, Consequential.GoingOn {
        @Override
        public List<String> kernelMessages() {
            return List.of(module + ": per-cpu alignment " + align + " > " + ModuleLayout.PAGE);
        }
    }

    /** A section is writable and executable. Source: kernel/module/strict_rwx.c module_enforce_rwx_sections(), v6.1. */
    record WritableAndExecutable(ElfPlace place, String module, String section, int index) implements OfLayout {
        @Override
        public Consequence consequence() {
            return new Consequence.Refused(Errno.ENOEXEC);
        }

        @Override
        public List<String> kernelMessages() {
            return List.of(module + ": section " + section + " (index " + index + ") has invalid WRITE|EXEC flags");
        }
    }

    /** More memory than there is for all modules together. Source: arch/x86/kernel/module.c module_alloc(), v6.1. */
    record TooLarge(ElfPlace place, long size, List<String> kernelMessages) implements OfLayout {
        public TooLarge {
            kernelMessages = List.copyOf(kernelMessages);
        }

        @Override
        public Consequence consequence() {
            return new Consequence.Refused(Errno.ENOMEM);
        }
    }

    /**
     * The section of struct module ends before members that the kernel needs: it works with whatever follows.
     * Source: kernel/module/main.c move_module(), v6.1; since 6.4 the size is checked.
     */
    record ThisModuleTooShort(ElfPlace place, long size) implements OfLayout, Consequential.Crashing {}

    /** Constructors in .ctors and in .init_array. Source: kernel/module/main.c find_module_sections(), v6.1. */
    record TwoKindsOfConstructors(ElfPlace place, String module) implements OfLayout {
        @Override
        public Consequence consequence() {
            return new Consequence.Refused(Errno.EINVAL);
        }

        @Override
        public List<String> kernelMessages() {
            return List.of(module + ": has both .ctors and .init_array.");
        }
    }

    /** A symbol's name lies past the string table. Source: kernel/module/kallsyms.c layout_symtab(), v6.1. */
    record SymbolNameOutside(ElfPlace place) implements OfLayout, Consequential.Crashing {}
}
